/** What becomes of a row that lacks a value: it is left out, an error, or filled with means. */
export type Missing = "drop" | "error" | "mean";

/** All that can become of such a row. */
export const MISSING_NAMES: readonly Missing[] = ["drop", "error", "mean"];
