import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { filmToSvg, themes } from "../../mod.ts";
import type { DrawnFilm } from "../../src/film/scene/film.ts";
import { drawn } from "../../src/film/scene/film.ts";
import { Segments } from "../../src/film/scene/geometry.ts";
import { MovingLines, type MovingMark } from "../../src/film/scene/mark.ts";
import { TextReel } from "../../src/film/scene/text.ts";
import { Timeline } from "../../src/film/scene/track.ts";
import { MarkWriter } from "../../src/svg/mark_writer.ts";
import { Pen } from "../../src/svg/paint.ts";
import { crowdFilm, smallFilm } from "../support/films.ts";

const film: DrawnFilm = drawn(smallFilm(1));
const line = new Segments(Float64Array.of(10, 10, 50, 50), 1);

/** The marks as they are written: as they move, and as they are at the end. */
function written(...marks: MovingMark[]): MarkWriter {
  const writer = new MarkWriter(new Pen(themes.light, 10), film, {});
  marks.forEach((mark) => writer.add(mark));
  return writer;
}

/** Something that begins with one value and ends with another. */
function becoming(first: number, last: number) {
  return new Timeline(first).jump(film.duration / 2, last).done();
}

Deno.test("What has gone at the end is in the film, and not in the still picture", () => {
  const base = { name: "edge", stroke: "ink", width: 2 } as const;
  const moving = new MovingLines([[10, 10, 50, 50]]);
  for (const geometry of [line, moving]) {
    const faded = written({ ...base, geometry, opacity: becoming(1, 0) });
    assert.deepEqual([faded.moving.length, faded.still.length], [1, 0]);
    const thinned = written({ ...base, geometry, width: becoming(2, 0) });
    assert.deepEqual([thinned.moving.length, thinned.still.length], [1, 0]);
    const seen = written({ ...base, geometry, opacity: becoming(0, 1) });
    assert.deepEqual([seen.moving.length, seen.still.length], [1, 1]);
  }
});

Deno.test("Of texts one below another the still picture has those alone that it shows", () => {
  const geometry = new TextReel(["first", "second", "third"], 12, film.height);
  const shown = (row: number) => {
    const translate = [10, (0.5 - row) * film.height] as const;
    const { moving, still } = written({ name: "caption", fill: "ink", geometry, translate });
    const letters = (content: string) => content.match(/<use/g)?.length;
    assert.equal(letters(moving[0].content), "firstsecondthird".length);
    return letters(still[0].content);
  };
  assert.deepEqual([0, 1, 2].map(shown), ["first", "second", "third"].map(({ length }) => length));
});

Deno.test("Each picture of a cloud has what has changed since the one before it", () => {
  const svg = filmToSvg(crowdFilm(1));
  const pictures = [...svg.matchAll(/href="data:image\/png;base64,([^"]*)"/g)].map(([, text]) =>
    decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)))
  );
  // The first is the mask; the second colours all points, and later ones those that change cluster.
  const sizes = pictures.slice(1).map(({ width, height }) => width * height);
  assert(sizes.length > 2);
  const seen = pictures.slice(1).map(({ data, palette, transparency }) => {
    const isClear = (index: number) => (transparency?.[index] ?? palette?.[index][3] ?? 255) === 0;
    return Array.from(data).filter((index) => !isClear(index)).length;
  });
  assert(seen[seen.length - 1] < seen[0] / 2, `${seen}`);
});
