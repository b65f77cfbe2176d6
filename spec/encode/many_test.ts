import assert from "node:assert/strict";
import {
  encodeFilm,
  type Film,
  filmToApng,
  filmToGif,
  filmToGifStream,
  filmToMp4,
  filmToSvg,
} from "../../mod.ts";
import { isInstalled } from "../support/command.ts";
import { probed, withFile } from "../support/decode.ts";
import { smallFilm } from "../support/films.ts";
import { gifDuration } from "../support/gifsicle.ts";
import { pillow, python } from "../support/pillow.ts";

const small = () => smallFilm(8, { width: 160, height: 120 });

/** Runs with a clock by which every frame takes a second, so that others have a turn after each. */
async function withSlowClock(run: () => Promise<void>): Promise<void> {
  const { now } = performance;
  let time = 0;
  performance.now = () => time += 1000;
  try {
    await run();
  } finally {
    performance.now = now;
  }
}

Deno.test("Many formats at once are to the byte what each is alone", async () => {
  const film = smallFilm(5, { width: 160, height: 120 });
  const options = { theme: "dark", fps: 12.5, loop: 2, colors: 40, recipe: { seed: 5 } } as const;
  const files = await encodeFilm(film, ["mp4", "gif", "apng"], options);
  assert.deepEqual(files.gif, await filmToGif(film, options));
  assert.deepEqual(files.apng, await filmToApng(film, options));
  assert.deepEqual(files.mp4, await filmToMp4(film, options));
});

Deno.test({
  name:
    "Every format lasts as long as the film, by gifsicle, Pillow, ffprobe and the SVG's own clock",
  ignore: !python || !(await isInstalled("gifsicle")) || !(await isInstalled("ffprobe")),
  fn: async () => {
    const size = { width: 80, height: 60 };
    const films: [Film, number][] = [
      [smallFilm(1, size), 20],
      [smallFilm(2, { ...size, interval: 330, hold: 70 }), 20],
      [smallFilm(3, { ...size, interval: 1230 }), 7.3],
      [smallFilm(4, { ...size, style: "classic" }), 30],
      [smallFilm(5, { ...size, storyboard: "auto" }), 50],
    ];
    for (const [film, fps] of films) {
      const { gif, apng, mp4 } = await encodeFilm(film, ["gif", "apng", "mp4"], { fps });
      await withFile(".gif", gif, async (path) => {
        assert.equal(await gifDuration(path), film.duration);
      });
      await withFile(".apng", apng, async (path) => {
        const { frames } = await pillow(path);
        const total = frames.reduce((sum, { duration }) => sum + duration, 0);
        assert.equal(total, film.duration);
      });
      await withFile(".mp4", mp4, async (path) => {
        assert.equal(Number((await probed(path)).format.duration) * 1000, film.duration);
      });
      for (const [, dur] of filmToSvg(film).matchAll(/ dur="([^"]+)"/g)) {
        assert.equal(dur, `${film.duration / 1000}s`);
      }
    }
  },
});

for (const [name, make] of Object.entries({ filmToGif, filmToApng, filmToMp4 })) {
  Deno.test(`${name} throws the reason of an abort that came before it began`, async () => {
    const reason = new Error("enough");
    await assert.rejects(() => make(small(), { signal: AbortSignal.abort(reason) }), reason);
  });

  Deno.test(`${name} ends at the next turn after an abort, with its reason`, async () => {
    const reason = new Error("enough");
    await withSlowClock(async () => {
      const { signal, abort } = aborted(reason);
      let told = 0;
      const onProgress = () => {
        if (++told === 3) abort();
      };
      await assert.rejects(() => make(small(), { signal, onProgress }), reason);
      assert.equal(told, 3);
    });
  });

  Deno.test(`${name} tells after every turn how much is done, and 1 at the end`, async () => {
    await withSlowClock(async () => {
      const shares: number[] = [];
      await make(small(), { fps: 5, onProgress: (share) => shares.push(share) });
      const frames = shares.length - 1;
      assert(frames > 10, `${frames} frames`);
      const wanted = Array.from({ length: frames }, (_, i) => (i + 1) / frames);
      assert.deepEqual(shares, [...wanted, 1]);
    });
  });
}

function aborted(reason: Error): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(reason) };
}

Deno.test("A stream of a GIF is the GIF, in parts", async () => {
  const film = smallFilm(5);
  let parts = 0;
  const bytes: number[] = [];
  for await (const part of filmToGifStream(film, { recipe: { seed: 5 } })) {
    assert(part.length > 0);
    bytes.push(...part);
    parts++;
  }
  assert(parts > 10);
  assert.deepEqual(Uint8Array.from(bytes), await filmToGif(film, { recipe: { seed: 5 } }));
});

Deno.test("A stream of a GIF is drawn only as far as it is read", async () => {
  await withSlowClock(async () => {
    const shares: number[] = [];
    const reader = filmToGifStream(small(), { onProgress: (share) => shares.push(share) })
      .getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    assert(shares.every((share) => share < 0.5), `${shares}`);
  });
});

Deno.test("A stream fails with the reason of an abort", async () => {
  const reason = new Error("enough");
  const stream = filmToGifStream(small(), { signal: AbortSignal.abort(reason) });
  await assert.rejects(() => new Response(stream).bytes(), reason);
});
