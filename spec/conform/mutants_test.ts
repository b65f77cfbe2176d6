import assert from "node:assert/strict";
import { conformance } from "../../src/conform/conformance.ts";
import { parseAnswer, type Request } from "../../src/conform/protocol.ts";
import { correct, mutants } from "./variants.ts";
import { vectors } from "../../src/conform/vectors.ts";
import { judge } from "../../src/conform/judge.ts";

const options = { seed: 1, runs: 600, tolerance: 1e-9, protocol: "steps" } as const;

/** Answers as a program does: in JSON. */
const asked = (answer: (request: Request) => unknown) => (request: Request) =>
  Promise.resolve().then(() => parseAnswer(JSON.stringify(answer(request))));

for (const [mistake, clause, answer] of mutants) {
  Deno.test(`The specification finds that ${mistake}: ${clause}`, async () => {
    const { failures } = await conformance(asked(answer), options);
    const found = failures.map(({ clause }) => clause);
    assert(found.includes(clause), `found ${found.join(", ") || "nothing"}`);
  });
}

for (const [way, answer] of correct) {
  Deno.test(`The specification lets pass: ${way}`, async () => {
    const { failures } = await conformance(asked(answer), options);
    assert.deepEqual(failures.map(({ clause, details }) => [clause, details]), []);
  });
}

Deno.test("A program that tells the last step only is held to that", async () => {
  const fit = (answer: (request: Request) => unknown) =>
    asked((request) => {
      const { steps, error } = answer(request) as { steps?: unknown[]; error?: string };
      return steps ? { steps: steps.slice(-1) } : { error };
    });
  const how = { ...options, protocol: "fit" } as const;
  assert.deepEqual((await conformance(fit(correct[0][1]), how)).failures, []);
  for (const [mistake, clause, answer] of mutants) {
    // An end is the same whether or not the steps before it are told right.
    if (!/^§[123]/.test(clause) || mistake.startsWith("one array")) continue;
    const { failures } = await conformance(fit(answer), how);
    assert(failures.length > 0, mistake);
  }
});

Deno.test("The answers in fixtures/conform meet the clauses, to the last bit", async () => {
  const folder = new URL("../../fixtures/conform/", import.meta.url);
  let n = 0;
  for (const { name } of Deno.readDirSync(folder)) {
    if (!name.endsWith(".json")) continue;
    const { clause, note, request, answer } = JSON.parse(
      await Deno.readTextFile(new URL(name, folder)),
    );
    assert(clause && note);
    const refusedBy = "error" in answer ? clause : undefined;
    judge({ request, refusedBy }, answer, { protocol: "steps", tolerance: 0 });
    n++;
  }
  assert.equal(n, vectors.length);
});
