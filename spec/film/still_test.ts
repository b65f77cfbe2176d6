import assert from "node:assert/strict";
import { blobs, makeFilm, makeShape, type Moment, record, stillOf, type Trace } from "../../mod.ts";
import {
  drawn,
  type DrawnFilm,
  lastScene,
  type Mark,
  type Point,
  sceneAt,
  type Stamps,
} from "../../src/internal.ts";
import { smallFilm } from "../support/films.ts";

const film = smallFilm(3);
const last = film.beats[film.beats.length - 1].iteration;
const marksOf = (moment: Moment) => drawn(stillOf(film, moment)).marks as readonly Mark[];

Deno.test("A still at a time is the picture of the film at that time", () => {
  for (const time of [0, 700, film.duration / 2]) {
    assert.deepEqual(marksOf(time), sceneAt(film, time).marks);
  }
  assert.deepEqual(marksOf(film.duration), lastScene(film).marks);
});

const translates = (marks: readonly Mark[], name: string) =>
  marks.filter((mark) => mark.name === name).map(({ translate }) => translate as Point);

Deno.test("A still of an iteration shows its centroids and its number, and nothing of the next", () => {
  for (let iteration = 0; iteration <= last; iteration++) {
    const beat = film.beats.findLast((beat) =>
      beat.iteration === iteration && beat.kind !== "hold"
    )!;
    const marks = marksOf({ iteration });
    assert.deepEqual(
      translates(marks, "caption"),
      translates(sceneAt(film, beat.end - 10).marks, "caption"),
    );
    assert.equal(translates(marks, "caption-note").length, 0);
    const after = sceneAt(film, beat.end).marks;
    for (const name of ["halo", "chart-head"]) {
      const places = translates(marks, name).flat();
      const expected = translates(after, name).flat();
      assert(places.length > 0);
      places.forEach((place, i) => assert(Math.abs(place - expected[i]) < 1e-3, name));
    }
  }
});

Deno.test("The halves of an iteration are what its beats end with, the update without cells", () => {
  for (const iteration of [1, 2, last]) {
    for (const part of ["assign", "update"] as const) {
      const beat = film.beats.find((beat) => beat.kind === part && beat.iteration === iteration)!;
      const marks = marksOf({ iteration, part });
      const expected = sceneAt(film, beat.end - 1e-6).marks;
      for (const name of ["halo", "caption", "caption-note"]) {
        assert.deepEqual(translates(marks, name), translates(expected, name), `${part} ${name}`);
      }
      const named = (name: string, of: readonly Mark[]) => of.filter((mark) => mark.name === name);
      assert.deepEqual(named("points", marks), named("points", expected));
      assert.equal(named("cells", marks).length, part === "update" ? 0 : 1);
      assert(named("trail", marks).length > 0);
    }
  }
});

/** How many points have the colour of the nearest centroid in a picture, and how many another. */
function labelled({ marks, view }: DrawnFilm): { agree: number; astray: number } {
  const still = (marks as readonly Mark[]).filter(({ opacity, width }) =>
    opacity !== 0 && width !== 0
  );
  const value = ([x, y]: Point) => [view!.x.value(x), view!.y.value(y)];
  const colors = new Set(still.flatMap(({ name, stroke }) => name === "points" ? [stroke] : []));
  // The filled discs, and the rings of clusters without points.
  const halos = still.filter(({ name }) => name === "halo").map(({ translate }) => translate!);
  const discs = still.filter(({ name, stroke }) =>
    name === "centroid" && String(stroke).startsWith("#")
  );
  const centroids = halos.map((at) => ({
    at: value(at),
    color: discs.find(({ translate }) => translate!.every((x, i) => x === at[i]))?.stroke,
  }));
  assert(colors.size > 1);
  let [agree, astray] = [0, 0];
  for (const { name, geometry, stroke } of still) {
    if (name !== "points") continue;
    const { at } = geometry as Stamps;
    for (let i = 0; i < at.length; i += 2) {
      const [x, y] = value([at[i], at[i + 1]]);
      const near = centroids.map(({ at: [u, v], color }) => ({
        color,
        distance: Math.hypot(u - x, v - y),
      })).sort((a, b) => a.distance - b.distance);
      // On a line between cells, to the half pixel that centroids are drawn by, it can have either.
      if (near[1].distance < near[0].distance * 1.05) continue;
      if (near[0].color === stroke) agree++;
      else astray++;
    }
  }
  return { agree, astray };
}

