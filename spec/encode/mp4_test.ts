import assert from "node:assert/strict";
import { filmToMp4, framesOf, type Mp4Options, themes } from "../../mod.ts";
import { findBox } from "../../src/encode/mp4/boxes.ts";
import { sceneAt } from "../../src/internal.ts";
import { levelOf } from "../../src/encode/mp4/sps.ts";
import { opaquePixel } from "../../src/raster/blend.ts";
import { Painter } from "../../src/raster/painter.ts";
import { isInstalled } from "../support/command.ts";
import { decodedFrames, probed, withFile } from "../support/decode.ts";
import { smallFilm } from "../support/films.ts";

/** How far all channels of a frame may be off on average, of 255. */
const MEAN = 2;
/** How far the paper may be off on average, where nothing is drawn on it. */
const PAPER = 1.25;

const withFfmpeg = { ignore: !(await isInstalled("ffmpeg")) };

Deno.test(
  "Each frame, decoded by ffmpeg, shows what the painter painted when it is due",
  withFfmpeg,
  async () => {
    for (const theme of ["light", "dark"] as const) {
      const film = smallFilm(5);
      const { width, height } = film;
      const painter = new Painter(width, height, themes[theme]);
      await withFile(".mp4", await filmToMp4(film, { theme }), async (path) => {
        const frames = framesOf(film, 20);
        const paper = opaquePixel(themes[theme].paper);
        let i = 0;
        let count = 0;
        painter.paint(sceneAt(film, 0));
        for await (const shown of decodedFrames(path, width, height)) {
          while (frames[i + 1]?.time <= count * 50) painter.paint(sceneAt(film, frames[++i].time));
          let [sum, off, size] = [0, 0, 0];
          for (let at = 0; at < shown.length; at++) {
            const pixel = painter.pixels[Math.floor(at / 3)];
            const difference = Math.abs((pixel >> 8 * (at % 3) & 255) - shown[at]);
            sum += difference;
            if (pixel !== paper) continue;
            off += difference;
            size++;
          }
          const where = `${theme}, frame ${count}`;
          assert(sum / shown.length <= MEAN, `${where}: off by ${sum / shown.length}`);
          assert(off / size <= PAPER, `${where}: the paper is off by ${off / size}`);
          count++;
        }
        assert.equal(count * 50, film.duration);
      });
    }
  },
);

Deno.test(
  "ffprobe reads an MP4 of a constant rate that lasts as long as the film",
  withFfmpeg,
  async () => {
    const cases: [seed: number, options: Mp4Options, interval?: number][] = [
      [1, {}],
      [2, { fps: 50 }],
      [3, { fps: 12.5 }],
      [4, { fps: 7.3 }],
      [5, { fps: 20 }, 470],
    ];
    for (const [seed, options, interval] of cases) {
      const { fps = 20 } = options;
      const film = smallFilm(seed, { width: 128, height: 96, interval });
      await withFile(".mp4", await filmToMp4(film, options), async (path) => {
        const { format, streams: [stream, ...others] } = await probed(path);
        assert.equal(others.length, 0);
        assert.equal(stream.codec_name, "h264");
        assert.equal(stream.pix_fmt, "yuv420p");
        assert.equal(stream.color_space, "bt709");
        assert.equal(Number(format.duration), film.duration / 1000);
        assert.equal(stream.r_frame_rate, stream.avg_frame_rate);
        const [over, under] = stream.avg_frame_rate.split("/").map(Number);
        assert(Math.abs(over / under - fps) < 1e-9);
        // As many as it takes, the last one cut where the film ends; times are told to 10 ms.
        const frames = Number(stream.nb_read_frames);
        assert((frames - 1) / fps <= film.duration / 1000 + 0.005);
        assert(frames / fps >= film.duration / 1000 - 0.005);
      });
    }
  },
);

Deno.test("Odd sides get a pixel more, as the picture ends", withFfmpeg, async () => {
  for (const [width, height] of [[161, 120], [160, 121], [161, 121], [17, 17], [16, 333]]) {
    const film = smallFilm(5, { width, height, hold: 50 });
    await withFile(".mp4", await filmToMp4(film, { fps: 5 }), async (path) => {
      const { streams: [stream] } = await probed(path);
      assert.deepEqual([stream.width, stream.height], [width + width % 2, height + height % 2]);
      for await (const shown of decodedFrames(path, stream.width, stream.height)) {
        // What is added goes on as the picture ends.
        for (let y = 0; y < stream.height; y++) {
          const end = (y + 1) * stream.width * 3;
          if (width % 2) assert(Math.abs(shown[end - 2] - shown[end - 5]) <= 48, `row ${y}`);
        }
        const row = stream.width * 3;
        for (let at = shown.length - row; height % 2 && at < shown.length; at += 3) {
          assert(Math.abs(shown[at + 1] - shown[at + 1 - row]) <= 48, `at ${at}`);
        }
      }
    });
  }
});

