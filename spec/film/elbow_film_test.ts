import assert from "node:assert/strict";
import { elbowFilm, filmToSvg, framesOf } from "../../mod.ts";
import { drawn, lastScene, type Polyline, type Scene, sceneAt } from "../../src/internal.ts";
import { lengthsAlong } from "../../src/film/marks/drawn_line.ts";
import type { Text } from "../../src/film/scene/text.ts";

const choices = [[1, 100, NaN], [2, 20, 0.8], [3, 15, 0.5], [4, 12, 0.4]].map((
  [k, inertia, silhouette],
) => ({ k, inertia, silhouette }));

Deno.test("the picture of a choice of k names the knee and the peak in words too", () => {
  const { description } = elbowFilm(choices);
  assert.match(description, /from 1 to 4; .* knee at k = 2; .* highest at k = 2/);
});

Deno.test("knee and peak are marked at the end, not before", () => {
  const film = elbowFilm(choices);
  const marks = (scene: Scene) =>
    scene.marks.filter(({ name, opacity }) => name === "mark-text" && opacity !== 0).length;
  assert.equal(marks(sceneAt(film, 0)), 0);
  assert.equal(marks(lastScene(film)), 2);
});

Deno.test("everything lies within the picture, be it small, wide or as usual", () => {
  for (const [width, height] of [[640, 480], [320, 240], [1280, 400]]) {
    for (const { name, geometry } of lastScene(elbowFilm(choices, { width, height })).marks) {
      for (let i = 0; i < geometry.length; i++) {
        const [left, top, right, bottom] = geometry.box(i);
        assert(left >= 0 && top >= 0 && right <= width && bottom <= height, `${name} ${width}`);
      }
    }
  }
});

Deno.test("inertias and silhouettes that are all alike, or none, are drawn", () => {
  for (const inertia of [0, 5, Infinity]) {
    const film = elbowFilm([1, 2, 3].map((k) => ({ k, inertia, silhouette: NaN })));
    assert(framesOf(film, 20).length > 1);
    assert(!/NaN|Infinity/.test(filmToSvg(film)));
  }
});

Deno.test("a number of clusters takes 200 ms, and the end is held 4 s, unless asked otherwise", () => {
  const lengths = (options: object) =>
    elbowFilm(choices, options).beats.map(({ start, end }) => end - start);
  assert.deepEqual(lengths({}), [400, 200, 200, 200, 4000]);
  assert.deepEqual(lengths({ interval: 500, hold: 70 }), [400, 500, 500, 500, 70]);
  assert.deepEqual(lengths({ interval: 500, speed: 2 }), [400, 250, 250, 250, 4000]);
});

Deno.test("both curves come to k at the same time, with a dot there and none beyond", () => {
  const film = elbowFilm(choices);
  for (const { kind, iteration, end } of film.beats) {
    if (kind !== "update") continue;
    const { marks } = sceneAt(film, end);
    const curves = marks.filter(({ name }) => name === "curve");
    const lengths = curves.map(({ geometry }) => lengthsAlong((geometry as Polyline).points));
    const drawnLengths = curves.map(({ dash, dashOffset }) => dash! - dashOffset!);
    assert(Math.abs(drawnLengths[0] - lengths[0][iteration]) < 1e-6);
    // The silhouette begins at k = 2.
    assert(Math.abs(drawnLengths[1] - lengths[1][iteration - 1]) < 1e-6);
    const dots = marks.filter(({ name, width }) => name === "dot" && width !== 0).length;
    assert.equal(dots, iteration + 1 + iteration);
  }
  const dotsAt = (time: number) =>
    sceneAt(film, time).marks.filter(({ name, width }) => name === "dot" && width !== 0).length;
  assert.deepEqual([0, 199, 200, 599, 600].map(dotsAt), [0, 0, 1, 1, 3]);
});

Deno.test("the highest silhouette is marked, wherever it is, and no text leaves the picture", () => {
  for (const peak of [2, 3, 4]) {
    const some = choices.map((choice) => ({
      ...choice,
      silhouette: choice.k === 1 ? NaN : choice.k === peak ? 0.9 : -0.2,
    }));
    const film = elbowFilm(some);
    assert.match(film.description, new RegExp(`silhouette is highest at k = ${peak}`));
    for (const { geometry } of lastScene(film).marks) {
      for (let i = 0; i < geometry.length; i++) {
        const [left, top, right, bottom] = geometry.box(i);
        assert(left >= 0 && top >= 0 && right <= 640 && bottom <= 480);
      }
    }
  }
});

Deno.test("as many k are written below as there is room for, and a title is cut where it is too long", () => {
  const many = Array.from({ length: 100 }, (_, i) => (
    { k: i + 1, inertia: 100 / (i + 1), silhouette: NaN }
  ));
  const { marks, width } = drawn(elbowFilm(many, { title: "How many? ".repeat(30) }));
  const texts = marks.flatMap(({ name, geometry }) => name === "tick" ? geometry as Text : []);
  const lowest = Math.max(...texts.map(({ baseline }) => baseline));
  const ks = texts.filter(({ baseline }) => baseline === lowest);
  assert(ks.length > 5 && ks.length < 50);
  ks.slice(1).forEach(({ left }, i) => assert(left > ks[i].left + ks[i].width));
  const title = marks.find(({ name }) => name === "title")!.geometry as Text;
  assert(title.content.endsWith("…") && title.left + title.width <= width);
});
