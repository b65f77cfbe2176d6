import fc from "fast-check";

/** A change of bytes: one set, some cut out, some put in, or some repeated. */
type Change = readonly [kind: "set" | "cut" | "insert" | "repeat", at: number, bytes: number[]];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(
    "set" as const,
    "set" as const,
    "cut" as const,
    "insert" as const,
    "repeat" as const,
  ),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.array(fc.oneof(fc.constantFrom(0, 1, 127, 128, 255), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  }),
);

/** Bytes with a few of them changed. */
export function changedBytes(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc.tuple(
    fc.constantFrom(...samples),
    fc.array(change, { minLength: 1, maxLength: 4 }),
  ).map(([sample, changes]) => changes.reduce(changed, sample));
}

function changed(bytes: Uint8Array, [kind, share, some]: Change): Uint8Array {
  const at = Math.floor(share * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const middle = kind === "repeat" ? bytes.subarray(at, at + 64) : kind === "cut" ? [] : some;
  const rest = kind === "insert" || kind === "repeat" ? after : after.subarray(some.length);
  return Uint8Array.of(...before, ...middle, ...rest);
}