Deno.test("What is to be known of an MP4 comes before its frames, and tells no time", async () => {
  const bytes = await filmToMp4(smallFilm(5, { width: 64, height: 48 }), {
    recipe: { title: "Übung ✓" },
  });
  const text = new TextDecoder("latin1").decode(bytes);
  assert(text.indexOf("moov") < text.indexOf("mdat"));
  assert(new TextDecoder().decode(bytes).includes('{"title":"Übung ✓"}'));
  for (const name of ["mvhd", "tkhd", "mdhd"]) {
    const at = text.indexOf(name) + 8;
    assert.deepEqual([...bytes.subarray(at, at + 8)], [0, 0, 0, 0, 0, 0, 0, 0], name);
  }
});

Deno.test("The same film makes the same MP4, also where others are made at the same time", async () => {
  const make = () => filmToMp4(smallFilm(8, { width: 160, height: 120 }));
  const [first, ...others] = await Promise.all([make(), make(), make()]);
  for (const other of [...others, await make()]) assert.deepEqual(other, first);
});

Deno.test("An abort ends an MP4 with its reason, and others can be made after it", async () => {
  const reason = new Error("enough");
  const film = smallFilm(8, { width: 1280, height: 960 });
  await assert.rejects(() => filmToMp4(film, { signal: AbortSignal.abort(reason) }), reason);
  assert((await filmToMp4(smallFilm(8, { width: 64, height: 48 }))).length > 1000);
});

/** The numbers of four bytes each in a box, from a place on. */
function table(bytes: Uint8Array, name: string, from: number): number[] {
  const box = findBox(bytes, "moov", "trak", "mdia", "minf", "stbl", name)!;
  const view = new DataView(box.buffer, box.byteOffset, box.byteLength);
  return Array.from({ length: (box.length - from) / 4 }, (_, i) => view.getUint32(from + 4 * i));
}

Deno.test("A frame in ten seconds stands on its own, the first among them, whatever the rate", async () => {
  const film = smallFilm(5, { width: 32, height: 32, hold: 30_000 });
  for (const fps of [5, 2.5]) {
    const keys = table(await filmToMp4(film, { fps }), "stss", 8);
    const apart = Math.ceil(10 * fps);
    assert.deepEqual(keys, keys.map((_, i) => 1 + i * apart));
    assert.equal(keys.length, Math.ceil(film.duration / 1000 * fps / apart));
  }
});

Deno.test("The sizes of its frames are all that an MP4 holds behind its tables", async () => {
  const bytes = await filmToMp4(smallFilm(5, { width: 32, height: 32 }), { fps: 5 });
  const sizes = table(bytes, "stsz", 12);
  const frames = findBox(bytes, "mdat")!;
  assert.equal(sizes.reduce((sum, size) => sum + size, 0), frames.length);
  const [start] = table(bytes, "stco", 8);
  assert.equal(start, frames.byteOffset - bytes.byteOffset);
});

Deno.test("The finer an MP4 is encoded, the larger it is; 75 unless asked otherwise", async () => {
  const film = smallFilm(5, { width: 160, height: 120, hold: 50 });
  const make = (quality?: number) => filmToMp4(film, { quality, fps: 5 });
  const sizes = [];
  for (const quality of [1, 50, 75, 100]) sizes.push((await make(quality)).length);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => a - b));
  assert.equal(new Set(sizes).size, 4);
  assert.deepEqual(await make(), await make(75));
});

Deno.test("The level grows with size and rate", () => {
  assert.equal(levelOf(640, 480, 20), 30);
  assert.equal(levelOf(1280, 720, 20), 31);
  assert.equal(levelOf(1920, 1080, 30), 40);
  assert.equal(levelOf(3840, 2160, 30), 51);
  assert.equal(levelOf(8192, 8192, 50), 62);
});

Deno.test("A level takes as many macroblocks as its row of Table A-1 says, and none more", () => {
  // Level 1: 99 a frame, 1,485 a second, no side longer than the root of 8 × 99.
  assert.equal(levelOf(176, 144, 15), 10);
  assert.equal(levelOf(176, 144, 15.1), 11);
  assert.equal(levelOf(177, 144, 14), 11);
  assert.equal(levelOf(16 * 28, 16, 1), 10);
  assert.equal(levelOf(16 * 29, 16, 1), 11);
  assert.equal(levelOf(16, 16 * 29, 1), 11);
});
