import { excerptOf } from "../checks.ts";
import { JsonFault, parseJson } from "../json_text.ts";
import { type Matrix, toMatrix } from "../kmeans/matrix.ts";

/** What can stand under a name in JSON: each function gives it checked, or throws. */
export class Fields {
  /** @param subject What is read, for the messages: `trace`, `model`. */
  constructor(readonly subject: string) {}

  /** Reads JSON. */
  parsed(text: string): unknown {
    try {
      return parseJson(text);
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      const { line, character, message } = error;
      const place = `line ${line}, character ${character}`;
      throw new SyntaxError(
        `Cannot read the ${this.subject} as it is not JSON: ${place}: ${message}`,
      );
    }
  }

  /** An object. */
  object(value: unknown, place: string): Readonly<Record<string, unknown>> {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    return this.refuse(place, value, "an object");
  }

  /** An array of anything. */
  array(value: unknown, place: string): readonly unknown[] {
    return Array.isArray(value) ? value : this.refuse(place, value, "an array");
  }

  /** A finite number. */
  finite(value: unknown, place: string): number {
    return Number.isFinite(value) ? value as number : this.refuse(place, value, "a finite number");
  }

  /** Some finite numbers. */
  numbers(value: unknown, place: string, length: number): readonly number[] {
    const read = this.array(value, place).map((item, i) => this.finite(item, `${place}[${i}]`));
    return read.length === length ? read : this.refuse(place, value, `${length} numbers`);
  }

  /** Names, one for each of some columns, or none. */
  names(value: unknown, place: string, columns: number): readonly string[] {
    const names = this.array(value, place).map((name, i) =>
      typeof name === "string" ? name : this.refuse(`${place}[${i}]`, name, "a name")
    );
    return names.length === 0 || names.length === columns
      ? names
      : this.refuse(place, names, `a name for each of the ${columns} features, or none`);
  }

  /** Indices, each below a number. */
  wholes(value: unknown, place: string, below: number): Uint32Array {
    return Uint32Array.from(this.array(value, place), (item, i) => {
      if (Number.isInteger(item) && item as number >= 0 && item as number < below) {
        return item as number;
      }
      return this.refuse(`${place}[${i}]`, item, `a whole number from 0 to ${below - 1}`);
    });
  }

  /** Rows of numbers, all of one length. */
  matrix(value: unknown, place: string): Matrix {
    const rows = this.array(value, place);
    if (rows.length === 0) this.refuse(place, value, "one row at the least");
    const columns = this.array(rows[0], `${place}[0]`).length;
    if (columns === 0) this.refuse(`${place}[0]`, rows[0], "one number at the least");
    return toMatrix(rows.map((row, i) => this.numbers(row, `${place}[${i}]`, columns)));
  }

  /** Says what is wrong, where, and what is there instead. */
  refuse(place: string, value: unknown, wanted: string): never {
    throw new TypeError(
      `Cannot read the ${this.subject} as ${place} must be ${wanted}: it is ${excerptOf(value)}`,
    );
  }
}
