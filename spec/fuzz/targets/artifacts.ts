import fc from "fast-check";
import assert from "node:assert/strict";
import {
  encodeFilm,
  filmToHtml,
  filmToPng,
  filmToSvg,
  layOut,
  makeFilm,
  record,
  toMatrix,
} from "../../../mod.ts";
import { STYLE_NAMES } from "../../../src/film/styles/film_options.ts";
import { INIT_NAMES } from "../../../src/kmeans/starts/inits.ts";
import { extremeRows } from "../arbitraries/numbers.ts";
import { text } from "../arbitraries/texts.ts";
import { checkArtifact, checkMessage } from "../oracles.ts";
import { target } from "../target.ts";

const film = fc.record({
  style: fc.constantFrom(...STYLE_NAMES),
  width: fc.integer({ min: 16, max: 120 }),
  height: fc.integer({ min: 16, max: 90 }),
  interval: fc.integer({ min: 1, max: 12 }).map((value) => value * 10),
  speed: fc.constantFrom(0.5, 1, 3, 20),
  hold: fc.integer({ min: 0, max: 10 }).map((value) => value * 10),
  title: text,
  axes: fc.boolean(),
  cells: fc.boolean(),
  trails: fc.boolean(),
  chart: fc.boolean(),
  caption: fc.boolean(),
  shapes: fc.boolean(),
  storyboard: fc.constantFrom("auto" as const, [0, "last" as const]),
}, { requiredKeys: ["style", "width", "height", "interval", "hold"] });

/** Films of extreme data in every format, each gone through as whoever reads it would. */
export default target({
  each: 10,
  inputs: fc.record({
    rows: extremeRows(30, 4),
    scale: fc.constantFrom("none" as const, "zscore" as const, "minmax" as const),
    run: fc.record({
      k: fc.integer({ min: 1, max: 5 }),
      seed: fc.nat(),
      init: fc.constantFrom(...INIT_NAMES),
      empty: fc.constantFrom("keep" as const, "drop" as const, "farthest" as const),
      maxIterations: fc.integer({ min: 1, max: 12 }),
    }),
    film,
    formats: fc.subarray(["gif", "apng", "mp4"] as const, { minLength: 1, maxLength: 1 }),
    theme: fc.constantFrom("light" as const, "dark" as const, "classic" as const),
    fps: fc.integer({ min: 1, max: 10 }),
    colors: fc.integer({ min: 2, max: 255 }),
  }),
  check: async ({ rows, scale, run, film: options, formats, ...look }) => {
    try {
      const { points, projection } = layOut(toMatrix(rows), scale, []);
      const trace = record(points, run, projection && { projection });
      for (const { centroids, inertia } of trace.steps) {
        assert(!Number.isNaN(inertia), "the inertia is not a number");
        assert(centroids.data.every(Number.isFinite), "a centroid is not finite");
      }
      const film = makeFilm(trace, options);
      const encoded: Record<string, Uint8Array> = {
        svg: new TextEncoder().encode(filmToSvg(film, { theme: look.theme })),
        png: await filmToPng(film, { theme: look.theme }),
        html: new TextEncoder().encode(await filmToHtml(film, { theme: look.theme })),
        ...await encodeFilm(film, [...formats], look),
      };
      for (const [ending, bytes] of Object.entries(encoded)) {
        await checkArtifact(`a.${ending}`, bytes);
        if (["gif", "apng", "mp4"].includes(ending)) await decode(ending, bytes);
      }
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      checkMessage(error.message);
      assert(/^Cannot /.test(error.message), error.stack);
    }
  },
  runs: ["ffmpeg"],
});

/** Has ffmpeg decode a film, where there is one. */
async function decode(ending: string, bytes: Uint8Array): Promise<void> {
  const path = `a.${ending}`;
  Deno.writeFileSync(path, bytes);
  try {
    const args = ["-v", "error", "-i", path, "-f", "null", "-"];
    const { stderr } = await new Deno.Command("ffmpeg", { args, stdin: "null" }).output();
    assert.equal(new TextDecoder().decode(stderr), "");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
