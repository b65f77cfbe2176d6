import assert from "node:assert/strict";
import { layOut, makeFilm, record, toMatrix, type Trace } from "../../mod.ts";
import { drawn } from "../../src/internal.ts";
import { planeOf } from "../../src/film/run/plane.ts";

const of = (rows: number[][], context: Parameters<typeof record>[2] = {}): Trace =>
  record(rows, { k: 2 }, context);
const hasCells = (trace: Trace) =>
  drawn(makeFilm(trace)).marks.some(({ name }) => name === "cells");

Deno.test("Points of two features lie where their features say, with cells", () => {
  const trace = of([[1, 2], [3, 4], [5, 7]], { features: ["a", "b"] });
  const plane = planeOf(trace);
  assert.deepEqual([...plane.points], [1, 2, 3, 4, 5, 7]);
  assert.deepEqual(plane.names, ["a", "b"]);
  assert(hasCells(trace));
});

Deno.test("Of more features the first two are shown, without cells, as distances are others", () => {
  const trace = of([[1, 2, 9, 9], [3, 4, 8, 8], [5, 7, 0, 0]], { features: ["a", "b", "c", "d"] });
  const plane = planeOf(trace);
  assert.deepEqual([...plane.points], [1, 2, 3, 4, 5, 7]);
  assert.deepEqual([...plane.centroids(toMatrix([[6, 7, 8, 9]]))], [6, 7]);
  assert.deepEqual(plane.names, ["a", "b"]);
  assert(!hasCells(trace));
});

Deno.test("Points of one feature are stacked in a hundred stacks, and centroids lie below them", () => {
  const trace = of([[0], [0.5], [100], [50.9], [0.2], [50], [55]], { features: ["a"] });
  const plane = planeOf(trace);
  assert.deepEqual([...plane.points], [0, 1, 0.5, 2, 100, 1, 50.9, 1, 0.2, 3, 50, 2, 55, 1]);
  assert.deepEqual([...plane.centroids(toMatrix([[4], [50]]))], [4, 0, 50, 0]);
  assert.deepEqual(plane.names, ["a", "points"]);
  assert.equal(plane.counts, true);
  assert.deepEqual(planeOf(of([[0], [1]])).names, []);
});

Deno.test("Equal points, and points as far apart as numbers go, are stacked too", () => {
  assert.deepEqual([...planeOf(of([[7], [7], [7]])).points], [7, 1, 7, 2, 7, 3]);
  const far = planeOf(of([[-1.7e308], [1.7e308], [0], [1e300]]));
  assert.deepEqual([...far.points], [-1.7e308, 1, 1.7e308, 1, 0, 1, 1e300, 2]);
});

const axis = (name: string, ...weights: number[]) => ({ name, offset: 1, weights });

Deno.test("A projection says where points lie, and has cells only where it keeps distances", () => {
  const axes = [axis("u", 0, 0, 1), axis("v", 1, 1, 0)];
  const trace = of([[1, 2, 3], [4, 5, 6]], { projection: { axes } });
  assert.deepEqual([...planeOf(trace).points], [4, 4, 7, 10]);
  assert.deepEqual(planeOf(trace).names, ["u", "v"]);
  assert(!hasCells(trace));
  assert(hasCells(of([[1, 2, 3], [4, 5, 6]], { projection: { axes, metric: [1, 1] } })));
});

Deno.test("A projection on one axis stacks the points on it", () => {
  const trace = of([[1, 2], [4, 5], [4, 6]], { projection: { axes: [axis("u", 1, 0)] } });
  const plane = planeOf(trace);
  assert.deepEqual([...plane.points], [2, 1, 5, 1, 5, 2]);
  assert.deepEqual([...plane.centroids(toMatrix([[8, 9]]))], [9, 0]);
  assert.deepEqual(plane.names, ["u", "points"]);
});

for (const style of ["glide", "classic"] as const) {
  Deno.test(`Longitude and latitude are drawn in proportion in the style ${style}`, () => {
    const rows = toMatrix([[13, 60], [14, 60.5], [19, 59], [19.5, 60]]);
    const { points, projection } = layOut(rows, "none", ["lon", "lat"]);
    const trace = record(points, { k: 2, seed: 1 }, { projection });
    const view = drawn(makeFilm(trace, { style, width: 500, height: 300 })).view!;
    const right = view.x.pixel(14) - view.x.pixel(13);
    const upwards = view.y.pixel(59) - view.y.pixel(60);
    assert(Math.abs(upwards / right - 1 / Math.cos(59.75 * Math.PI / 180)) < 1e-9);
  });
}
