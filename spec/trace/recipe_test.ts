import assert from "node:assert/strict";
import { recipeWith } from "../../src/trace/recipe.ts";
import { VERSION } from "../../src/version.ts";

Deno.test("A recipe begins with the version, and ends with the files that were read and their hashes", () => {
  const data = { name: "a.csv", sha256: "1" };
  const centroids = { name: "b.csv", sha256: "2" };
  assert.equal(
    JSON.stringify(recipeWith({ k: 3, fps: 20 }, { data, centroids })),
    JSON.stringify({
      lloyd: VERSION,
      k: 3,
      fps: 20,
      data: "a.csv",
      centroids: "b.csv",
      sha256: { data: "1", centroids: "2" },
    }),
  );
});

Deno.test("Where no file was read a recipe names none", () => {
  assert.deepEqual(recipeWith({ k: 3 }), { lloyd: VERSION, k: 3 });
});
