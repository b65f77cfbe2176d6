import assert from "node:assert/strict";
import { ROOT } from "../support/command.ts";
import type { Mutation } from "./mutation.ts";

const lists = [...Deno.readDirSync(import.meta.dirname!)].map(({ name }) => name)
  .filter((name) => name !== "mutation.ts" && !name.endsWith("_test.ts"));

for (const list of lists) {
  Deno.test(`Each mistake of ${list} can be made: its text occurs once, its tests are there`, async () => {
    const module = await import(`./${list}`);
    for (const [file, from, to, tests] of Object.values<readonly Mutation[]>(module).flat()) {
      const times = Deno.readTextFileSync(`${ROOT}${file}`).split(from).length - 1;
      assert.equal(times, 1, `${file} holds this ${times} times: ${from}`);
      assert.notEqual(from, to, file);
      for (const test of tests.split(" ")) Deno.statSync(`${ROOT}spec/${test}`);
    }
  });
}
