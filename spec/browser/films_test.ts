import assert from "node:assert/strict";
import { type Film, filmToApng, filmToGif, filmToMp4, framesOf, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { inChromium, PIXELS, pixelsFrom } from "../support/chromium.ts";
import { isInstalled } from "../support/command.ts";
import { smallFilm } from "../support/films.ts";
import { similarity } from "../support/similarity.ts";

const withChromium = { ignore: !(await isInstalled("chromium")) };

/** How alike Chromium's picture and ours must be, where colours or edges may be lost. */
const ALIKE = 0.97;

interface Decoded {
  readonly width: number;
  readonly height: number;
  /** How often it is played again; null for ever. */
  readonly again: number | null;
  readonly frames: readonly { readonly duration: number; readonly pixels: string }[];
}

/** Runs in the page: decodes all frames of an image. */
const decode = (type: string) =>
  `(async () => { ${PIXELS}
    const decoder = new ImageDecoder({ data: film, type: ${JSON.stringify(type)} });
    await Promise.all([decoder.completed, decoder.tracks.ready]);
    const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
    const frames = [];
    let width, height;
    for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      width = image.displayWidth;
      height = image.displayHeight;
      frames.push({ duration: image.duration / 1000, pixels: pixelsOf(image, width, height) });
      image.close();
    }
    const again = repetitionCount === Infinity ? null : repetitionCount;
    return { width, height, again, frames };
  })()`;

function* painted(film: Film, times: Iterable<number>): Generator<[number, Uint8Array]> {
  const painter = new Painter(film.width, film.height, themes.light);
  for (const time of times) {
    painter.paint(sceneAt(film, time));
    yield [time, new Uint8Array(painter.pixels.buffer.slice(0))];
  }
}

for (
  const [type, make, least] of [
    ["image/png", filmToApng, 1],
    ["image/gif", filmToGif, ALIKE],
  ] as const
) {
  Deno.test(
    `Chromium shows of ${type} each frame of the film, for its time`,
    withChromium,
    async () => {
      for (const loop of [undefined, 4]) {
        const film = smallFilm(2, { width: 200, height: 150 });
        const { width, height } = film;
        await inChromium(await make(film, { loop }), async (page) => {
          const decoded = await page.evaluate(decode(type)) as Decoded;
          assert.deepEqual([decoded.width, decoded.height], [width, height]);
          assert.equal(decoded.again, loop === undefined ? null : loop - 1);
          let i = 0;
          let end = decoded.frames[0].duration;
          for (const [time, ours] of painted(film, framesOf(film, 20).map(({ time }) => time))) {
            while (end <= time) end += decoded.frames[++i].duration;
            const shown = pixelsFrom(decoded.frames[i].pixels);
            if (least === 1) assert(shown.every((value, at) => value === ours[at]), `${time} ms`);
            const alike = similarity(shown, ours, width, height);
            assert(alike >= least, `${time} ms: only ${alike.toFixed(3)} alike`);
          }
          assert.equal(i, decoded.frames.length - 1);
          assert.equal(end, film.duration);
        });
      }
    },
  );
}

Deno.test(
  "Chromium plays the MP4, and shows the film wherever it is dragged to",
  withChromium,
  async () => {
    const film = smallFilm(2, { width: 321, height: 241 });
    const [width, height] = [322, 242];
    await inChromium(await filmToMp4(film), async (page) => {
      const about = await page.evaluate(`(async () => { ${PIXELS}
      const video = document.body.appendChild(document.createElement("video"));
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([film], { type: "video/mp4" }));
      await new Promise((done, fail) => {
        video.oncanplaythrough = done;
        video.onerror = () => fail(new Error(video.error.message));
      });
      window.at = async (time) => {
        // A seek can end before its frame is there; none comes where it is there already.
        const shown = new Promise((done) => {
          const look = (_, { mediaTime }) =>
            mediaTime <= time && time < mediaTime + 0.05
              ? done()
              : video.requestVideoFrameCallback(look);
          video.requestVideoFrameCallback(look);
          setTimeout(done, 2000);
        });
        const sought = new Promise((done) => video.onseeked = done);
        video.currentTime = time;
        await Promise.all([sought, shown]);
        return pixelsOf(video, video.videoWidth, video.videoHeight);
      };
      return [video.duration, video.videoWidth, video.videoHeight];
    })()`);
      assert.deepEqual(about, [film.duration / 1000, width, height]);
      const times = [0, 500, 1000, 3050, 2000, film.duration - 50];
      for (const [time, ours] of painted(film, times)) {
        // In the midst of the frame.
        const shown = pixelsFrom(await page.evaluate(`at(${(time + 25) / 1000})`) as string);
        const cut = new Uint8Array(ours.length);
        for (let y = 0; y < film.height; y++) {
          cut.set(shown.subarray(y * width * 4, (y * width + film.width) * 4), y * film.width * 4);
        }
        const alike = similarity(cut, ours, film.width, film.height);
        assert(alike >= ALIKE, `${time} ms: only ${alike.toFixed(3)} alike`);
      }
      const played = await page.evaluate(`(async () => {
      const video = document.querySelector("video");
      video.currentTime = 0;
      video.playbackRate = 8;
      await video.play();
      await new Promise((done) => video.onended = done);
      return video.currentTime;
    })()`);
      assert(Math.abs(played as number - film.duration / 1000) < 0.1, `${played}`);
    });
  },
);
