import assert from "node:assert/strict";
import { UsageError } from "../../src/cli/errors.ts";
import { parseOptions } from "../../src/cli/options/parse.ts";
import { fitted } from "../../src/cli/output/budget.ts";
import type { Source } from "../../src/cli/output/source.ts";
import type { Film } from "../../src/film/scene/film.ts";
import { formatCalled } from "../../src/formats/formats.ts";

/** A picture that has a byte for each thousand pixels. */
async function fit(most: number) {
  const options = await parseOptions(["--size", "1000x1000"]);
  const tried: number[] = [];
  const film = ([width, height] = options.size) => Promise.resolve({ width, height } as Film);
  const format = {
    ...formatCalled("png")!,
    encode: async ({ film }: { film: () => Promise<Film> }) => {
      const { width, height } = await film();
      tried.push(width);
      return new Uint8Array(Math.round(width * height / 1000));
    },
  };
  const source = { options, film, recipe: { size: options.size } } as unknown as Source;
  const output = { path: "a.png", format, isDark: false };
  return { ...await fitted(output, 1000, most, source, undefined), tried };
}

/** The widths that are tried, each nine tenths of the one before. */
const widths = [900, 810, 729, 656, 590, 531, 478, 430, 387, 349];

Deno.test("As little is given up as brings a picture within the budget, to the byte", async () => {
  for (const width of widths) {
    const most = Math.round(width * width / 1000);
    const { bytes, given } = await fit(most);
    assert.equal(bytes.length, most, `${width}`);
    assert.equal(given, `${width}×${width} pixels instead of 1000×1000`);
  }
});

Deno.test("Few pictures are tried, however many there could be", async () => {
  for (const most of [900, 400, 100, 10]) assert((await fit(most)).tried.length <= 7);
});

Deno.test("What nothing brings within the budget is refused with what was tried", async () => {
  await assert.rejects(
    () => fit(1),
    (error) =>
      error instanceof UsageError &&
      /^--max-size 0\.001 KB: a\.png has .* even with .* pixels instead of 1000×1000: allow more/
        .test(error.message),
  );
});
