import assert from "node:assert/strict";
import { type Film, filmToGif, framesOf, type GifOptions, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { isInstalled, printed } from "../support/command.ts";
import { smallFilm } from "../support/films.ts";

/** How far a channel of a pixel may be off, of 255: where the edges of two marks meet. */
const MOST = 100;
/** How far all pixels of a frame may be off on average. */
const MEAN = 0.5;

async function withGif(
  film: Film,
  options: GifOptions,
  check: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".gif" });
  try {
    const bytes = await filmToGif(film, options);
    await Deno.writeFile(path, bytes);
    await check(path, bytes);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test({
  name:
    "Each frame, decoded by ffmpeg, shows what the painter painted, for as long as the film says",
  ignore: !(await isInstalled("ffmpeg")),
  fn: async () => {
    for (const style of ["glide", "classic"] as const) {
      const film = smallFilm(5, { style });
      await withGif(film, {}, async (path) => {
        const args = [
          "-v",
          "error",
          "-i",
          path,
          "-r",
          "100",
          "-f",
          "rawvideo",
          "-pix_fmt",
          "rgb24",
          "-",
        ];
        const { stdout, stderr } = await new Deno.Command("ffmpeg", { args }).output();
        assert.equal(new TextDecoder().decode(stderr), "");
        const { width, height, duration } = film;
        const size = width * height * 3;
        assert(Math.abs(stdout.length / size * 10 - duration) <= 30, `${stdout.length / size}`);
        const painter = new Painter(
          width,
          height,
          themes[style === "classic" ? "classic" : "light"],
        );
        for (const { time, duration } of framesOf(film, 20)) {
          painter.paint(sceneAt(film, time));
          const at = Math.round((time + Math.min(duration, 20) / 2) / 10) * size;
          const shown = stdout.subarray(at, at + size);
          if (shown.length < size) continue;
          let sum = 0;
          for (let i = 0; i < shown.length; i++) {
            const wanted = (painter.pixels[Math.floor(i / 3)] >> (8 * (i % 3))) & 255;
            const off = Math.abs(wanted - shown[i]);
            sum += off;
            assert(
              off <= MOST,
              `${style}, ${time} ms: pixel ${Math.floor(i / 3)} is off by ${off}`,
            );
          }
          assert(sum / shown.length <= MEAN, `${style}, ${time} ms: off by ${sum / shown.length}`);
        }
      });
    }
  },
});

Deno.test({
  name:
    "gifsicle and giflib read it without a warning; it loops for ever and lasts as long as the film",
  ignore: !(await isInstalled("gifsicle")) || !(await isInstalled("giftext")),
  fn: async () => {
    const film = smallFilm(6);
    await withGif(film, { recipe: { title: "Übung ✓" } }, async (path) => {
      const info = await printed("gifsicle", "--info", path);
      assert.doesNotMatch(info, /warning|error/i);
      assert.match(info, /loop forever/);
      assert.match(info, new RegExp(`logical screen ${film.width}x${film.height}`));
      const delays = [...info.matchAll(/delay ([\d.]+)s/g)].map((match) => Number(match[1]));
      assert.equal(delays.length, Number(/(\d+) images/.exec(info)![1]));
      assert(delays.every((delay) => delay >= 0.02));
      assert.equal(Math.round(delays.reduce((sum, delay) => sum + delay, 0) * 1000), film.duration);
      const text = await printed("giftext", path);
      assert.doesNotMatch(text, /error/i);
    });
  },
});

Deno.test({
  name: "It is played as often as asked for",
  ignore: !(await isInstalled("gifsicle")),
  fn: async () => {
    for (const [loop, wanted] of [[1, /^(?![\s\S]*loop)/], [3, /loop count 2/]] as const) {
      await withGif(smallFilm(6, { style: "classic" }), { loop }, async (path) => {
        assert.match(await printed("gifsicle", "--info", path), wanted);
      });
    }
  },
});

Deno.test({
  name: "A hold longer than the longest delay of a frame is held as long",
  ignore: !(await isInstalled("gifsicle")),
  fn: async () => {
    const film = smallFilm(6, { style: "classic", hold: 1_500_000 });
    await withGif(film, {}, async (path) => {
      const info = await printed("gifsicle", "--info", path);
      const delays = [...info.matchAll(/delay ([\d.]+)s/g)].map((match) => Number(match[1]));
      assert.equal(Math.round(delays.reduce((sum, delay) => sum + delay, 0) * 1000), film.duration);
    });
  },
});

Deno.test("The recipe is in a comment, in UTF-8", () =>
  withGif(smallFilm(6), { recipe: { title: "Übung ✓" } }, (_, bytes) => {
    assert(new TextDecoder().decode(bytes).includes('{"title":"Übung ✓"}'));
    return Promise.resolve();
  }));

Deno.test("The same film makes the same bytes", async () => {
  assert.deepEqual(await filmToGif(smallFilm(8)), await filmToGif(smallFilm(8)));
});

Deno.test("An abort ends the work with its reason", async () => {
  const film = smallFilm(8, { width: 1280, height: 960 });
  const reason = new Error("enough");
  await assert.rejects(() => filmToGif(film, { signal: AbortSignal.abort(reason) }), reason);
});

Deno.test("Progress never falls, and ends at 1", async () => {
  const shares: number[] = [];
  await filmToGif(smallFilm(8, { width: 1280, height: 960 }), {
    onProgress: (share) => shares.push(share),
  });
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  assert(shares.every((share) => share > 0 && share <= 1));
  assert.equal(shares.at(-1), 1);
});
