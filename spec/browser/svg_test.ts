import assert from "node:assert/strict";
import { type Browser, chromium, type Page } from "playwright-core";
import {
  blobs,
  type Film,
  filmToGif,
  filmToSvg,
  framesOf,
  makeFilm,
  record,
  themes,
} from "../../mod.ts";
import { drawn, lastScene, type Scene, sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { isInstalled } from "../support/command.ts";
import { crowdFilm, smallFilm } from "../support/films.ts";
import { apart, drawnCells, trueCells } from "../support/true_cells.ts";
import { similarity } from "../support/similarity.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How alike the browser's picture and ours must be. */
const ALIKE = 0.97;

async function inBrowser(check: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  try {
    await check(browser);
  } finally {
    await browser.close();
  }
}

/** A page that shows an SVG and nothing else; anything it complains of fails the test. */
async function pageOf(
  browser: Browser,
  { width, height }: Film,
  svg: string,
  reader: { colorScheme?: "light" | "dark"; reducedMotion?: "reduce" } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, ...reader });
  const page = await context.newPage();
  page.on("console", (message) => assert.fail(message.text()));
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.setContent(`<!doctype html><body style="margin:0">${svg}</body>`);
  return page;
}

/** The pixels of a page, red, green, blue, alpha. */
async function pixelsOf(page: Page): Promise<Uint8Array> {
  const png = (await page.screenshot({ type: "png" })).toString("base64");
  const viewer = await page.context().newPage();
  const pixels = await viewer.evaluate(PIXELS_OF_PNG + `(${JSON.stringify(png)})`);
  await viewer.close();
  return Uint8Array.from(atob(pixels as string), (byte) => byte.charCodeAt(0));
}

/** Runs in the page: decodes a PNG and gives its pixels in base 64. */
const PIXELS_OF_PNG = `(async (png) => {
  const bytes = Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = "";
  for (let i = 0; i < data.length; i += 4096) {
    text += String.fromCharCode(...data.subarray(i, i + 4096));
  }
  return btoa(text);
})`;

function painted({ width, height }: Film, scene: Scene, theme: keyof typeof themes): Uint8Array {
  const painter = new Painter(width, height, themes[theme]);
  painter.paint(scene);
  return new Uint8Array(painter.pixels.buffer);
}

const ignore = !(await isInstalled("chromium"));

Deno.test({
  name: "At the time of a frame, Chromium shows of the SVG what the frame shows",
  ignore,
  fn: async () => {
    await startResvg();
    await inBrowser(async (browser) => {
      for (
        const [make, style, theme] of [
          [smallFilm, "glide", "light"],
          [smallFilm, "glide", "dark"],
          [smallFilm, "classic", "classic"],
          [crowdFilm, "glide", "light"],
          [crowdFilm, "glide", "dark"],
          [crowdFilm, "classic", "classic"],
        ] as const
      ) {
        const film = make(2, { style });
        const page = await pageOf(browser, film, filmToSvg(film, { theme }));
        const frames = framesOf(film, 20);
        for (let i = 0; i < frames.length; i += Math.ceil(frames.length / 9)) {
          const { time } = frames[i];
          await page.evaluate(
            `(() => { const svg = document.querySelector("svg"); svg.pauseAnimations(); svg.setCurrentTime(${
              time / 1000
            }); })()`,
          );
          const shown = await pixelsOf(page);
          const ours = painted(film, sceneAt(film, time), theme);
          const alike = similarity(shown, ours, film.width, film.height);
          assert(
            alike >= ALIKE,
            `${make.name}, ${style}, ${theme}, ${time} ms: only ${alike.toFixed(3)} alike`,
          );
        }
        await page.close();
      }
    });
  },
});

