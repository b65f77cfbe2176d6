import assert from "node:assert/strict";
import { abilitiesOf } from "../../src/cli/terminal/graphics.ts";

/** Asks a terminal that answers in these parts. */
async function asked(...answers: readonly (string | undefined)[]) {
  const left = [...answers];
  const written: string[] = [];
  const waited: number[] = [];
  let back = "";
  const terminal = {
    size: { columns: 80, rows: 24 },
    write: (text: string) => void written.push(text),
  };
  const input = {
    within: (milliseconds: number) => {
      waited.push(milliseconds);
      return Promise.resolve(left.shift());
    },
    putBack: (text: string) => void (back += text),
  };
  const abilities = await abilitiesOf(terminal, input);
  return { abilities, back, written, waited, left };
}

Deno.test("Answers that come in parts are read to the last, and what was typed is put back", async () => {
  const { abilities, back, left } = await asked(
    "\x1b_Gi=31;",
    "OK\x1b\\q\x1b[4;480;",
    "800t\x1b[?62;4c",
    "x",
  );
  assert.deepEqual(abilities, { kitty: true, sixel: true, cell: [10, 20] });
  assert.equal(back, "q");
  assert.deepEqual(left, ["x"], "nothing is read after the last answer");
});

Deno.test("A terminal that answers nothing is waited for a third of a second", async () => {
  const { abilities, written, waited } = await asked(undefined);
  assert.deepEqual(abilities, { kitty: false, sixel: false, cell: [8, 16] });
  assert.equal(written.length, 1);
  assert(waited.length === 1 && waited[0] > 200 && waited[0] <= 300, String(waited));
});
