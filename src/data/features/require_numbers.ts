import { DataError, quotable } from "../data_error.ts";
import { notANumber } from "../read/number_text.ts";
import type { Column } from "../read/table.ts";

/**
 * Checks that a column holds numbers and nothing else.
 *
 * @param canBeEmpty Whether all of them can be missing.
 * @throws {DataError} If it does not; the message names the row and what stands there.
 */
export function requireNumbers(column: Column, canBeEmpty = false): void {
  const { name, title, numbers, missing, others, firstOther, other, fault } = column;
  if (fault !== undefined) throw new DataError(fault, placeOf(firstOther, name));
  if (others > 0) {
    const hint = other === title ? ": the header is repeated there" : "";
    throw new DataError(notANumber(other, quotable(other)) + hint, placeOf(firstOther, name));
  }
  if (numbers === 0 && !canBeEmpty) {
    throw new DataError(
      `it has no values, only ${missing} that are missing`,
      `column ${quotable(name)}`,
    );
  }
}

/** Where something stands in a table, for messages. */
export function placeOf(row: number, column: string): string {
  return `row ${row}, ${/^column \d+$/.test(column) ? "" : "column "}${quotable(column)}`;
}
