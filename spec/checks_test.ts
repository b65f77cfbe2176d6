import assert from "node:assert/strict";
import {
  blobs,
  compareFilm,
  elbowFilm,
  encodeFilm,
  featuresOf,
  type Film,
  filmToApng,
  filmToGif,
  filmToGifStream,
  filmToHtml,
  filmToMp4,
  filmToPng,
  filmToSvg,
  kneeOf,
  makeFilm,
  makeShape,
  readTable,
  record,
  scalingOf,
  silhouette,
  stillOf,
  toMatrix,
} from "../mod.ts";
import { requireOption, requireOptions, shown } from "../src/checks.ts";

const trace = record([[0, 0], [0, 1], [9, 9]], { k: 2 });
const film = makeFilm(trace, { width: 64, height: 48 });
const bytes = new TextEncoder().encode("x,y\n1,2\n3,4\n");
const table = await readTable(bytes);
const points = trace.points;

/** Options that cannot be, as somebody without types may hand them over. */
// deno-lint-ignore no-explicit-any
type Any = any;

/** A call that must be refused, and the name and value that its message must tell. */
const refused: Readonly<Record<string, readonly [call: () => unknown, says: string]>> = {
  "a hold before its time": [
    () => makeFilm(trace, { hold: -5000 }),
    "Cannot make the film as 'hold' must be a number from 20 to 3600000: -5000",
  ],
  "no speed": [
    () => makeFilm(trace, { speed: 0 }),
    "Cannot make the film as 'speed' must be a number from 0.1 to 10: 0",
  ],
  "a width that is no number": [
    () => makeFilm(trace, { width: NaN }),
    "Cannot make the film as 'width' must be a whole number from 16 to 8192: NaN",
  ],
  "half a pixel": [() => makeFilm(trace, { height: 100.5 }), "'height' must be a whole number"],
  "an endless interval": [() => makeFilm(trace, { interval: Infinity }), "'interval' must be"],
  "a title that is a number": [() => makeFilm(trace, { title: 7 as Any }), "must be a text: 7"],
  "axes by word": [
    () => makeFilm(trace, { axes: "no" as Any }),
    "'axes' must be true or false: 'no'",
  ],
  "an unknown style": [
    () => makeFilm(trace, { style: "glid" as Any }),
    "Cannot make the film as 'style' must be one of glide, classic: 'glid'",
  ],
  "options that are none": [() => makeFilm(trace, null as Any), "must be an object: null"],
  "an empty storyboard": [() => makeFilm(trace, { storyboard: [] }), "'storyboard' must be"],
  "a storyboard of halves": [() => makeFilm(trace, { storyboard: [0.5] }), "0.5"],
  "a storyboard by word": [() => makeFilm(trace, { storyboard: "all" as Any }), "'all'"],
  "a comparison of nothing": [() => compareFilm([]), "as 'runs' has none: 0"],
  "a comparison in no time": [
    () => compareFilm([{ name: "a", trace }], { interval: 0 }),
    "'interval' must be",
  ],
  "a choice among none": [() => elbowFilm([]), "there must be one of 'choices' at the least: 0"],
  "a choice on no picture": [
    () => elbowFilm([{ k: 1, inertia: 1, silhouette: NaN }], { width: 3 }),
    "'width' must be a whole number from 16 to 8192: 3",
  ],
  "a moment by word": [() => stillOf(film, "end" as Any), "a time in milliseconds"],
  "a moment without an iteration": [() => stillOf(film, {} as Any), "a time in milliseconds"],
  "a moment that is no number": [() => stillOf(film, NaN), "NaN"],
  "no frames a second": [
    () => filmToGif(film, { fps: 0 }),
    "Cannot write the GIF as 'fps' must be a number from 1 to 50: 0",
  ],
  "one colour": [
    () => filmToGif(film, { colors: 1 }),
    "Cannot write the GIF as 'colors' must be a whole number from 2 to 255: 1",
  ],
  "a stream of no colours": [() => filmToGifStream(film, { colors: NaN }), "'colors' must be"],
  "more than the best quality": [
    () => filmToMp4(film, { quality: 500 }),
    "Cannot write the MP4 as 'quality' must be a whole number from 1 to 100: 500",
  ],
  "no repetition": [() => filmToApng(film, { loop: 0 }), "'loop' must be a whole number"],
  "a still before its film": [() => filmToPng(film, { time: -1 }), "'time' must be"],
  "an unknown theme": [
    () => filmToSvg(film, { theme: "drak" as Any }),
    "Cannot write the SVG as 'theme' must be one of auto, light, dark, classic: 'drak'",
  ],
  "an unknown theme of a page": [() => filmToHtml(film, { theme: "drak" as Any }), "'theme'"],
  "an unknown format": [
    () => encodeFilm(film, ["gfi" as Any]),
    "Cannot encode the film as 'formats' must be one of gif, apng, mp4: 'gfi'",
  ],
  "a film that is none": [() => filmToSvg({ ...film, marks: undefined } as Film), "makeFilm"],
  "a table of nothing": [() => toMatrix([]), "Cannot use points as there are none: 0 rows"],
  "a table without columns": [() => toMatrix([[]]), "as they have no features: 0 columns"],
  "a table that says it is too large": [
    () => toMatrix(new Array(2 ** 10).fill({ length: 2 ** 20, [2 ** 20 - 1]: 1 })),
    "Cannot use points as rows can hold 536870912 values: 1073741824",
  ],
  "a matrix of half a row": [
    () => toMatrix({ data: new Float64Array(4), rows: 0.5, columns: 8 }),
    "rows and columns must be positive integers: 0.5",
  ],
  "a label beyond four bytes": [
    () => silhouette([[0], [1]], [0, 2 ** 32]),
    "Cannot use labels as each must be the index of a centroid, from 0 to 4294967295",
  ],
  "choices that do not ascend": [
    () => kneeOf([{ k: 2, inertia: 1, silhouette: 0 }, { k: 2, inertia: 1, silhouette: 0 }]),
    "'choices[1].k' must be a whole number of 3 or more: 2",
  ],
  "restarts without end": [
    () => record([[0], [1]], { k: 1, restarts: 4e9 }),
    "Cannot run K-means as 'restarts' must be a whole number from 1 to 1000000: 4000000000",
  ],
  "an unknown scale": [
    () => scalingOf(points, "zscor" as Any),
    "Cannot scale the points as 'scale' must be one of none, zscore, minmax, unit: 'zscor'",
  ],
  "an unknown shape": [() => makeShape("mooons" as Any), "'name' must be one of blobs, uniform"],
  "clusters of nothing": [
    () => blobs({ points: 0 }),
    "'points' must be a whole number from 1 to 100000000: 0",
  ],
  "an unknown way with gaps": [
    () => featuresOf(table, { missing: "dorp" as Any }),
    "'missing' must be one of drop, error, mean: 'dorp'",
  ],
  "a column that is not there": [
    () => featuresOf(table, { columns: [0, 99] }),
    "'columns' must be indices from 0 to 1, each once: 99",
  ],
  "no columns": [() => featuresOf(table, { columns: [] }), "'columns' must be"],
  "an unknown input format": [
    () => readTable(bytes, { format: "cvs" as Any }),
    "'format' must be one of csv, tsv, json, ndjson, parquet, xlsx: 'cvs'",
  ],
};

