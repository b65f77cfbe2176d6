/** A value that nobody should hand over, and what it is called. */
export type Nasty = readonly [name: string, value: () => unknown];

const thrower = () => {
  throw new Error("looked at");
};

/** An object that throws whatever is done with it. */
const hostile = () =>
  new Proxy({}, {
    get: thrower,
    has: thrower,
    ownKeys: thrower,
    getOwnPropertyDescriptor: thrower,
  });

const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const circular = () => {
  const self: Record<string, unknown> = {};
  self.self = self;
  return self;
};

const detached = () => {
  const array = new Float64Array(4);
  structuredClone(array, { transfer: [array.buffer] });
  return array;
};

/** Values of wrong types, shapes and ranges, and such as throw when they are looked at. */
export const NASTY: readonly Nasty[] = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["-Infinity", () => -Infinity],
  ["-1", () => -1],
  ["0", () => 0],
  ["0.5", () => 0.5],
  ["4e9", () => 4e9],
  ["2 ** 53", () => 2 ** 53],
  ["1e308", () => 1e308],
  ["5e-324", () => 5e-324],
  ["an empty text", () => ""],
  ["a text", () => "odd"],
  ["a text of lines", () => "a\nb\u202ec\x1b[2J"],
  ["a long text", () => "x".repeat(100_000)],
  ["a bigint", () => 10n ** 90n],
  ["a symbol", () => Symbol("odd\nsymbol".repeat(50))],
  ["a function", () => () => {}],
  ["an empty object", () => ({})],
  ["an object without a prototype", () => Object.create(null)],
  ["an empty array", () => []],
  ["an array in an array", () => [[]]],
  ["an array of null", () => [null]],
  ["an array of NaN", () => [NaN]],
  ["rows of NaN", () => [[NaN, 1]]],
  ["ragged rows", () => [[1, 2], [3]]],
  ["rows of texts", () => [["a", "b"]]],
  ["an array of symbols", () => [Symbol("a"), Symbol("b")]],
  ["an array of holes", () => new Array(5)],
  ["an array of huge labels", () => [0, 1, 4e9, 2]],
  ["a huge length", () => ({ length: 1e9 })],
  ["an endless length", () => ({ length: Infinity })],
  ["half a length", () => ({ length: 1.5 })],
  ["a row of a huge length", () => [{ length: 1e9 }]],
  ["a matrix that says 10⁹ rows", () => ({ data: new Float64Array(4), rows: 1e9, columns: 2 })],
  ["a matrix of half a row", () => ({ data: new Float64Array(4), rows: 0.5, columns: 8 })],
  ["a matrix of NaN", () => ({ data: Float64Array.of(NaN, 1), rows: 1, columns: 2 })],
  ["a matrix of an array", () => ({ data: [1, 2], rows: 1, columns: 2 })],
  ["numbers", () => Float64Array.of(1, 2, 3)],
  ["bytes", () => Uint8Array.of(1, 2, 3)],
  ["a buffer", () => new ArrayBuffer(8)],
  ["an array that is gone", detached],
  ["a map", () => new Map([["k", 1]])],
  ["a date that is none", () => new Date(NaN)],
  ["a promise", () => Promise.resolve(1)],
  ["a text that throws", () => ({ toString: thrower, valueOf: thrower, toJSON: thrower })],
  ["a length that throws", () => Object.defineProperty({}, "length", { get: thrower })],
  ["a circle", circular],
  ["a proxy that throws", hostile],
  ["a proxy that is revoked", () => revoked({})],
  ["an array that is revoked", () => revoked([])],
];
