import assert from "node:assert/strict";
import {
  compareFilm,
  elbow,
  elbowFilm,
  type Film,
  type FilmOptions,
  filmToApng,
  filmToGif,
  filmToHtml,
  filmToMp4,
  filmToPng,
  filmToSvg,
  layOut,
  makeFilm,
  parseTrace,
  record,
  type Scale,
  silhouette,
  toMatrix,
  type Trace,
  traceToJson,
  unscale,
} from "../../mod.ts";
import { type DrawnFilm, Stamps } from "../../src/internal.ts";
import { lastValue } from "../../src/film/scene/track.ts";

const MOST = Number.MAX_VALUE;
const EXTREMES = [5e-324, 1e-310, 1e-200, 1e-120, 1, 1e120, 1e200, 1e308, MOST];
const within = (value: number) => Math.max(-MOST, Math.min(MOST, value));

/** Tables of one, two and three features of some magnitudes. */
function* tables(): Generator<readonly [name: string, rows: number[][]]> {
  for (const v of EXTREMES) {
    yield [`one feature of ${v}`, [[v], [within(2 * v)], [within(9 * v)], [-v]]];
    yield [`two features of ±${v}`, [[v, v], [-v, v], [v, -v], [-v, -v], [0, 0]]];
    yield [`three features of ±${v}`, [[v, v, v], [-v, v, -v], [v, -v, v], [-v, -v, -v]]];
    yield [`three features, one of ±${v}`, [[v, 1, 0], [v / 2, 3, 2e-300], [-v, 2, 0], [v, 9, 0]]];
    yield [`a constant feature of ${v}`, [[v, 1], [v, 2], [v, 7]]];
    for (const w of EXTREMES) {
      yield [`features of ±${v} and ±${w}`, [[v, w], [v / 2, within(2 * w)], [-v, -w], [v, w / 2]]];
    }
  }
  yield ["1e308 beside 1", [[1e308, 1], [1.1e308, 2], [1.2e308, 9]]];
  yield ["1e200 to 9e200", [[1e200], [2e200], [9e200]]];
}

/** A run of a table as the command makes it. */
function runOf(rows: number[][], scale: Scale, k: number, init?: "kmeans++"): Trace {
  const features = rows[0].map((_, i) => `f${i}`);
  const { points, projection } = layOut(toMatrix(rows), scale, features);
  return record(points, { k, seed: 1, init }, { projection, features });
}

/** Where a film shows the points, in tenths of pixels. */
function placesIn(film: Film): string[] {
  const places = new Set<string>();
  for (const { name, geometry } of (film as DrawnFilm).marks) {
    const last = name === "points" ? lastValue(geometry) : undefined;
    if (!(last instanceof Stamps)) continue;
    for (let i = 0; i < last.at.length; i += 2) {
      places.add([...last.at.subarray(i, i + 2)].map((at) => Math.round(at * 10)).join());
    }
  }
  return [...places];
}

const SCALES = ["none", "zscore", "minmax"] as const;
const FILMS: readonly FilmOptions[] = [{}, { style: "classic" }, { storyboard: "auto" }];

Deno.test("Points of any magnitude are drawn apart and within the picture, in every style", () => {
  for (const [name, rows] of tables()) {
    const distinct = new Set(rows.map((row) => row.slice(0, 2).join())).size;
    for (const scale of SCALES) {
      for (const k of [1, 2, 3]) {
        const where = `${name}, ${scale}, k = ${k}`;
        const trace = runOf(rows, scale, k, k === 3 ? "kmeans++" : undefined);
        const read = parseTrace(traceToJson(trace));
        assert.equal(JSON.stringify(read.projection), JSON.stringify(trace.projection), where);
        for (const options of FILMS) {
          const film = makeFilm(trace, { width: 320, height: 240, ...options });
          const places = placesIn(film);
          assert(places.length >= Math.min(2, distinct), `${where}: ${places}`);
          if (!options.storyboard) {
            for (const place of places) {
              const [x, y] = place.split(",").map(Number);
              assert(x >= 0 && x <= 3200 && y >= 0 && y <= 2400, `${where}: ${place}`);
            }
          }
          const svg = filmToSvg(film).replace(/<desc>.*?<\/desc>/s, "");
          assert.doesNotMatch(svg, /NaN|Infinity|undefined/, where);
        }
      }
    }
  }
});

