import { broken } from "./broken.ts";
import type { Values } from "./plain.ts";
import type { Wholes } from "./runs.ts";
import type { Field, Leaf } from "./schema.ts";

/** The values of a leaf, one after another, with their levels. */
export class Cursor {
  #at = 0;
  #value = 0;

  /**
   * @param leaf The leaf.
   * @param count How many values there are, those that are missing included.
   * @param definitions How far the way to each is there; empty where each is.
   * @param repetitions Which list each continues; empty where there are no lists.
   * @param values Those that are there.
   */
  constructor(
    readonly leaf: Leaf,
    readonly count: number,
    readonly definitions: Wholes,
    readonly repetitions: Wholes,
    readonly values: Values,
  ) {}

  /** Whether all have been taken. */
  get done(): boolean {
    return this.#at >= this.count;
  }

  /** How far the way to the next is there. */
  get definition(): number {
    if (this.done) broken("a list in it ends too early");
    return this.definitions.length > 0 ? this.definitions[this.#at] : this.leaf.definition;
  }

  /** Which list the next continues; -1 past the last. */
  get repetition(): number {
    if (this.done) return -1;
    return this.repetitions.length > 0 ? this.repetitions[this.#at] : 0;
  }

  /** Takes the next: its value, `null` where it is missing. */
  take(): unknown {
    const { definition } = this;
    this.#at++;
    return definition === this.leaf.definition ? this.values[this.#value++] : null;
  }
}

/**
 * Puts lists, maps and structures together from the values of their leaves and the levels of these
 * (Melnik et al., Dremel, 2010, section 4.3).
 *
 * @param column The column.
 * @param cursors The values of its leaves.
 * @param rows How many rows there are.
 */
export function assembled(column: Field, cursors: readonly Cursor[], rows: number): unknown[] {
  const [offset] = column.leaves;
  const firstOf = ({ leaves: [from] }: Field) => cursors[from - offset];

  const valueOf = (field: Field): unknown => {
    if (field.kind !== "required" && firstOf(field).definition < field.definition) {
      for (let i = field.leaves[0]; i < field.leaves[1]; i++) cursors[i - offset].take();
      return field.kind === "repeated" ? [] : null;
    }
    return field.kind === "repeated" ? itemsOf(field, () => insideOf(field)) : insideOf(field);
  };
  const itemsOf = (field: Field, item: () => unknown): unknown[] => {
    const items = [];
    do items.push(item()); while (firstOf(field).repetition === field.repetition);
    return items;
  };
  const insideOf = (field: Field): unknown => {
    const { children, group } = field;
    if (children.length === 0) return firstOf(field).take();
    const [inner] = children;
    if (group && children.length === 1 && inner.kind === "repeated") {
      if (firstOf(inner).definition < inner.definition) {
        valueOf(inner);
        return group === "map" ? new Map() : [];
      }
      if (group === "map" && inner.children.length === 2) {
        return new Map(
          itemsOf(inner, () => inner.children.map(valueOf)).map((pair) => pair as [never, unknown]),
        );
      }
      const isWrapped = inner.children.length === 1;
      return itemsOf(inner, () => isWrapped ? valueOf(inner.children[0]) : insideOf(inner));
    }
    return Object.fromEntries(children.map((child) => [child.name, valueOf(child)]));
  };

  const cells: unknown[] = [];
  for (let row = 0; row < rows; row++) {
    if (cursors.some(({ repetition }) => repetition !== 0)) broken("a list in it begins in no row");
    cells.push(valueOf(column));
  }
  if (cursors.some(({ done }) => !done)) broken("a column of it goes on after its last row");
  return cells;
}
