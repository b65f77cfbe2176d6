import assert from "node:assert/strict";
import { differenceCiede2000, type Rgb } from "culori";
import { blobs, filmToGif, makeFilm, record, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { pillow, python } from "../support/pillow.ts";
import { withFile } from "../support/decode.ts";

const difference = differenceCiede2000();
const color = (rgb: number): Rgb => ({
  mode: "rgb",
  r: (rgb & 255) / 255,
  g: (rgb >> 8 & 255) / 255,
  b: (rgb >> 16 & 255) / 255,
});

Deno.test({
  name:
    "What a GIF loses of its colours no eye sees: CIEDE2000 of 2 for what fills 1 %, 0.3 on average",
  ignore: !python,
  fn: async () => {
    await startResvg();
    for (const theme of ["light", "dark"] as const) {
      const film = makeFilm(record(blobs({ seed: 11 }), { k: 12, seed: 11 }));
      const { frames, width, height } = await withFile(
        ".gif",
        await filmToGif(film, { theme }),
        pillow,
      );
      const known = new Map<number, number>();
      for (let i = 0; i < frames.length; i += 9) {
        const painter = new Painter(width, height, themes[theme]);
        painter.paint(sceneAt(film, frames[i].time));
        const seen = new Int32Array(frames[i].pixels.slice().buffer);
        let sum = 0;
        /** How often each colour stands in the frame, and how far off it is at worst. */
        const colors = new Map<number, { count: number; worst: number }>();
        painter.pixels.forEach((wanted, at) => {
          const own = colors.get(wanted) ?? { count: 0, worst: 0 };
          colors.set(wanted, own);
          own.count++;
          if (wanted === seen[at]) return;
          const key = (wanted & 0xffffff) * 2 ** 24 + (seen[at] & 0xffffff);
          const error = known.get(key) ?? difference(color(wanted), color(seen[at]));
          known.set(key, error);
          sum += error;
          own.worst = Math.max(own.worst, error);
        });
        assert(sum / seen.length <= 0.3, `${sum / seen.length} on average`);
        for (const [wanted, { count, worst }] of colors) {
          if (count < seen.length / 100) continue;
          assert(worst <= 2, `a colour is off by ${worst}: ${(wanted >>> 0).toString(16)}`);
        }
      }
    }
  },
});
