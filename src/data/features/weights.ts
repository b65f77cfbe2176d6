import { DataError, quotable } from "../data_error.ts";
import type { Table } from "../read/table.ts";
import { placeOf, requireNumbers } from "./require_numbers.ts";

/**
 * The weight of each row.
 *
 * @throws {DataError} If one is missing, no number or less than 0, or all are 0.
 */
export function weightsIn(table: Table, column: number): Float64Array {
  const { name, firstMissing } = table.columns[column];
  requireNumbers(table.columns[column]);
  const weights = table.numbers([column]);
  if (firstMissing > 0) {
    throw new DataError(
      "a weight is missing: give each row one, 0 if it is not to count",
      placeOf(firstMissing, name),
    );
  }
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    throw new DataError(
      `a weight must be 0 or more: it is ${weights[negative]}`,
      placeOf(negative + 1, name),
    );
  }
  if (weights.every((weight) => weight === 0)) {
    throw new DataError("all weights are 0, so that no row counts", `column ${quotable(name)}`);
  }
  return weights;
}