Deno.test("Scaled features are comparable whatever their magnitude, and lead back to their own", () => {
  for (const [name, rows] of tables()) {
    const own = toMatrix(rows);
    for (const scale of ["zscore", "minmax"] as const) {
      const { points, scaling } = layOut(own, scale, []);
      rows[0].forEach((_, j) => {
        const where = `${name}, ${scale}, feature ${j}`;
        const column = rows.map((_, i) => points.data[i * own.columns + j]);
        if (new Set(rows.map((row) => row[j])).size === 1) {
          assert.deepEqual(column, column.map(() => 0), where);
        } else if (scale === "minmax") {
          assert.deepEqual([Math.min(...column), Math.max(...column)], [0, 1], where);
        } else {
          const square = column.reduce((sum, value) => sum + value * value, 0) / column.length;
          assert(Math.abs(square - 1) < 1e-9, `${where}: ${square}`);
        }
      });
      const back = unscale(points, scaling).data;
      own.data.forEach((value, i) => {
        const largest = Math.max(...rows.map((row) => Math.abs(row[i % own.columns])));
        const off = Math.abs(back[i] / 2 - value / 2);
        assert(
          off <= largest * 1e-14 + Number.MIN_VALUE,
          `${name}, ${scale}: ${value}, ${back[i]}`,
        );
      });
    }
  }
});

Deno.test("The choice of k and comparisons are measured and drawn at any magnitude", () => {
  for (const [name, rows] of tables()) {
    for (const scale of SCALES) {
      const { points } = layOut(toMatrix(rows), scale, []);
      const choices = [...elbow(points, { to: 3, restarts: 1 })];
      for (const { k, silhouette } of choices) {
        assert(k === 1 || silhouette >= -1 && silhouette <= 1, `${name}, ${scale}, ${k}`);
      }
      filmToSvg(elbowFilm(choices));
      const runs = [1, 2].map((k) => ({ name: `k = ${k}`, trace: runOf(rows, scale, k) }));
      assert.doesNotMatch(filmToSvg(compareFilm(runs)), /NaN|Infinity"/, name);
    }
  }
});

Deno.test("The silhouette does not depend on the unit of the points", () => {
  const rows = [[0, 1], [1, 0], [5, 5], [6, 5], [9, 1]];
  const labels = [0, 0, 1, 1, 2];
  const plain = silhouette(rows, labels);
  for (const power of [-1070, -1022, -600, 600, 1020]) {
    const scaled = rows.map((row) =>
      row.map((value) => value * 2 ** (power / 2) * 2 ** (power / 2))
    );
    assert(Math.abs(silhouette(scaled, labels) - plain) < 1e-12, `2^${power}`);
  }
  // Points so near to each other beside a far one that the squares of their distances vanish.
  const near = rows.map((row) => row.map((value) => value * 2 ** -700));
  const far = silhouette([...near, [1, 1]], [...labels, 3]);
  assert(Math.abs(far - plain * 5 / 6) < 1e-12, `${far}`);
});

Deno.test("Films of extreme points are written in every format", async () => {
  for (
    const [rows, scale, k] of [
      [[[1e308, 1], [1.1e308, 2], [1.2e308, 9]], "zscore", 2],
      [[[1.7e308, 1.7e308, 0], [-1.7e308, 0, 1.7e308], [0, -1.7e308, 1]], "none", 2],
      [[[1e200], [2e200], [9e200]], "zscore", 1],
      [[[5e-324], [1e-323], [2e-323]], "minmax", 2],
    ] as const
  ) {
    const trace = runOf(rows.map((row) => [...row]), scale, k);
    const film = makeFilm(trace, { width: 96, height: 72, interval: 200, hold: 100 });
    for (const write of [filmToGif, filmToApng, filmToMp4, filmToPng, filmToHtml]) {
      assert((await write(film)).length > 100);
    }
  }
});
