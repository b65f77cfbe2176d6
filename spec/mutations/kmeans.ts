// deno-fmt-ignore-file
import type { Mutation } from "./mutation.ts";

/** Mistakes in src/kmeans. */
export const kmeans: readonly Mutation[] = [
  ["src/kmeans/assign.ts", "if (distance < least) {", "if (distance <= least) {", "kmeans/assignment_test.ts"],
];