const runs: Record<string, Trace> = {
  "Gaussian clusters": record(blobs({ seed: 4 }), { k: 12, seed: 4 }),
  "moons": record(makeShape("moons", { seed: 2 }), { k: 7, seed: 2 }),
  "a run that was stopped": record(blobs({ seed: 8 }), { k: 12, seed: 8, maxIterations: 2 }),
  "clusters that get empty": record(blobs({ clusters: 4, points: 40, seed: 5 }), {
    init: [[-3, 2], [0, 0], [3, -2], [9, 9], [-6, 15], [2, 3]],
  }),
  "clusters that are dropped": record(blobs({ clusters: 4, points: 40, seed: 5 }), {
    init: [[-3, 2], [0, 0], [3, -2], [9, 9], [-6, 15], [2, 3]],
    empty: "drop",
  }),
};
for (const [name, trace] of Object.entries(runs)) {
  Deno.test(`In every still of an iteration and at the end, labels agree with cells: ${name}`, () => {
    const film = drawn(makeFilm(trace));
    const end = trace.steps.length - 1;
    const moments: Moment[] = [film.duration];
    for (let iteration = 0; iteration <= end; iteration++) {
      moments.push({ iteration });
      if (iteration > 0) moments.push({ iteration, part: "assign" });
    }
    for (const moment of moments) {
      const { agree, astray } = labelled(drawn(stillOf(film, moment)));
      assert.equal(astray, 0, `${JSON.stringify(moment)}: ${agree} agree, ${astray} do not`);
      assert(agree > 100);
    }
  });
}

Deno.test("A part that an iteration or a style does not have is refused", () => {
  assert.throws(() => stillOf(film, { iteration: 0, part: "assign" }), {
    name: "RangeError",
    message: /'part' must be one that iteration 0 of the film has: "assign"/,
  });
  const classic = smallFilm(3, { style: "classic" });
  assert.throws(() => stillOf(classic, { iteration: 1, part: "update" }), RangeError);
  assert.throws(() => stillOf(film, { iteration: 1, part: "hold" as "assign" }), {
    message: /'part' must be .*assign.*update/,
  });
});

Deno.test("A still of an iteration in style classic is its frame", () => {
  const classic = smallFilm(3, { style: "classic" });
  const { end } = classic.beats[1];
  assert.deepEqual(
    drawn(stillOf(classic, { iteration: 1 })).marks,
    sceneAt(classic, end - 1).marks,
  );
});

Deno.test("A still of a film of one beat is that beat", () => {
  const storyboard = smallFilm(3, { storyboard: [0, "last"] });
  assert.doesNotThrow(() => stillOf(storyboard, { iteration: last }));
});

Deno.test("Moments that a film does not have are refused", () => {
  for (const time of [-1, NaN, film.duration + 1]) {
    assert.throws(() => stillOf(film, time), {
      name: "RangeError",
      message: /the film, which lasts/,
    });
  }
  for (const iteration of [-1, 0.5, last + 1]) {
    assert.throws(() => stillOf(film, { iteration }), {
      name: "RangeError",
      message:
        `Cannot show a moment as 'iteration' must be one of the film, up to ${last}: ${iteration}`,
    });
  }
  for (const moment of ["1", null, {}, undefined] as unknown as Moment[]) {
    assert.throws(() => stillOf(film, moment), {
      name: "TypeError",
      message: /^Cannot show a moment/,
    });
  }
});
