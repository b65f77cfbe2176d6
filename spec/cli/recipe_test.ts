import assert from "node:assert/strict";
import { record } from "../../mod.ts";
import { changedRecipe, isOfRun, pictureRecipe, recipeOf } from "../../src/cli/options/recipe.ts";
import { parseCall, parseOptions } from "../../src/cli/options/parse.ts";
import { OPTIONS } from "../../src/cli/options/table.ts";
import { optionsOfRecipe } from "../../src/cli/replay/options.ts";
import { VERSION } from "../../src/version.ts";

const recipe = async (...args: string[]) => recipeOf(await parseOptions(args));

Deno.test("A recipe holds what shapes the artifact, and not where it goes or how it is told", async () => {
  const made = await recipe(
    "--k",
    "3",
    "--out",
    "a.gif",
    "--quiet",
    "--max-size",
    "2MB",
    "--embed",
  );
  assert.deepEqual(made, {
    lloyd: VERSION,
    k: 3,
    init: "random",
    restarts: 1,
    empty: "keep",
    clusters: 12,
    points: 100,
    spread: 0.01,
    bounds: [-4, 4],
    style: "glide",
    size: [640, 480],
    fps: 20,
  });
});

Deno.test("The recipe of somebody's data says nothing of generated ones, but which file it was", async () => {
  const options = await parseOptions(["iris.csv", "--standardize", "--missing", "mean"]);
  const sources = { data: { name: "iris.csv", sha256: "ab" } };
  const made = recipeOf({ ...options, sources });
  assert.deepEqual([made.data, made.sha256], ["iris.csv", { data: "ab" }]);
  assert.deepEqual([made.standardize, made.missing], [true, "mean"]);
  assert(!("clusters" in made) && !("bounds" in made));
});

Deno.test("A choice of k has its own starts: they are in its recipe only where they are asked for", async () => {
  assert(!("init" in await recipe("--elbow", "1..3")));
  assert(!("restarts" in await recipe("--elbow", "1..3")));
  assert.equal((await recipe("--elbow", "1..3", "--init", "maxmin")).init, "maxmin");
});

Deno.test("Candidates are in a recipe where kmeans++ draws several, and one is what none means", async () => {
  const candidates = async (...args: string[]) => (await recipe(...args)).candidates;
  assert.equal(await candidates(), undefined);
  assert.equal(await candidates("--init", "kmeans++"), "auto");
  assert.equal(await candidates("--init", "kmeans++", "--candidates", "4"), 4);
  assert.equal(await candidates("--init", "kmeans++", "--candidates", "1"), undefined);
  assert.equal(await candidates("--elbow", "1..3"), "auto");
  assert.equal(await candidates("--elbow", "1..3", "--init", "random"), undefined);
  assert.equal(await candidates("--compare", "init=random,kmeans++"), "auto");
  assert.equal(await candidates("--compare", "init=random,maxmin"), undefined);
  assert.deepEqual(record([[0], [1]], { k: 2, init: "kmeans++" }).recipe, {
    k: 2,
    init: "kmeans++",
    candidates: 2,
  });
});

Deno.test("The recipe of a picture says nothing of how its run was made", async () => {
  const made = pictureRecipe(await recipe("--k", "3", "--theme", "dark", "--seed", "4"));
  assert.deepEqual(Object.keys(made), ["lloyd", "style", "theme", "size", "fps"]);
  assert(isOfRun("seed") && isOfRun("columns") && isOfRun("spread"));
  assert(!isOfRun("title") && !isOfRun("fps") && !isOfRun("constructor"));
});

Deno.test("A changed recipe keeps the order of the options, and leaves out what is undefined", () => {
  const changed = changedRecipe({ lloyd: "1", k: 3, fps: 20, data: "a.csv" }, {
    theme: "dark",
    colors: undefined,
    size: [64, 48],
  });
  assert.deepEqual(Object.keys(changed), ["lloyd", "k", "theme", "size", "fps", "data"]);
});

Deno.test("A recipe names the files that it needs without their folders, and with their hash", async () => {
  const call = await parseCall(["--quiet"], OPTIONS);
  const hash = "0123456789abcdef".repeat(4);
  const options = (data: unknown, sha256: unknown) =>
    optionsOfRecipe("a.svg", { k: 3, data, sha256 }, call);
  const { data, sources } = await options("iris.csv", { data: hash });
  assert.deepEqual([data, sources], ["iris.csv", { data: { name: "iris.csv", sha256: hash } }]);
  const damaged: [unknown, unknown][] = [
    ["../iris.csv", { data: hash }],
    ["..\\iris.csv", { data: hash }],
    ["iris.csv", { data: hash.slice(1) }],
    ["iris.csv", { data: `${hash.slice(1)}g` }],
    ["iris.csv", undefined],
    [["iris.csv"], { data: hash }],
  ];
  for (const [name, hashes] of damaged) {
    await assert.rejects(() => options(name, hashes), /without a SHA-256: it is damaged/);
  }
});

Deno.test("A recipe can say nothing that no recipe of ours says: no output, no unknown option", async () => {
  const call = await parseCall(["--quiet"], OPTIONS);
  for (const name of ["out", "quiet", "help", "constructor", "kk"]) {
    await assert.rejects(
      () => optionsOfRecipe("a.svg", { k: 3, [name]: true }, call),
      new RegExp(`its recipe has '${name}', which no recipe has`),
    );
  }
});
