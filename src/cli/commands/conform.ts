import { clauses } from "../../conform/clauses.ts";
import {
  type Conformance,
  conformance,
  type ConformanceOptions,
} from "../../conform/conformance.ts";
import { UsageError } from "../errors.ts";
import { optionsText } from "../options/help.ts";
import { flag, optional, valued } from "../options/option.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { number, text, time, whole, word } from "../options/values.ts";
import { writeFile } from "../files/write_file.ts";
import { requirePlaces } from "../output/places.ts";
import { writeStandardOutput } from "../output/write.ts";
import { Program } from "../conform/program.ts";
import { jsonReport, junitReport, textReport } from "../../conform/report.ts";

const TABLE = {
  "protocol": valued("steps", word("steps", "fit"), {
    group: "Options",
    value: "WHAT",
    help: "steps: every step of a run is asked for; fit: the last alone",
  }),
  "seed": valued(1, whole(0, 2 ** 31 - 1), {
    group: "Options",
    value: "N",
    help: "Where the generated cases start",
  }),
  "runs": valued(1000, whole(1, 1_000_000), {
    group: "Options",
    value: "N",
    help: "How many cases are generated",
  }),
  "clause": optional(text, {
    group: "Options",
    value: "N",
    help: "Only this clause, or this chapter: 3.1, or 3",
    otherwise: "all",
  }),
  "tolerance": valued(1e-9, number(0, 1), {
    group: "Options",
    value: "X",
    help: "How far centroids may stray, relative to the values they are means of; 0: not a bit",
  }),
  "weights": flag({
    group: "Options",
    help: 'The program takes weights: requests can have "weights", a number a point, too',
  }),
  "limit": valued(5000, time({ least: 10, most: 3_600_000 }), {
    group: "Options",
    value: "TIME",
    help: "How long an answer can take",
    otherwise: "5s",
  }),
  "json": flag({ group: "Options", help: "Print the report as JSON" }),
  "junit": optional(text, {
    group: "Options",
    value: "FILE",
    help: "Write the report as JUnit's XML too",
    otherwise: "not written",
  }),
  "help": flag({ group: "Options", short: "h", help: "Print this help" }),
};

const HELP = `Holds a K-means, in whatever language, to the specification.

Usage: deno run --allow-run=PROGRAM cli.ts conform [options] -- PROGRAM [ARGUMENTS]

The program is started once. It gets one request a line on standard input,
  {"points": [[1, 2], …], "centroids": [[0, 0], …]}
and answers each with one line,
  {"steps": [{"iteration": 0, "centroids": [[0, 0], …], "labels": [0, …]}, …]}
or {"error": "…"} where there is no such run. A line can have 64 MB. Whatever comes of it, the program
has ended when the report is there; with --allow-run alone all that it has started has, too.

${optionsText(TABLE, ["Options"])}

Exit status: 0 it conforms, 1 it does not, 2 it cannot be run or does not speak the protocol.
`;

/** Checks a program against the specification. */
export async function conform(args: readonly string[]): Promise<number> {
  const split = args.indexOf("--");
  const own = split < 0 ? args : args.slice(0, split);
  const command = split < 0 ? [] : args.slice(split + 1);
  const { values, positionals } = await parseCall(own, TABLE);
  if (values.help) {
    await writeStandardOutput(new TextEncoder().encode(HELP));
    return 0;
  }
  if (positionals.length > 0 || command.length === 0) {
    const astray = positionals.length > 0
      ? `'${shortened(positionals[0])}' stands before --: `
      : "";
    throw new UsageError(
      `${astray}conform needs a program behind --, as in conform -- python3 my_kmeans.py`,
    );
  }
  const { seed, runs, tolerance, protocol, weights, limit, json, junit } = values;
  const only = values.clause === undefined ? undefined : clauseOf(values.clause);
  if (junit !== undefined) {
    await requirePlaces([{ option: "--junit", path: junit }], { reads: [] });
  }
  const found = await tested(command, limit, {
    seed,
    runs,
    tolerance,
    weights,
    protocol: protocol as "steps" | "fit",
    only,
  });
  const how = [found, protocol as "steps" | "fit", only] as const;
  const report = json ? jsonReport(...how) : textReport(...how);
  await writeStandardOutput(new TextEncoder().encode(report));
  if (junit !== undefined) await writeFile(junit, new TextEncoder().encode(junitReport(...how)));
  const isMute = found.failures.length > 0 && !found.spoke;
  return isMute ? 2 : found.failures.length > 0 ? 1 : 0;
}

/** Tests a program, which has ended when that is done. */
async function tested(
  command: readonly string[],
  limit: number,
  options: ConformanceOptions,
): Promise<Conformance> {
  await using program = new Program(command, limit);
  return await conformance(program.ask, options);
}

/** The clause or chapter that a number names. */
function clauseOf(number: string): string {
  const wanted = `§${number.replace(/^§/, "")}`;
  if (!clauses.some(({ id }) => id === wanted || id.startsWith(`${wanted}.`))) {
    throw new UsageError(`--clause '${shortened(number)}' is no clause: choose 1 to 8, or 3.1`);
  }
  return wanted;
}
