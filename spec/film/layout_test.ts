import assert from "node:assert/strict";
import fc from "fast-check";
import { blobs, type Film, type FilmOptions, makeFilm, record } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import type { Box } from "../../src/film/scene/geometry.ts";
import type { Mark } from "../../src/film/scene/mark.ts";
import { Text, TextReel } from "../../src/film/scene/text.ts";
import { holds } from "../property.ts";

const SIZES = [[240, 160], [160, 240], [320, 240], [640, 480], [1200, 300], [300, 1200], [
  3840,
  2160,
]];
const TITLES = [
  undefined,
  "K",
  "How K-means sees the penguins of the Palmer archipelago ".repeat(9),
];
const NAMES = [[], ["x", "y"], ["bill_length_mm ".repeat(20), "body mass, in grams ".repeat(20)]];

/** A text of the picture, and the box around it. */
interface Placed {
  readonly name: string;
  readonly content: string;
  readonly box: Box;
}

function textsOf({ height, marks }: { height: number; marks: readonly Mark[] }): Placed[] {
  return marks.flatMap(({ name, geometry, opacity, translate: [dx, dy] = [0, 0] }) => {
    const texts = geometry instanceof Text
      ? [geometry]
      : geometry instanceof TextReel
      ? geometry.rows
      : [];
    return opacity === 0
      ? []
      : texts.filter(({ letters }) => letters.length > 0).map((text): Placed => {
        const [left, top, right, bottom] = text.box();
        // Its box has room for accents and descenders that the letters around may use too.
        const rise = text.size * 0.25;
        return {
          name,
          content: text.content,
          box: [left + 1 + dx, top + rise + dy, right - 1 + dx, bottom - text.size * 0.1 + dy],
        };
      }).filter(({ box: [, top, , bottom] }) => bottom > 0 && top < height);
  });
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function checkLayout(film: Film): void {
  const { width, height } = film;
  for (const { start } of film.beats) {
    const scene = sceneAt(film, start);
    const texts = textsOf(scene);
    for (const { name, content, box: [left, top, right, bottom] } of texts) {
      const inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
      assert(
        inside,
        `${name} '${content}' is cut off at ${start} ms: ${[left, top, right, bottom]}`,
      );
    }
    texts.forEach((a, i) =>
      texts.slice(0, i).forEach((b) =>
        assert(!overlap(a.box, b.box), `'${a.content}' is on '${b.content}' at ${start} ms`)
      )
    );
    for (const mark of scene.marks) {
      if (!["points", "centroid", "chart-line", "chart-head"].includes(mark.name)) continue;
      if (mark.opacity === 0 || mark.width === 0) continue;
      const [dx, dy] = mark.translate ?? [0, 0];
      const half = mark.width! / 2;
      for (let i = 0; i < mark.geometry.length; i++) {
        const [left, top, right, bottom] = mark.geometry.box(i);
        const box: Box = [left + dx, top + dy, right + dx, bottom + dy];
        assert(box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height, mark.name);
        const reaching: Box = [box[0] - half, box[1] - half, box[2] + half, box[3] + half];
        const under = texts.find((text) => overlap(text.box, reaching));
        assert(!under, `a mark of ${mark.name} is on '${under?.content}' at ${start} ms`);
      }
    }
  }
}

Deno.test("No text is cut off or lies on another, and no point, centroid or chart on a text, whatever the title and names", () => {
  const points = blobs({ clusters: 3, points: 20, seed: 2 });
  for (const [width, height] of SIZES) {
    for (const title of TITLES) {
      for (const features of NAMES) {
        const trace = record(points, { k: 3, seed: 2 }, { features });
        const options: FilmOptions = { width, height, ...(title && { title }) };
        try {
          checkLayout(makeFilm(trace, options));
        } catch (error) {
          throw new Error(`${width}×${height}, ${title}, ${features}`, { cause: error });
        }
      }
    }
  }
});

Deno.test("The same holds for sizes from 16 to 4000 pixels and values up to 1e300", () => {
  const side = fc.integer({ min: 16, max: 4000 });
  const coordinate = fc.oneof(
    fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
    fc.integer({ min: -9, max: 9 }),
  );
  const some = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 });
  holds(fc.tuple(side, side, some, fc.boolean()), ([width, height, points, axes]) => {
    checkLayout(
      makeFilm(record(points, { k: 3, seed: 1, maxIterations: 20 }), { width, height, axes }),
    );
  });
});
