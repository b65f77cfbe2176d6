import assert from "node:assert/strict";
import fc from "fast-check";
import { recipeOf } from "../../src/cli/options/recipe.ts";
import { optionsOfQuery } from "../../src/cli/serve/query.ts";
import { parametersOf } from "../../src/page/choices.ts";
import { stateOfLink } from "../../src/page/link.ts";
import {
  filmOfState,
  isPlain,
  pictureRecipe,
  pointsOfState,
  traceOfState,
} from "../../src/page/run.ts";

const state = (query: string) => stateOfLink(new URLSearchParams(query));
const traceOf = (query: string) => traceOfState(state(query), pointsOfState(state(query)));
const small = "clusters=3&points=10&k=3";

Deno.test("The recipe of a plain run is that of the command with the same options", async () => {
  const said = fc.record({
    "shape": fc.constantFrom("blobs", "moons", "spirals"),
    "k": fc.integer({ min: 1, max: 5 }),
    "init": fc.constantFrom("random", "kmeans++", "maxmin"),
    "seed": fc.integer({ min: 0, max: 99 }),
    "start-seed": fc.integer({ min: 0, max: 99 }),
    "size": fc.constantFrom("320x200", "640x480"),
    "theme": fc.constantFrom("light", "dark", "classic"),
    "style": fc.constantFrom("glide", "classic"),
    "no-cells": fc.constant("true"),
    "no-trails": fc.constant("true"),
  }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(said, async (parameters) => {
      const query = new URLSearchParams({ ...parameters, clusters: "2", points: "10" } as never);
      const own = stateOfLink(query);
      const { given: _, ...options } = await optionsOfQuery(parametersOf(own.choices));
      const { recipe } = traceOfState(own, pointsOfState(own));
      assert.equal(JSON.stringify(recipe), JSON.stringify(recipeOf(options)));
    }),
    { numRuns: 60 },
  );
});

Deno.test("The recipe of a run that was made by hand says how it began, if it was not by hand too", () => {
  assert.deepEqual(traceOf(`${small}&add=1_2`).recipe, { k: 3, seed: 1, init: "random" });
  assert.deepEqual(traceOf(`${small}&add=1_2&start-seed=4&init=maxmin`).recipe, {
    k: 3,
    seed: 1,
    "start-seed": 4,
    init: "maxmin",
  });
  assert.deepEqual(traceOf(`${small}&centroids=0_0*1_1*2_2`).recipe, { k: 3 });
});

Deno.test("The recipe of a picture refers to the run beside it and says how it looks", async () => {
  const { choices } = state(`${small}&theme=dark&no-trails&size=320x200`);
  const source = { name: "kmeans.json", sha256: "0".repeat(64) };
  const options = await optionsOfQuery(new URLSearchParams("theme=dark&no-trails&size=320x200"));
  const { lloyd, theme, style, size, fps, "no-trails": trails } = recipeOf(options);
  const wanted = { lloyd, style, theme, size, "no-trails": trails, fps };
  assert.equal(
    JSON.stringify(pictureRecipe(choices, source)),
    JSON.stringify({ ...wanted, trace: "kmeans.json", sha256: { trace: source.sha256 } }),
  );
});

Deno.test("A state is plain while nothing was done by hand", () => {
  assert(isPlain(state(small)));
  for (const by of ["add=1_2", "centroids=0_0*1_1*2_2", "data=1_2*3_4*5_6"]) {
    assert(!isPlain(state(`${small}&${by}`)), by);
  }
});

Deno.test("The start has a seed of its own, or that of the points", () => {
  const centroids = (query: string) => [...traceOf(query).steps[0].centroids.data];
  assert.deepEqual(centroids(`${small}&seed=5`), centroids(`${small}&seed=5&start-seed=5`));
  assert.notDeepEqual(centroids(`${small}&seed=5`), centroids(`${small}&seed=5&start-seed=6`));
  assert.deepEqual(
    [...traceOf(`${small}&seed=5&start-seed=6`).points.data],
    [...traceOf(`${small}&seed=5`).points.data],
  );
});

Deno.test("More clusters than distinct points are refused, but not centroids put by hand", () => {
  assert.throws(
    () => traceOf("data=1_2*1_2*3_4&k=3"),
    /^RangeError: k 3 is more than the 2 distinct points there are: lower it$/,
  );
  assert.equal(traceOf("data=1_2*1_2*3_4&k=2").steps[0].centroids.rows, 2);
  assert.equal(traceOf("data=1_2*1_2*3_4&k=3&centroids=0_0*1_1*2_2").steps[0].centroids.rows, 3);
});

Deno.test("Points of one's own have their names and, where chosen, the same spread", () => {
  const { features, points } = traceOf("data=1_200*3_400&k=1&features=a_b&standardize=true");
  assert.deepEqual(features, ["a", "b"]);
  assert.deepEqual([...points.data], [-1, -1, 1, 1]);
  assert.deepEqual([...traceOf("data=1_200*3_400&k=1").points.data], [1, 200, 3, 400]);
});

Deno.test("Points are added to points of as many features alone", () => {
  assert.throws(
    () => pointsOfState(state("data=1_2*3_4&k=1&add=1_2_3")),
    /^RangeError: the added points have 3 features, and the others 2$/,
  );
});

Deno.test("A run stops where it is told to, for a preview", () => {
  const own = state(small);
  assert.equal(traceOfState(own, pointsOfState(own), 1).steps.length, 2);
});

Deno.test("The film has the size, style, cells and trails that were chosen", () => {
  const film = (query: string) => {
    const own = state(`${small}&${query}`);
    const { width, height, marks, duration } = filmOfState(own, traceOf(small)) as never as {
      width: number;
      height: number;
      duration: number;
      marks: { name: string }[];
    };
    return { width, height, duration, names: new Set(marks.map(({ name }) => name)) };
  };
  const { width, height } = film("size=320x200");
  assert.deepEqual([width, height], [320, 200]);
  assert.notEqual(film("style=classic").duration, film("").duration);
  const all = film("").names;
  assert.equal(film("no-cells").names.size, all.size - 1);
  assert.equal(film("no-trails").names.size, all.size - 1);
  assert.notDeepEqual(film("no-trails").names, film("no-cells").names);
});
