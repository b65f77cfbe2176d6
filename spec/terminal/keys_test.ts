import assert from "node:assert/strict";
import { withoutAnswers } from "../../src/cli/terminal/graphics.ts";
import { Input } from "../../src/cli/terminal/input.ts";
import { firstKey } from "../../src/cli/terminal/keys.ts";

/** Keys as terminals send them. */
const KEYS = [
  ..."q Qé漢😀",
  ..."\x03\r\n\t\x7f",
  ...["\x1b[C", "\x1b[D", "\x1bOC", "\x1b[1;5C", "\x1b[3~", "\x1b[200~", "\x1b[<0;1;1M", "\x1bx"],
];

/** Input that comes in these reads, then nothing more. */
function inputOf(...reads: readonly string[]): Input {
  const left = reads.map((text) => new TextEncoder().encode(text));
  return new Input({
    read: () => {
      const value = left.shift();
      return Promise.resolve(value ? { value, done: false } : { value: undefined, done: true });
    },
  });
}

async function keysIn(...reads: readonly string[]): Promise<string[]> {
  const input = inputOf(...reads);
  const keys: string[] = [];
  for (let last = ""; last !== "none";) {
    const key = await input.key(1) ?? await input.key(1) ?? "none";
    last = key;
    if (key !== "none") keys.push(key);
  }
  return keys;
}

Deno.test("Each of several keys in one read is taken, one after another", async () => {
  assert.deepEqual(await keysIn("qq"), ["q", "q"]);
  assert.deepEqual(await keysIn("\x03\x03"), ["\x03", "\x03"]);
  assert.deepEqual(await keysIn("\x1b[C\x1b[C\x1bOD "), ["\x1b[C", "\x1b[C", "\x1bOD", " "]);
  assert.deepEqual(await keysIn(KEYS.join("")), KEYS);
});

Deno.test("A key is one key wherever its bytes are cut into two reads", async () => {
  for (const key of KEYS) {
    for (let cut = 1; cut < key.length; cut++) {
      const [start, end] = [key.slice(0, cut), key.slice(cut)];
      // An escape before another character is Alt only where both come at once.
      if (/[\ud800-\udbff]$/.test(start)) continue;
      assert.deepEqual(await keysIn(`a${start}`, `${end}b`), ["a", key, "b"], JSON.stringify(key));
    }
  }
});

Deno.test("An escape behind which nothing comes is a key of its own", async () => {
  assert.equal(firstKey("\x1b"), undefined);
  assert.deepEqual(await keysIn("\x1b"), ["\x1b"]);
});

Deno.test("A key that was held down is forgotten, and what was typed after it is the next line", async () => {
  const input = inputOf("qqq2\n", "3\n");
  assert.equal(await input.key(1), "q");
  input.dropRepeated("q");
  assert.equal(await input.line(), "2");
  assert.equal(await input.line(), "3");
  assert.equal(await input.line(), undefined);
});

Deno.test("Lines end with a newline, a return, or both, wherever they are cut", async () => {
  for (
    const reads of [["1\r\n2\n3\r4"], ["1\r", "\n2", "\n3\r", "4"], ["1\n", "2\r", "3\r\n4\n"]]
  ) {
    const input = inputOf(...reads);
    const lines: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) lines.push(await input.line());
    assert.deepEqual(lines, ["1", "2", "3", "4", undefined], JSON.stringify(reads));
  }
});

Deno.test("What is typed while a terminal answers is kept", () => {
  const answers = "\x1b_Gi=31;OK\x1b\\\x1b[4;480;640t\x1b[?62;4c";
  assert.equal(withoutAnswers(answers), "");
  assert.equal(withoutAnswers(`q${answers}\x1b[C`), "q\x1b[C");
});
