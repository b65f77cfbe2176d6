import { clean } from "../data_error.ts";
import { addCell } from "./add_cell.ts";
import { isNumeric, isRecord } from "./cells.ts";
import { type Cell, type Column, type Table, TableBuilder, uniqueNames } from "./table.ts";

/** Objects with more members than these, or deeper in each other, are dictionaries. */
const [MOST_MEMBERS, DEEPEST] = [100, 4];

/**
 * What the cells of one field have in common, and the columns that they become: one each for the
 * elements of lists of numbers and the members of objects, otherwise one for all.
 */
export class Field {
  #truths = 0;
  #lists = 0;
  #records = 0;
  /** How many members all objects have together. */
  #entries = 0;
  #others = 0;
  /** How many elements each list has. */
  #length = 0;
  #fault: string | undefined;
  readonly #members = new Map<string, Field>();

  /**
   * @param name What it is called.
   * @param depth In how many objects it lies.
   */
  constructor(readonly name: string, readonly depth = 0) {}

  /** Looks at a cell; all must have been seen before any is added. */
  see(cell: Cell): void {
    if (cell === null || cell === undefined) return;
    if (typeof cell === "boolean") this.#truths++;
    else if (Array.isArray(cell) && cell.every((item) => isNumeric(item) || item === null)) {
      if (this.#lists++ === 0) this.#length = cell.length;
      else if (cell.length !== this.#length) {
        this.#fault ??=
          `it has ${cell.length} number${
            cell.length === 1 ? "" : "s"
          }, not ${this.#length} as others: give all ` +
          "as many, or choose other columns with --columns";
      }
    } else if (isRecord(cell) && this.depth < DEEPEST && this.#members.size <= MOST_MEMBERS) {
      this.#records++;
      for (const [name, value] of Object.entries(cell)) {
        this.#member(name).see(value);
        this.#entries++;
      }
    } else this.#others++;
  }

  #member(name: string): Field {
    let member = this.#members.get(name);
    if (!member) this.#members.set(name, member = new Field(name, this.depth + 1));
    return member;
  }

  get #seen(): number {
    return this.#truths + this.#lists + this.#records + this.#others;
  }

  get #isTruths(): boolean {
    return this.#truths > 0 && this.#truths === this.#seen;
  }

  get #isList(): boolean {
    return this.#length > 0 && this.#lists === this.#seen && this.#fault === undefined;
  }

  get #isRecord(): boolean {
    const { size } = this.#members;
    const isAlike = size <= MOST_MEMBERS && 2 * this.#entries >= size * this.#records;
    return size > 0 && isAlike && this.#records === this.#seen;
  }

  /** The names of its columns, and what they are. */
  columns(name = this.name, part?: string): (Pick<Column, "part" | "truths" | "name">)[] {
    if (this.#isList) {
      return Array.from(
        { length: this.#length },
        (_, i) => ({ name: `${name}[${i}]`, part: part ?? name }),
      );
    }
    if (this.#isRecord) {
      return [...this.#members.values()].flatMap((member) =>
        member.columns(`${name}.${member.name}`, part ?? name)
      );
    }
    return [{ name, ...(part && { part }), ...(this.#isTruths && { truths: true }) }];
  }

  /** Why each of its columns cannot be a feature; nothing where it can. */
  faults(): (string | undefined)[] {
    if (this.#isList) return Array.from({ length: this.#length });
    if (this.#isRecord) return [...this.#members.values()].flatMap((member) => member.faults());
    return [this.#lists === this.#seen ? this.#fault : undefined];
  }

  /**
   * Adds a cell to the row of a table.
   *
   * @param column The first of its columns.
   * @returns The column after its last.
   */
  add(builder: TableBuilder, column: number, cell: Cell): number {
    if (this.#isList) {
      for (let i = 0; i < this.#length; i++) {
        addCell(builder, column + i, (cell as readonly Cell[] | null)?.[i]);
      }
      return column + this.#length;
    }
    if (this.#isRecord) {
      const record = cell as Readonly<Record<string, Cell>> | null | undefined;
      for (const [name, member] of this.#members) {
        const there = record && Object.hasOwn(record, name) ? record[name] : undefined;
        column = member.add(builder, column, there);
      }
      return column;
    }
    if (this.#fault !== undefined && Array.isArray(cell) && cell.length === this.#length) {
      // The first of another length is what is told.
      builder.missing(column);
    } else addCell(builder, column, this.#isTruths && typeof cell === "boolean" ? +cell : cell);
    return column + 1;
  }
}

/** Makes a table of records whose cells have types. */
export class Unfolding {
  readonly #fields: readonly Field[];
  #builder: TableBuilder | undefined;

  /**
   * @param width How many cells a record has.
   * @param names Their names; `undefined` where they have none.
   */
  constructor(readonly width: number, readonly names: readonly string[] | undefined) {
    const called = names ? uniqueNames(names, width) : [];
    this.#fields = Array.from(
      { length: width },
      (_, i) => new Field(called[i] ?? `column ${i + 1}`),
    );
  }

  /** Looks at a cell; all that are looked at must be before any is added. */
  see(field: number, cell: Cell): void {
    this.#fields[field].see(cell);
  }

  /** Adds a record. */
  add(cellOf: (field: number) => Cell): void {
    const builder = this.#builder ??= new TableBuilder(
      this.#fields.reduce((count, field) => count + field.columns().length, 0),
    );
    builder.row();
    let column = 0;
    for (let i = 0; i < this.width; i++) column = this.#fields[i].add(builder, column, cellOf(i));
  }

  /** How many records have been added. */
  get rows(): number {
    return this.#builder?.rows ?? 0;
  }

  /**
   * Ends the table.
   *
   * @param about What its reader found out.
   * @param records The records as they came.
   */
  done(about: string, records?: Table["records"]): Table {
    const known = this.#fields.flatMap((field, cell) => {
      const faults = field.faults();
      return field.columns().map((column, i) => ({ ...column, cell, fault: faults[i] }));
    });
    const isPlain = known.every(({ part }) => part === undefined);
    const names = isPlain ? this.names : known.map(({ name }) => name);
    const table = this.#builder!.done(names, about, records);
    return {
      ...table,
      named: this.names !== undefined,
      typed: true,
      cells: Array.from({ length: this.width }, (_, i) => clean(this.names?.[i] ?? "")),
      columns: table.columns.map((column, i): Column => {
        const { cell, part, truths, fault } = known[i];
        return {
          ...column,
          cell,
          ...(part && { part }),
          ...(truths && { truths }),
          ...(fault && { fault }),
        };
      }),
    };
  }
}
