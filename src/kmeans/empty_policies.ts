/**
 * What happens to a cluster that falls empty: it stays where it is (`keep`), vanishes (`drop`), is
 * put on the point farthest from its own centroid (`farthest`), or ends the run (`error`).
 */
export type EmptyPolicy = "keep" | "drop" | "farthest" | "error";

/** The policies for empty clusters, each with the word for a cluster it was applied to; `error` ends the run and needs none. */
export const EMPTY_POLICIES: Readonly<Record<EmptyPolicy, { readonly done?: string }>> = {
  keep: { done: "kept" },
  drop: { done: "dropped" },
  farthest: { done: "reseeded" },
  error: {},
};

/** The names of the policies. */
export const EMPTY_NAMES: readonly EmptyPolicy[] = Object.keys(EMPTY_POLICIES) as EmptyPolicy[];
