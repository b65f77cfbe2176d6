import assert from "node:assert/strict";

/**
 * Holds that a call is refused with this kind of error, whose message says what cannot be done, why,
 * and every one of the details.
 */
export function refuses(
  call: () => unknown,
  kind: typeof TypeError | typeof RangeError,
  ...details: (string | number)[]
): void {
  assert.throws(call, (error: Error) => {
    assert.equal(error.constructor, kind, `${error}`);
    assert.match(error.message, /^Cannot .+ as .+: .+$/);
    for (const detail of details) {
      assert.match(error.message, new RegExp(`(?<![\\w.-])${detail}(?![\\w.])`));
    }
    return true;
  });
}
