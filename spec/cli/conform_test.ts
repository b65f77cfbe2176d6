import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd, printed, ROOT } from "../support/command.ts";

async function conform(
  program: readonly string[],
  options: readonly string[] = [],
  folder = ROOT,
): Promise<{ code: number; report: string; stderr: string }> {
  const args = ["conform", ...options, "--", ...program];
  const { code, stdout, stderr } = await lloyd(folder, [`--allow-run=${program[0]}`], args);
  return { code, report: new TextDecoder().decode(stdout), stderr };
}

/** The clauses that a report marks. */
function marked(report: string, mark: "✓" | "✗"): string[] {
  const list = report.slice(0, report.indexOf("\n\n"));
  return list.split("\n").filter((line) => line.startsWith(mark)).map((line) =>
    /§[\d.]+/.exec(line)?.[0] ?? "protocol"
  );
}

Deno.test("Ours conforms, through the same protocol as everybody's", async () => {
  const ours = [Deno.execPath(), "run", "--no-prompt", `${ROOT}cli.ts`, "step-server"];
  for (const more of [[], ["--tolerance", "0", "--seed", "7"]]) {
    const { code, report, stderr } = await conform(ours, more);
    assert.equal(code, 0, report + stderr);
    assert.equal(marked(report, "✗").length, 0);
    assert(marked(report, "✓").length > 15);
    assert.match(report, /\nIt conforms: \d+ requests\.\n$/);
  }
});

async function hasModule(program: string, ...test: string[]): Promise<boolean> {
  if (!(await isInstalled(program))) return false;
  const { success } = await new Deno.Command(program, { args: test, stderr: "null" }).output();
  return success;
}

const examples = `${ROOT}examples/conform/`;
const python = ["/usr/bin/python3", "python3"];
const withNumpy = (await Promise.all(python.map((p) => hasModule(p, "-c", "import numpy"))))
  .indexOf(true);
const withSklearn = (await Promise.all(python.map((p) => hasModule(p, "-c", "import sklearn"))))
  .indexOf(true);

const adapters: readonly [name: string, program: string[], isThere: boolean][] = [
  ["numpy", [python[withNumpy], `${examples}kmeans_numpy.py`], withNumpy >= 0],
  ["Node", ["node", `${examples}kmeans.mjs`], await isInstalled("node")],
  [
    "R",
    ["Rscript", `${examples}kmeans.R`],
    await hasModule("Rscript", "-e", "library(jsonlite)"),
  ],
];

for (const [name, program, isThere] of adapters) {
  Deno.test({
    name: `The example for ${name} conforms`,
    ignore: !isThere,
    fn: async () => {
      const { code, report, stderr } = await conform(program);
      assert.equal(code, 0, report + stderr);
    },
  });
}

Deno.test({
  name: "scikit-learn differs where clusters are empty, and there alone",
  ignore: withSklearn < 0,
  fn: async () => {
    const program = [python[withSklearn], `${examples}kmeans_sklearn.py`];
    const { code, report, stderr } = await conform(program, ["--protocol", "fit"]);
    assert.equal(code, 1, report + stderr);
    // More clusters than points: some are empty from the start.
    assert.deepEqual(marked(report, "✗"), ["§1.7", "§3.3"], report);
  },
});

const node = { ignore: !(await isInstalled("node")) };

/** A program in JavaScript that answers each line. */
const answering = (body: string) => [
  "node",
  "-e",
  `require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
     const { points, centroids } = JSON.parse(line); ${body} });`,
];

