/** Holds every mutant to the specification and prints which clause found it. */
import { conformance } from "../src/conform/conformance.ts";
import { parseAnswer } from "../src/conform/protocol.ts";
import { correct, mutants } from "../spec/conform/variants.ts";

const options = { seed: 1, runs: 600, tolerance: 1e-9, protocol: "steps" } as const;
let missed = 0;
const all = [...mutants, ...correct.map(([way, answer]) => [way, undefined, answer] as const)];
for (const [name, clause, answer] of all) {
  const begun = performance.now();
  const { failures } = await conformance(
    (request) => Promise.resolve().then(() => parseAnswer(JSON.stringify(answer(request)))),
    options,
  );
  const found: readonly string[] = failures.map((failure) => failure.clause);
  const isRight = clause ? found.includes(clause) : found.length === 0;
  if (!isRight) missed++;
  const time = `${Math.round(performance.now() - begun)} ms`.padStart(8);
  console.log(`${isRight ? "✓" : "✗"} ${time}  ${name}: ${found.join(", ") || "conforms"}`);
}
console.log(
  `${mutants.length} mutants, ${correct.length} correct variants: ${
    missed === 0 ? "all told apart" : `${missed} not told`
  }`,
);
if (missed > 0) Deno.exit(1);
