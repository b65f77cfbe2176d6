import fc from "npm:fast-check@4.10.2";

/** Small multiples of 1/2: many distances are equal, and squares and sums are exact. */
export const lattice = fc.integer({ min: -8, max: 8 }).map((value) => value / 2);

/** Decimals, as measurements have them. */
export const ordinary = fc.integer({ min: -1e8, max: 1e8 }).map((value) => value / 1e6);

/** Any finite number, the largest and the smallest included. */
export const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Offsets that can be added to lattice values without rounding. */
export const offset = fc.constantFrom(-1e9, 1e6, 1e9, 2 ** 40);

/** Factors that make lattice values huge or tiny. */
export const magnitude = fc.constantFrom(1e-300, 2 ** -1073, 2 ** -600, 1e-150, 1e150, 1e300);

/** Floats next to each other, so that the rounding of a mean is as large as the distances. */
export const neighbours = fc.constantFrom([1, 2 ** -52], [2 ** 53, 2], [0, 2 ** -1074]).map(
  ([base, ulp]) => (steps: number) => base + steps * ulp,
);
