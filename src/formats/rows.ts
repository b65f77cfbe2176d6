import type { Format, RowFormat } from "./format.ts";

/** A format of rows, by what is its own. */
export function ofRows(
  own: Pick<Format, "ending" | "mime"> & Pick<RowFormat, "encodeRows">,
): RowFormat {
  return {
    ...own,
    about: "the rows as they came, with a column of clusters",
    holds: "rows",
    encode: ({ rows }) => own.encodeRows(rows()),
  };
}
