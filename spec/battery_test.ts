import assert from "node:assert/strict";
import * as lloyd from "../mod.ts";
import { type Call, calls } from "./fuzz/calls.ts";
import { NASTY } from "./fuzz/nasty_values.ts";

/** Films have many parts, and are looked at alike wherever they go: each part is replaced here alone. */
const OF_FILMS = ["framesOf", "filmToSvg", "filmToHtml"];

/** What is thrown for a wrong argument: documented classes, with a message of ours. */
function assertTold(error: unknown, where: string): void {
  assert(error instanceof Error, `${where}: ${String(error)}`);
  const { constructor, message } = error;
  if (error instanceof lloyd.DataError) return;
  assert(
    constructor === TypeError || constructor === RangeError || constructor === SyntaxError,
    `${where}: ${error.stack}`,
  );
  assert.match(message, /^Cannot [^\n]+ as [^\n]+$/, where + error.stack);
  assert(!/[\p{Cc}\u202e]/u.test(message), `${where}: ${message}`);
  assert(message.length < 400, `${where}: ${message.length} characters`);
  assert.match(message, NAMED, where);
}

/** How a message names an argument or an option: in quotes, or as tables and labels are called. */
const NAMED = /'[^']+'|the options|it is not JSON|\b(points|centroids|labels|matrix)\b/;

/** Calls with one argument or option replaced: nothing, or what must be told. */
async function tried({ name, call }: Call, args: unknown[], where: string) {
  try {
    await call(...args);
  } catch (error) {
    assertTold(error, `${name} with ${where}`);
  }
}

/** The options in an argument, by their names. */
function optionsIn(arg: unknown, name: string): string[] {
  if ((arg as Partial<lloyd.Film>)?.beats && !OF_FILMS.includes(name)) return [];
  const isPlain = typeof arg === "object" && arg !== null &&
    Object.getPrototypeOf(arg) === Object.prototype;
  return isPlain ? Object.keys(arg) : [];
}

for (const own of calls) {
  Deno.test(`${own.name} takes what is right, and tells what is wrong`, async () => {
    await own.call(...own.valid());
    const count = own.valid().length;
    for (let i = 0; i < count; i++) {
      for (const [nasty, value] of NASTY) {
        await tried(own, own.valid().with(i, value()), `${nasty} as argument ${i}`);
        for (const option of optionsIn(own.valid()[i], own.name)) {
          const args = own.valid();
          args[i] = { ...args[i] as object, [option]: value() };
          await tried(own, args, `${nasty} as ${option}`);
        }
      }
    }
  });
}

Deno.test("Every public function is in the table of calls", () => {
  const named = new Set(calls.map(({ name }) => name.split(/[. ]/)[0]));
  const missing = Object.entries(lloyd).filter(([name, value]) =>
    typeof value === "function" && name !== "DataError" && !named.has(name)
  );
  assert.deepEqual(missing.map(([name]) => name), []);
});
