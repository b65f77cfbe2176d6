import assert from "node:assert/strict";
import { type Film, type FilmOptions, makeFilm, record } from "../../mod.ts";
import { drawn, type Mark, sceneAt } from "../../src/internal.ts";
import { unlikeNeighbors } from "../../src/film/colors/neighbors.ts";
import { clusterColors } from "../../src/film/colors/palette.ts";
import { Text } from "../../src/film/scene/text.ts";
import { smallTrace } from "../support/films.ts";

const trace = smallTrace({ seed: 3 });
const filmOf = (options: FilmOptions = {}) => drawn(makeFilm(trace, options));
const namesOf = (options: FilmOptions) => new Set(filmOf(options).marks.map(({ name }) => name));
const lastMarks = (film: Film, name: string): Mark[] =>
  sceneAt(film, film.duration).marks.filter((mark) => mark.name === name);
const lengthOf = (film: Film, kind: string, iteration: number) => {
  const { start, end } = film.beats.find((beat) =>
    beat.kind === kind && beat.iteration === iteration
  )!;
  return end - start;
};

Deno.test("Cells and trails are drawn unless they are not asked for", () => {
  assert(namesOf({}).has("cells") && namesOf({}).has("trail"));
  assert(!namesOf({ cells: false }).has("cells") && namesOf({ cells: false }).has("trail"));
  assert(namesOf({ trails: false }).has("cells") && !namesOf({ trails: false }).has("trail"));
});

Deno.test("A title is drawn above the picture, and names the film", () => {
  const film = filmOf({ title: "Four heaps" });
  assert.equal(film.title, "Four heaps");
  const [{ geometry }] = lastMarks(film, "title");
  const { content, baseline } = geometry as Text;
  assert.equal(content, "Four heaps");
  assert(baseline < film.view!.box[1]);
  assert.equal(filmOf().view!.box[1], 0);
  assert.equal(filmOf().title, "K-means, k = 4");
});

Deno.test("The picture ends above the caption and the chart, and takes their room if there are none", () => {
  const bottom = (options: FilmOptions) => filmOf(options).view!.box[3];
  assert(bottom({}) < 460);
  assert.equal(bottom({ caption: false }), bottom({}));
  assert.equal(bottom({ chart: false }), bottom({}));
  assert.equal(bottom({ chart: false, caption: false }), 480);
});

Deno.test("A picture too small for text has none, whatever is asked for", () => {
  const film = filmOf({ width: 200, height: 60, title: "A title", axes: true });
  assert.equal(film.marks.filter(({ geometry }) => geometry instanceof Text).length, 0);
  assert(!film.marks.some(({ name }) => ["caption", "chart-line", "axes"].includes(name)));
  assert.equal(film.view!.box[3], 60);
  assert.equal(film.title, "A title");
});

Deno.test("Text is never smaller than 9 pixels, and grows with the picture", () => {
  const sizeOf = (width: number, height: number) => {
    const [{ geometry }] = lastMarks(filmOf({ width, height, title: "T" }), "title");
    return (geometry as Text).size;
  };
  assert.deepEqual([sizeOf(320, 240), sizeOf(640, 480), sizeOf(1280, 960)], [9, 14, 28]);
});

Deno.test("All points and all places of all centroids lie within the view, with a margin", () => {
  const run = record([[0, 0], [1, 1], [0, 1]], { init: [[0, 0], [50, -50]], empty: "keep" });
  const { view } = drawn(makeFilm(run));
  const [low, high] = view!.x.range;
  assert.deepEqual([low, high], [-3, 53]);
  assert.deepEqual(view!.y.range[0], -50 - 51 * 0.06);
});

Deno.test("An iteration lasts the longer the farther centroids move, the first as long as any", () => {
  const film = filmOf();
  const lengths = trace.steps.slice(1).map(({ iteration }) => lengthOf(film, "update", iteration));
  assert.equal(Math.max(...lengths), lengths[0]);
  const moves = trace.steps.slice(1).map(({ centroids }, i) =>
    Math.max(
      ...Array.from({ length: 4 }, (_, k) =>
        Math.hypot(
          ...[0, 1].map((j) =>
            centroids.data[2 * k + j] - trace.steps[i].centroids.data[2 * k + j]
          ),
        )),
    )
  );
  const [, ...later] = moves.map((move, i) => ({ move, length: lengths[i] }))
    .sort((a, b) => b.move - a.move);
  const lastLength = later[later.length - 1].length;
  assert(lastLength < lengths[0] / 2, `${lengths}`);
  const middle = later.filter(({ move }) => move > moves[0] / 10 && move < moves[0] / 2);
  assert(middle.every(({ length }) => length > lastLength), `${lengths}`);
});

Deno.test("A run in which nothing moves takes its time too", () => {
  const still = makeFilm(record([[0, 0], [9, 9]], { init: [[0, 0], [9, 9]] }));
  assert.equal(lengthOf(still, "assign", 1), 600);
  // Moves that nobody sees are none.
  const tiny = Array.from({ length: 30 }, (_, i) => [i / 100, 0]);
  const run = record([...tiny, [1000, 1000]], { init: [[0, 0], [0.01, 0], [1000, 1000]] });
  assert(run.steps.length > 3);
  for (const { start, end } of makeFilm(run).beats) assert(end > start);
});

Deno.test("Centroids get smaller from 24 clusters on, points as there are more of them, down to a pixel", () => {
  const points = Array.from({ length: 400 }, (_, i) => [i * 37 % 401, i * 53 % 397]);
  const sizes = (k: number, count: number) => {
    const film = makeFilm(record(points.slice(0, count), { k, seed: 1, maxIterations: 1 }));
    return [lastMarks(film, "halo")[0].width!, lastMarks(film, "points")[0].width!];
  };
  assert.equal(sizes(24, 400)[0], sizes(2, 400)[0]);
  assert(sizes(60, 400)[0] < sizes(24, 400)[0]);
  assert.equal(sizes(2, 10)[1], sizes(2, 100)[1]);
  assert(sizes(2, 400)[1] < 0.011 * Math.hypot(640, 480));
  assert(sizes(2, 10)[1] < 7);
});

Deno.test("Of more than twenty clusters, neighbours at the end have unlike colours", () => {
  const points = Array.from({ length: 900 }, (_, i) => [i * 37 % 901, i * 53 % 887]);
  const film = makeFilm(record(points, { k: 40, seed: 1, maxIterations: 3 }));
  const colors = lastMarks(film, "centroid").filter((_, i) => i % 3 === 2)
    .map(({ stroke }) => stroke!);
  assert.deepEqual(colors.toSorted(), clusterColors(40).toSorted());
  const ends = lastMarks(film, "halo").flatMap(({ translate }) => [...translate!]);
  assert.deepEqual(colors, unlikeNeighbors(clusterColors(40), ends));
  assert.notDeepEqual(colors, clusterColors(40));
});
