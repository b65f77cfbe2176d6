import fc from "fast-check";

/** Holds a property against `runs` examples, the same ones every time. */
export function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  property: (example: T) => void,
  runs = 200,
): void {
  fc.assert(fc.property(arbitrary, property), { seed: 1982, numRuns: runs });
}