for (const [what, [call, says]] of Object.entries(refused)) {
  Deno.test(`${what[0].toUpperCase()}${what.slice(1)} is refused with its name and value`, async () => {
    await assert.rejects(async () => await call(), (error: Error) => {
      assert(error instanceof TypeError || error instanceof RangeError, `${error}`);
      assert(error.message.startsWith("Cannot "), error.message);
      assert(error.message.includes(says), error.message);
      return true;
    });
  });
}

Deno.test("Both ends of a range can be had, and what is undefined has its default", () => {
  const rule = { is: "number", least: 2, most: 5, isWhole: true } as const;
  for (const value of [2, 3, 5]) requireOption("do", "n", value, rule);
  for (const value of [1, 6, 2.5, NaN]) {
    assert.throws(() => requireOption("do", "n", value, rule), RangeError);
  }
  for (const value of ["3", null, true, [3], 3n]) {
    assert.throws(() => requireOption("do", "n", value, rule), TypeError);
  }
  requireOptions("do", { n: undefined, other: "x" }, { n: rule });
});

Deno.test("A range without an end is told without one", () => {
  const rule = { is: "number", least: 0, most: Number.MAX_VALUE } as const;
  assert.throws(
    () => requireOption("wait", "time", -1, rule),
    /^RangeError: Cannot wait as 'time' must be a number of 0 or more: -1$/,
  );
});

Deno.test("Whatever a value is, a message shows it in a few characters", () => {
  const never = new Proxy({}, {
    get: () => {
      throw new Error("looked at");
    },
  });
  const values = [null, undefined, 1n, Symbol("s"), never, [1], () => 1, "x".repeat(99)];
  for (const value of values) assert(shown(value).length <= 42);
  assert.equal(shown("x".repeat(41)), `'${"x".repeat(39)}…'`);
  assert.equal(shown("a"), "'a'");
});
