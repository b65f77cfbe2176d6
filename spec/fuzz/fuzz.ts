/**
 * Tries hostile inputs: `deno task fuzz --rounds 40 --seed 1 --only tables --path 17`. The same seed
 * gives the same inputs. Every finding is printed with the call that tries it again.
 */
import { parseArgs } from "node:util";
import type { Finding, Target } from "./target.ts";
import { findings } from "./trial.ts";

const { values } = parseArgs({
  options: {
    /** How many rounds of inputs each target gets. */
    rounds: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    /** The one target that is tried. */
    only: { type: "string" },
    /** The one input that is tried. */
    path: { type: "string" },
    /** The folder with the targets. */
    targets: { type: "string", default: `${import.meta.dirname}/targets` },
    /** How long an input may take, in seconds. */
    limit: { type: "string", default: "30" },
    /** How much memory the process may have, in MB. */
    memory: { type: "string", default: "1500" },
  },
});

const folder = values.targets;
const names = [...Deno.readDirSync(folder)].map(({ name }) => name.replace(/\.ts$/, "")).sort();
const chosen = names.filter((name) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`there is no target '${values.only}': choose one of ${names.join(", ")}`);
  Deno.exit(2);
}
const seed = Number(values.seed);
const path = values.path === undefined ? undefined : Number(values.path);

const found: Finding[] = [];
let inputs = 0;
for (const name of chosen) {
  const file = `file://${folder}/${name}.ts`;
  const { default: target }: { default: Target } = await import(file);
  const from = path ?? 0;
  const to = path === undefined ? target.each * Number(values.rounds) : path + 1;
  const begun = performance.now();
  const before = found.length;
  const trial = {
    ...{ name, file, seed, from, to, runs: target.runs },
    limit: Number(values.limit) * 1000,
    memory: Number(values.memory) * 2 ** 20,
  };
  for await (const finding of findings(trial)) {
    found.push(finding);
    console.log(
      `\n${finding.what}\n  deno task fuzz --only ${name} --seed ${seed} --path ${finding.path}`,
    );
  }
  inputs += to - from;
  const time = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${name}: ${to - from} inputs, ${found.length - before} findings, ${time} s`);
}
console.log(`${inputs} inputs, ${found.length} findings`);
Deno.exit(found.length > 0 ? 1 : 0);
