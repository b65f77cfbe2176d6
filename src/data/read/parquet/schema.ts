import { broken } from "./broken.ts";
import type { Struct } from "./thrift.ts";

/** The physical types of values, by their numbers. */
export const TYPES = [
  "boolean",
  "int32",
  "int64",
  "int96",
  "float",
  "double",
  "bytes",
  "fixed",
] as const;

/** A column of values as they are stored. */
export interface Leaf {
  readonly type: typeof TYPES[number];
  /** How many bytes a value of fixed length has. */
  readonly length: number;
  /** What the values mean, as older writers say it: a number; -1 where they do not. */
  readonly converted: number;
  /** What they mean, as newer writers say it. */
  readonly logical?: Struct;
  /** By which power of 10 decimals are smaller than they are stored. */
  readonly scale: number;
  /** The definition level of a value that is there. */
  readonly definition: number;
  /** The repetition level of a value that continues its innermost list. */
  readonly repetition: number;
}

/** A field of the schema: a leaf, or a group of fields. */
export interface Field {
  readonly name: string;
  readonly kind: "required" | "optional" | "repeated";
  /** What a group means: a list, a map or neither. */
  readonly group?: "list" | "map";
  /** The definition level from which on it is there. */
  readonly definition: number;
  /** The repetition level of its further items. */
  readonly repetition: number;
  /** The fields of a group. */
  readonly children: readonly Field[];
  /** Its leaves by their index, from the first to before the last: one where it is a leaf. */
  readonly leaves: readonly [from: number, to: number];
}

/** What a table consists of. */
export interface Schema {
  /** Its columns. */
  readonly fields: readonly Field[];
  /** The leaves of all of them, in the order of the file. */
  readonly leaves: readonly Leaf[];
}

/** How deep groups lie in each other at the most. */
const DEEPEST = 64;
const KINDS = ["required", "optional", "repeated"] as const;
/** Converted types that say what a group is. */
const [MAP, MAP_KEY_VALUE, LIST] = [1, 2, 3];

/** Reads the schema from its elements, which stand in the order of a walk through its tree. */
export function schemaOf(elements: readonly Struct[]): Schema {
  const leaves: Leaf[] = [];
  let at = 1;
  const fieldsOf = (
    parent: Struct,
    above: Pick<Field, "definition" | "repetition">,
    deep: number,
  ) => {
    if (deep > DEEPEST) broken("its schema is nested too deep");
    const count = parent.size(5, elements.length - at);
    return Array.from({ length: count }, () => fieldOf(above, deep));
  };
  const fieldOf = (above: Pick<Field, "definition" | "repetition">, deep: number): Field => {
    const element = elements[at++] ?? broken("its schema ends too early");
    const kind = KINDS[element.size(3, 2)];
    const levels = {
      definition: above.definition + (kind === "required" ? 0 : 1),
      repetition: above.repetition + (kind === "repeated" ? 1 : 0),
    };
    const from = leaves.length;
    const children = element.has(1) ? [] : fieldsOf(element, levels, deep + 1);
    if (element.has(1)) leaves.push({ ...leafOf(element), ...levels });
    else if (children.length === 0) broken("its schema has an empty group");
    const group = element.has(1) ? undefined : groupOf(element);
    return {
      name: element.text(4),
      kind,
      ...(group && { group }),
      ...levels,
      children,
      leaves: [from, leaves.length],
    };
  };
  if (elements.length === 0) broken("it has no schema");
  const fields = fieldsOf(elements[0], { definition: 0, repetition: 0 }, 0);
  if (at !== elements.length) broken("its schema goes on after its end");
  return { fields, leaves };
}

function leafOf(element: Struct): Omit<Leaf, "definition" | "repetition"> {
  const logical = element.inner(10);
  return {
    type: TYPES[element.size(1, TYPES.length - 1)],
    length: element.whole(2, 0),
    converted: element.whole(6, -1),
    ...(logical && { logical }),
    scale: logical?.inner(5)?.whole(1, 0) ?? element.whole(7, 0),
  };
}

function groupOf(element: Struct): Field["group"] {
  const converted = element.whole(6, -1);
  const logical = element.inner(10);
  if (converted === LIST || logical?.has(3)) return "list";
  return converted === MAP || converted === MAP_KEY_VALUE || logical?.has(2) ? "map" : undefined;
}
