import fc from "fast-check";
import { options, smallness } from "../arbitraries/calls.ts";
import { text } from "../arbitraries/texts.ts";
import { called } from "../captured.ts";
import { checkFiles, checkOutcome, filesHere } from "../oracles.ts";
import { TABLES } from "../samples.ts";
import { target } from "../target.ts";

const data = fc.oneof(
  { weight: 10, arbitrary: fc.constant<string[]>([]) },
  { weight: 10, arbitrary: fc.constantFrom(...Object.keys(TABLES)).map((name) => [name]) },
  { weight: 1, arbitrary: text.map((name) => [name]) },
);

/** Calls of the command: what it is given, in any order and number. */
export default target({
  each: 60,
  inputs: fc.tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constant<string[]>([]) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("play", "predict", "replay", "conform", "step-server").map((
          name,
        ) => [name]),
      },
    ),
    data,
    options,
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("a.svg", "a.gif", "a.png", "a.json", "a.csv") },
      {
        weight: 1,
        arbitrary: fc.constantFrom("a.mp4", "a.html", "in.csv", "./in.csv", "no/a.svg"),
      },
      { weight: 1, arbitrary: text },
    ).map((path) => ["--out", path]),
  ).map(([command, data, options, out]) => [
    ...command,
    ...data,
    ...options,
    ...smallness(options, data.length > 0),
    ...out,
  ]),
  check: async (args) => {
    for (const [name, text] of Object.entries(TABLES)) Deno.writeTextFileSync(name, text);
    Deno.writeTextFileSync("centres.csv", "x,y\n1,1\n9,9\n");
    const before = filesHere();
    const outcome = await called(args);
    if (!args.includes("step-server") && !args.includes("--embed")) checkOutcome(outcome);
    await checkFiles(before, outcome, args);
  },
});
