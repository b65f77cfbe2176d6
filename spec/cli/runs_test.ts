import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { parseOptions } from "../../src/cli/options/parse.ts";
import { Progress } from "../../src/cli/progress.ts";
import { prepare } from "../../src/cli/runs/prepare.ts";
import { runFilm } from "../../src/cli/runs/run.ts";

const small = ["--clusters", "3", "--points", "20", "--seed", "1", "--quiet"];

async function prepared(...args: string[]) {
  const options = await parseOptions([...small, ...args]);
  return { options, ...await prepare(options, false, new Progress(false)) };
}

Deno.test("A shape is clustered into as many groups as it has, unless --k says otherwise", async () => {
  const k = async (...args: string[]) =>
    (await prepared(...args)).made.trace!.steps[0].centroids.rows;
  assert.equal(await k("--shape", "moons"), 2);
  assert.equal(await k("--shape", "moons", "--k", "5"), 5);
  assert.equal(await k(), 12);
});

Deno.test("--start-seed draws another start on the same points", async () => {
  const [one, other] = await Promise.all([prepared(), prepared("--start-seed", "2")]);
  const [a, b] = [one, other].map(({ made }) => made.trace!);
  assert.deepEqual(a.points, b.points);
  assert.notDeepEqual(a.steps[0].centroids, b.steps[0].centroids);
});

Deno.test("--max-iterations ends the run", async () => {
  const { made } = await prepared("--max-iterations", "1");
  assert.equal(made.trace!.steps.length, 2);
});

Deno.test("What is not to be drawn is left out", async () => {
  const names = async (...args: string[]) => {
    const { made, options } = await prepared(...args);
    return new Set(drawn(await runFilm(made.trace!, options)).marks.map(({ name }) => name));
  };
  const all = await names();
  for (
    const [option, mark] of [
      ["--no-cells", "cells"],
      ["--no-trails", "trail"],
      ["--no-chart", "chart-line"],
      ["--no-caption", "caption"],
    ]
  ) {
    assert(all.has(mark), mark);
    assert(!(await names(option)).has(mark), option);
  }
  assert(!all.has("axes"));
  assert((await names("--axes")).has("axes"));
});

Deno.test("A choice of k has a row for each k, and no silhouette for one cluster", async () => {
  const { made } = await prepared("--elbow", "1..3");
  const { names, rows } = made.rows();
  assert.deepEqual(names, ["k", "inertia", "silhouette"]);
  const all = [...rows];
  assert.deepEqual(all.map(([k]) => k), [1, 2, 3]);
  assert.equal(all[0][2], null);
  assert.equal(typeof all[1][2], "number");
});
