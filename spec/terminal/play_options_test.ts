import assert from "node:assert/strict";
import { record } from "../../mod.ts";
import { appearanceOf, filmOfAnySize } from "../../src/cli/commands/play.ts";
import { parseOptions } from "../../src/cli/options/parse.ts";
import { drawn } from "../../src/film/scene/film.ts";
import { lloyd, ROOT } from "../support/command.ts";

const trace = record([[0, 0], [0, 1], [9, 9]], { k: 2, seed: 1 }, { features: ["a", "b"] });

Deno.test("The film has any size, and its texts only where there is room for them", async () => {
  const film = filmOfAnySize(trace, await parseOptions(["--title", "A title", "--axes"]));
  const [whole, bare] = [await film([300, 200], true), await film([300, 200], false)];
  const small = await film([60, 40], false);
  assert.deepEqual([whole.width, whole.height, small.width, small.height], [300, 200, 60, 40]);
  const names = (own: typeof whole) => new Set(drawn(own).marks.map(({ name }) => name));
  for (const name of names(bare)) assert(names(whole).has(name), name);
  assert(names(whole).size > names(bare).size + 1, [...names(bare)].join());
});

Deno.test("A film is dark in a terminal unless a theme is chosen", async () => {
  const theme = async (...args: string[]) => appearanceOf(await parseOptions(args), "256").theme;
  assert.equal(await theme(), "dark");
  assert.equal(await theme("--theme", "auto"), "dark");
  assert.equal(await theme("--theme", "light"), "light");
  const { colors, fps } = appearanceOf(await parseOptions(["--fps", "5"]), "256");
  assert.deepEqual([colors, fps], ["256", 5]);
});

Deno.test("play makes no files and plays one, before it looks for a terminal", async () => {
  for (
    const [args, says] of [
      [["--out", "a.gif"], /^lloyd: --out is about files, and play makes none/],
      [["--quiet"], /^lloyd: --quiet is about files/],
      [["a.csv", "b.csv"], /^lloyd: 'b\.csv' is one file too many/],
    ] as const
  ) {
    const { code, stderr } = await lloyd(ROOT, [], ["play", ...args]);
    assert.equal(code, 2);
    assert.match(stderr, says);
  }
});
