import assert from "node:assert/strict";
import { clauses } from "../src/conform/clauses.ts";
import { specification } from "./document.ts";

Deno.test("spec/README.md is what the clauses and tests say: deno task spec writes it", async () => {
  const document = await specification();
  assert.equal(await Deno.readTextFile(new URL("README.md", import.meta.url)), document);
  for (const { id, title, why } of clauses) {
    assert(document.includes(`### ${id} ${title}`), id);
    assert(document.includes(why), id);
  }
});

Deno.test("Every clause in the document names the tests that hold it", async () => {
  const untested = (await specification()).split("\n### ").slice(1)
    .filter((clause) => !clause.includes("\n- "));
  assert.deepEqual(untested, []);
});