Deno.test({
  name: "A broken K-means is told the clause, the request, the answer and what was expected",
  ...node,
  fn: async () => {
    const text = await Deno.readTextFile(`${examples}kmeans.mjs`);
    const broken = text.replace("indexOf(Math.min", "lastIndexOf(Math.min");
    assert.notEqual(broken, text);
    const program = ["node", "--input-type=module", "-e", broken];
    const { code, report } = await conform(program);
    assert.equal(code, 1);
    assert.deepEqual(marked(report, "✗"), ["§2.2"]);
    assert.match(report, /✗ §2\.2 Of equally near .*\n {4}what differs: iteration 0, label 2 is /);
    assert(report.includes(`request:  {"points":[[0],[2],[1]],"centroids":[[0],[2]]}`), report);
    assert.match(report, /answer: {3}\n {6}\{"iteration":0/);
    assert.match(report, /expected: \n {6}\{"iteration":0/);
    const elsewhere = await conform(program, ["--clause", "3"]);
    assert.equal(elsewhere.code, 0, elsewhere.report);
    assert.deepEqual(marked(elsewhere.report, "✓"), ["protocol", "§3.1", "§3.3"]);
    const { clauses } = JSON.parse((await conform(program, ["--json"])).report);
    const found = clauses.find(({ clause }: { clause: string }) => clause === "§2.2");
    assert.equal(found.conforms, false);
    assert.deepEqual(found.request, { points: [[0], [2], [1]], centroids: [[0], [2]] });
  },
});

Deno.test({
  name: "--junit writes a report that test runners read",
  ignore: node.ignore || !(await isInstalled("xmllint")),
  fn: async () => {
    await inEmptyFolder(async (folder) => {
      const { code } = await lloyd(folder, ["--allow-run=node", "--allow-write=report.xml"], [
        ...["conform", "--junit", "report.xml", "--"],
        ...answering(`console.log(JSON.stringify({ error: "<no> & \\u0007" }))`),
      ]);
      assert.equal(code, 1);
      const path = `${folder}/report.xml`;
      assert.equal(await printed("xmllint", "--noout", path), "");
      assert.match(await printed("xmllint", "--xpath", "count(//failure)", path), /^[1-9]/);
    });
  },
});

const hostile: readonly [name: string, program: string[], code: number, says: RegExp][] = [
  ["is not there", ["no_such_program"], 2, /no_such_program cannot be run: there is no such/],
  ["dies at once", ["node", "-e", `throw new Error("out of cheese")`], 2, /ended with status 1.*/],
  ["prints rubbish", answering(`console.log("hello")`), 2, /not JSON: hello/],
  ["prints NaN", answering(`console.log('{"steps": [NaN]}')`), 2, /NaN and Infinity are not JSON/],
  ["prints other JSON", answering(`console.log('[1]')`), 2, /neither "steps" nor an "error"/],
  ["hangs", answering(""), 2, /no answer within 0\.3 s/],
  [
    "dies later",
    answering(`if (points.length > 3) process.exit(3); console.log('{"error":"no"}')`),
    1,
    /ended with status 3/,
  ],
  [
    "prints without end",
    answering(`for (;;) require("node:fs").writeSync(1, "x".repeat(2 ** 20))`),
    2,
    /more than 64 MB in a line|no answer within/,
  ],
  [
    "closes its input and sleeps",
    ["node", "-e", `process.stdin.destroy(); setTimeout(() => {}, 1e6)`],
    2,
    /no answer within/,
  ],
];

for (const [name, program, code, says] of hostile) {
  Deno.test({
    name: `A program that ${name} is reported as that`,
    ...node,
    fn: async () => {
      // Short where nothing is answered, and long where something is, however busy the machine.
      const limit = name === "prints without end"
        ? "3s"
        : name === "hangs"
        ? "300ms"
        : name.endsWith("sleeps")
        ? "1s"
        : "60s";
      const begun = performance.now();
      const found = await conform(program, ["--limit", limit]);
      assert.match(found.report + found.stderr, says);
      assert.equal(found.code, code, found.report + found.stderr);
      assert(performance.now() - begun < 50_000);
    },
  });
}

Deno.test("A call of conform that cannot be meant is refused in one line", async () => {
  for (
    const [args, ...says] of [
      [["conform"], "behind --"],
      [["conform", "python3"], "'python3' stands before --"],
      [["conform", "--clause", "99", "--", "x"], "--clause '99'"],
      [["conform", "--runs", "0", "--", "x"], "--runs", "'0'"],
      [["conform", "--", "ls"], "--allow-run=ls"],
    ] as [string[], ...string[]][]
  ) {
    const { code, stderr } = await lloyd(ROOT, [], args);
    assert.equal(code, 2, stderr);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    for (const word of says) assert(stderr.includes(word), stderr);
  }
});
