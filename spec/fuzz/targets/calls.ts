import fc from "fast-check";
import assert from "node:assert/strict";
import { DataError } from "../../../mod.ts";
import { calls } from "../calls.ts";
import { NASTY } from "../nasty_values.ts";
import { isOfTheEngine } from "../oracles.ts";
import { target } from "../target.ts";

/** Values that nobody should hand over, small enough that no right call takes long. */
const value = fc.oneof(
  fc.constantFrom(...NASTY.map(([, value]) => value)),
  fc.anything({
    maxDepth: 2,
    maxKeys: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }).filter((value) => typeof value !== "number" || Math.abs(value) < 100).map((value) => () =>
    value
  ),
);

/** Calls of the library's functions with one argument, or one option of it, that is wrong. */
export default target({
  each: 100,
  inputs: fc.record({
    name: fc.constantFrom(...calls.map(({ name }) => name)),
    argument: fc.nat(3),
    option: fc.option(fc.nat(20), { nil: undefined }),
    value,
  }),
  check: async ({ name, argument, option, value }) => {
    const { valid, call } = calls.find((one) => one.name === name)!;
    const args = valid();
    const at = argument % args.length;
    const whole = Object(args[at]);
    const keys = Object.keys(whole);
    const isPlain = Object.getPrototypeOf(whole) === Object.prototype;
    if (option !== undefined && isPlain && keys.length > 0) {
      args[at] = { ...whole, [keys[option % keys.length]]: value() };
    } else args[at] = value();
    try {
      await call(...args);
    } catch (error) {
      const isDocumented = [TypeError, RangeError, SyntaxError, DataError].some((kind) =>
        error instanceof kind
      );
      if (!isDocumented) throw error;
      const { message, stack } = error as Error;
      assert(!isOfTheEngine(message), stack);
      assert(message.length < 600, `a message of ${message.length} characters`);
    }
  },
});