Deno.test({
  name: "Chromium closes the corners of the cells while they move, and keeps lines where they are",
  ignore,
  fn: () =>
    inBrowser(async (browser) => {
      const film = drawn(makeFilm(record(blobs({ seed: 4 }), { k: 12, seed: 4 })));
      const page = await pageOf(browser, film, filmToSvg(film));
      const [left, top, right, bottom] = film.view!.box;
      let corners = 0;
      for (const { kind, start, end } of film.beats) {
        if (kind !== "update") continue;
        for (const share of [0.23, 0.47, 0.71]) {
          const time = start + (end - start) * share;
          const paths = await page.evaluate<string[]>(
            `(() => { const svg = document.querySelector("svg"); svg.pauseAnimations(); svg.setCurrentTime(${
              time / 1000
            }); return [...svg.querySelectorAll('path:has(> [attributeName="d"])')].map((path) => getComputedStyle(path).d); })()`,
          );
          const lines = paths.map((path) => {
            const [x, y, dx, dy] = path.match(/-?[\d.]+/g)!.map((tenths) => Number(tenths) / 10);
            return /l/.test(path) ? [x, y, x + dx, y + dy] as const : [x, y, dx, dy] as const;
          }).filter(([x1, y1, x2, y2]) => Math.hypot(x2 - x1, y2 - y1) > 0.01);
          const truth = trueCells(film, drawnCells(film, time).centroids);
          const ends = lines.flatMap(([a, b, c, d]) => [[a, b], [c, d]]);
          ends.forEach(([x, y], i) => {
            if (Math.min(x - left, right - x, y - top, bottom - y) < 0.3) return;
            const near = ends.flatMap(([u, v], j) =>
              j === i || j === (i ^ 1) ? [] : Math.hypot(u - x, v - y)
            ).sort((a, b) => a - b);
            assert(near[1] <= 0.5, `${time} ms: a corner at ${x}, ${y} is open by ${near[1]}`);
            corners++;
          });
          for (const line of lines.filter(([a, b, c, d]) => Math.hypot(a - c, b - d) > 2)) {
            const astray = Math.min(...truth.map((other) => apart(line, other)));
            assert(astray <= 1.2, `${time} ms: a line at ${line} is ${astray} astray`);
          }
        }
      }
      assert(corners > 500, `${corners}`);
      await page.close();
    }),
});

Deno.test({
  name: "Readers who prefer reduced motion see the last picture, dark where they prefer dark",
  ignore,
  fn: async () => {
    await startResvg();
    await inBrowser(async (browser) => {
      for (const film of [smallFilm(2), crowdFilm(2)]) {
        for (const colorScheme of ["light", "dark"] as const) {
          const svg = filmToSvg(film);
          const page = await pageOf(browser, film, svg, { colorScheme, reducedMotion: "reduce" });
          const alike = similarity(
            await pixelsOf(page),
            painted(film, lastScene(film), colorScheme),
            film.width,
            film.height,
          );
          assert(alike >= ALIKE, `${colorScheme}: only ${alike.toFixed(3)} alike`);
          await page.close();
        }
      }
    });
  },
});

Deno.test({
  name: "Where animation is stripped the SVG shows the last picture",
  ignore,
  fn: async () => {
    await startResvg();
    await inBrowser(async (browser) => {
      for (const film of [smallFilm(2), crowdFilm(2)]) {
        const stripped = filmToSvg(film, { theme: "light" }).replace(/<animate[^>]*>/g, "");
        const page = await pageOf(browser, film, stripped);
        const ours = painted(film, lastScene(film), "light");
        const alike = similarity(await pixelsOf(page), ours, film.width, film.height);
        assert(alike >= ALIKE, `only ${alike.toFixed(3)} alike`);
        await page.close();
      }
    });
  },
});

Deno.test({
  name: "Chromium opens the GIF at its size",
  ignore,
  fn: () =>
    inBrowser(async (browser) => {
      const film = smallFilm(2);
      const gif = await filmToGif(film);
      const page = await browser.newPage();
      const url = `data:image/gif;base64,${btoa(String.fromCharCode(...gif))}`;
      const size = await page.evaluate(
        `new Promise((done, fail) => { const image = new Image(); image.onload = () => done([image.naturalWidth, image.naturalHeight]); image.onerror = fail; image.src = ${
          JSON.stringify(url)
        }; })`,
      );
      assert.deepEqual(size, [film.width, film.height]);
    }),
});
