import assert from "node:assert/strict";
import { chapters, clauses } from "../../src/conform/clauses.ts";

function numberOf(id: string): number[] {
  return id.slice(1).split(".").map(Number);
}

Deno.test("Clauses are numbered in order, without a gap, chapter by chapter", () => {
  let [chapter, clause] = [0, 0];
  for (const { id } of clauses) {
    const next = numberOf(id);
    if (next[0] === chapter + 1) [chapter, clause] = [chapter + 1, 0];
    assert.deepEqual(next, [chapter, ++clause]);
  }
  assert.equal(chapter, chapters.length);
});

Deno.test("Every clause has a test", () => {
  const tests = [...Deno.readDirSync(new URL(".", import.meta.url))]
    .filter(({ name }) => name.endsWith("_test.ts"))
    .map(({ name }) => Deno.readTextFileSync(new URL(name, import.meta.url)))
    .join();
  const untested = clauses.filter(({ id }) => !tests.includes(`specify("${id}"`));
  assert.deepEqual(untested, []);
});
