import type { Matrix } from "../kmeans/matrix.ts";

/** What separates numbers, and rows: characters that need no escape in a link. */
const [CELL, ROW] = ["_", "*"];

/** Rows as text for a link: `1_2*3.5_-4`. */
export function rowsToText({ data, rows, columns }: Matrix): string {
  return Array.from(
    { length: rows },
    (_, i) => [...data.subarray(i * columns, (i + 1) * columns)].join(CELL),
  ).join(ROW);
}

/**
 * Reads rows from the text of a link.
 *
 * @param what What they are, for messages.
 * @throws {RangeError} If it does not consist of rows of numbers, all of the same length.
 */
export function textToRows(text: string, what: string): Matrix {
  const rows = text.split(ROW).map((row) => row.split(CELL));
  const columns = rows[0].length;
  const values = rows.flat();
  const astray = values.findIndex((value) => value === "" || !Number.isFinite(Number(value)));
  if (astray >= 0) {
    throw new RangeError(
      `${what} cannot be read from the link: '${values[astray].slice(0, 40)}' is no number`,
    );
  }
  if (rows.some((row) => row.length !== columns)) {
    throw new RangeError(`${what} cannot be read from the link: the rows are of unlike length`);
  }
  return { data: Float64Array.from(values, Number), rows: rows.length, columns };
}

/** Names as text for a link. */
export function namesToText(names: readonly string[]): string {
  return names.map((name) => name.replace(/[%_]/g, escaped)).join(CELL);
}

/** Reads names from the text of a link. */
export function textToNames(text: string): string[] {
  return text.split(CELL).map((name) =>
    name.replace(/%(25|5F)/g, (_, code) => code === "25" ? "%" : CELL)
  );
}

function escaped(character: string): string {
  return character === "%" ? "%25" : "%5F";
}
