import assert from "node:assert/strict";
import { elbowFilm, filmToSvg, framesOf } from "../../mod.ts";
import { lastScene, type Scene, sceneAt } from "../../src/internal.ts";

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

Deno.test("everything lies within the picture, at any size", () => {
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
