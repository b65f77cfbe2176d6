import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { type Film, filmToSvg, stillOf, type ThemeName, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { crowdFilm, smallFilm } from "../support/films.ts";
import { similarity } from "../support/similarity.ts";

/** Debian's Python, which has what Debian's packages bring. */
const PYTHON = "/usr/bin/python3";
const QT = `
import sys
from PyQt5.QtSvg import QSvgRenderer
from PyQt5.QtGui import QGuiApplication, QImage, QPainter
app = QGuiApplication(sys.argv)
renderer = QSvgRenderer(sys.argv[1])
image = QImage(renderer.defaultSize(), QImage.Format_ARGB32)
image.fill(0)
painter = QPainter(image)
painter.setRenderHint(QPainter.Antialiasing)
renderer.render(painter)
painter.end()
image.save(sys.argv[2])
`;

/** A viewer of SVG. */
interface Viewer {
  /** A call that ends well where it is installed. */
  readonly probe: readonly string[];
  /** A call that draws an SVG into a PNG. */
  readonly draw: (svg: string, png: string) => readonly string[];
  /** Whether it knows masks, which clouds are drawn with. */
  readonly masks: boolean;
  /** Whether it leaves animation out; Qt shows the start, and only what is moved moves. */
  readonly still: boolean;
}

const viewers: Record<string, Viewer> = {
  librsvg: {
    probe: ["rsvg-convert", "--version"],
    draw: (svg, png) => ["rsvg-convert", svg, "-o", png],
    masks: true,
    still: true,
  },
  Inkscape: {
    probe: ["inkscape", "--version"],
    draw: (svg, png) => ["inkscape", svg, "--export-type=png", `--export-filename=${png}`],
    masks: true,
    still: true,
  },
  CairoSVG: {
    probe: [PYTHON, "-c", "import cairosvg"],
    draw: (svg, png) => [PYTHON, "-m", "cairosvg", svg, "-o", png],
    masks: false,
    still: true,
  },
  Qt: {
    probe: [PYTHON, "-c", "import PyQt5.QtSvg"],
    draw: (svg, png) => [PYTHON, "-c", QT, svg, png],
    masks: false,
    still: false,
  },
};

/** Runs a program; whether it ended well. */
async function ends([program, ...args]: readonly string[]): Promise<boolean> {
  try {
    const env = { QT_QPA_PLATFORM: "offscreen", QT_LOGGING_RULES: "*=false" };
    const options = { args, env, stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(program, options).output()).success;
  } catch {
    return false;
  }
}

/** What our own pixels show at a time. */
function painted(film: Film, time: number, theme: ThemeName): Uint8Array {
  const painter = new Painter(film.width, film.height, themes[theme]);
  painter.paint(sceneAt(film, time));
  return new Uint8Array(painter.pixels.buffer);
}

/** A picture on white: red, green, blue, alpha. */
function onWhite(png: Uint8Array): Uint8Array {
  const { data, channels } = decode(png);
  const pixels = new Uint8Array(data.length / channels * 4).fill(255);
  for (let i = 0; i < data.length / channels; i++) {
    const share = channels === 4 ? data[4 * i + 3] / 255 : 1;
    for (let c = 0; c < 3; c++) {
      pixels[4 * i + c] = 255 - (255 - data[channels * i + c]) * share;
    }
  }
  return pixels;
}

/** Of the pixels that are coloured in one picture, the share that is not in the other. */
function lost(ours: Uint8Array, theirs: Uint8Array): number {
  const isColored = (pixels: Uint8Array, i: number) =>
    Math.max(pixels[i], pixels[i + 1], pixels[i + 2]) -
        Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) > 60;
  let [colored, missing] = [0, 0];
  for (let i = 0; i < ours.length; i += 4) {
    if (!isColored(ours, i)) continue;
    colored++;
    if (!isColored(theirs, i)) missing++;
  }
  assert(colored > 500);
  return missing / colored;
}

/** How alike a viewer's picture and ours must be, and how much of the coloured may be missing. */
const ALIKE = 0.95;
const LOST = 0.1;

for (const [name, { probe, draw, masks, still }] of Object.entries(viewers)) {
  Deno.test({
    name:
      `${name} shows points, rings and text of an SVG as our own pixels do, in stills and films`,
    ignore: !(await ends(probe)),
    fn: async () => {
      await startResvg();
      const folder = await Deno.makeTempDir();
      const [svg, png] = [`${folder}/a.svg`, `${folder}/a.png`];
      const films = [
        [smallFilm(2, { title: "Four clusters" }), "light"],
        [smallFilm(3, { style: "classic" }), "classic"],
        ...(masks ? [[crowdFilm(2), "light"] as const] : []),
      ] as const;
      for (const [film, theme] of films) {
        const middle = film.beats[2].end;
        const pictures = [
          [stillOf(film, middle), middle],
          ...(still ? [[film, film.duration] as const] : []),
        ] as const;
        for (const [shown, time] of pictures) {
          await Deno.writeTextFile(svg, filmToSvg(shown, { theme }));
          assert(await ends(draw(svg, png)));
          const ours = painted(film, time, theme);
          const theirs = onWhite(await Deno.readFile(png));
          assert.equal(theirs.length, ours.length);
          const alike = similarity(theirs, ours, film.width, film.height);
          const share = lost(ours, theirs);
          const where = `${film.title}, ${theme}, ${time} ms`;
          assert(alike >= ALIKE, `${where}: only ${alike.toFixed(3)} alike`);
          assert(share <= LOST, `${where}: ${share.toFixed(3)} lost`);
        }
      }
      await Deno.remove(folder, { recursive: true });
    },
  });
}
