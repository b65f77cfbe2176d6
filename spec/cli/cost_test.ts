import assert from "node:assert/strict";
import { UsageError } from "../../src/cli/errors.ts";
import { parseOptions } from "../../src/cli/options/parse.ts";
import type { Options } from "../../src/cli/options/table.ts";
import { meterOf, weighFilms, weighPoints, weighRuns } from "../../src/cli/runs/cost.ts";
import { FORMATS } from "../../src/formats/formats.ts";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const format = (name: string) => FORMATS.filter(({ ending }) => ending === name);
const table = (rows: number, columns: number) => (
  { data: new Float64Array(rows * columns), rows, columns }
);

/** What a call says on standard error. */
function told(call: () => void): string[] {
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  try {
    call();
  } finally {
    console.error = error;
  }
  return lines;
}

/** Options as they are typed, and as they are in a recipe. */
async function both(...args: string[]): Promise<[typed: Options, inRecipe: Options]> {
  const typed = await parseOptions(args);
  return [typed, { ...typed, fromRecipe: true }];
}

function refuses(call: () => void, ...says: RegExp[]): void {
  assert.throws(call, (error: Error) => {
    assert(error instanceof UsageError);
    for (const text of [...says, /--no-limits/]) assert.match(error.message, text);
    return true;
  });
}

const hungry: Readonly<Record<string, readonly [args: string[], weigh: (of: Options) => void]>> = {
  "points": [["--clusters=1000", "--points=10000"], weighPoints],
  "points of a shape": [["--shape=moons", "--points=3000000"], weighPoints],
  "k": [["--k=1000"], (of) => weighRuns(of, table(1_000_001, 2))],
  "features": [["--k=9"], (of) => weighRuns(of, table(100_000, 3000))],
  "starts": [["--restarts=100000", "--k=9"], (of) => weighRuns(of, table(2000, 2))],
  "an elbow": [["--elbow=1..1000"], (of) => weighRuns(of, table(2000, 2))],
  "an elbow of many starts": [
    ["--elbow=1..9", "--restarts=90000"],
    (of) => weighRuns(of, table(2000, 2)),
  ],
  "a comparison of k": [["--compare=k=9,9999"], (of) => weighRuns(of, table(100_000, 2))],
  "a comparison of seeds": [
    ["--compare=seed=1,2,3,4,5,6,7,8,9", "--k=30"],
    (of) => weighRuns(of, table(4_000_000, 2)),
  ],
  "an interval": [["--interval=3600s"], (of) => weighFilms(of, 9, 3, format("svg"))],
  "no speed": [
    ["--speed=0.1", "--interval=600s"],
    (of) => weighFilms(of, 9, 3, format("gif")),
  ],
  "a size": [["--size=8192x8192", "--interval=8s"], (of) => weighFilms(of, 9, 3, format("gif"))],
  "a hold": [["--hold=3600s", "--size=1280x960"], (of) => weighFilms(of, 9, 3, format("mp4"))],
  "iterations": [["--style=classic"], (of) => weighFilms(of, 100_000, 3, format("svg"))],
  "cells": [[], (of) => weighFilms(of, 50, 20_000, format("svg"))],
};

for (const [what, [args, weigh]] of Object.entries(hungry)) {
  Deno.test(`Too much for a recipe: ${what}`, async () => {
    const [typed, inRecipe] = await both(...args);
    told(() => refuses(() => weigh(inRecipe)));
    told(() => weigh(typed));
    told(() => weigh({ ...inRecipe, "no-limits": true }));
  });
}

Deno.test("What people make every day is neither refused nor told of", async () => {
  const [typed, inRecipe] = await both();
  const [large] = await both("--size=1920x1080", "--fps=50", "--interval=1s");
  const lines = told(() => {
    for (const options of [typed, inRecipe]) {
      weighPoints(options);
      weighRuns(options, table(1_000_000, 2));
      weighFilms(options, 60, 20, FORMATS);
    }
    weighFilms(large, 10, 12, format("mp4"));
    weighFilms({ ...inRecipe, interval: 3_600_000 }, 9, 3, format("csv"));
  });
  assert.deepEqual(lines, []);
});

Deno.test("A long work is told of before it begins, in one line with a way to make it shorter", async () => {
  const [typed] = await both("--k=500");
  const lines = told(() => weighRuns(typed, table(1_000_000, 2)));
  assert.deepEqual(lines, [
    "this can take minutes: about 100,000,000,000 differences of numbers (points × features × k × " +
    "starts × iterations): lower --k, --n-init or --max-iterations if it takes too long",
  ]);
  assert.deepEqual(told(() => weighRuns({ ...typed, quiet: true }, table(1_000_000, 2))), []);
  const [short] = await both("--k=500", "--max-iterations=5");
  assert.deepEqual(told(() => weighRuns(short, table(1_000_000, 2))), []);
  const [film] = await both("--size=8000x8000");
  assert.match(told(() => weighFilms(film, 9, 3, format("gif"))).join(), /pixels in all frames/);
});

Deno.test("The iterations of a run are counted while it goes on", async () => {
  const [typed, inRecipe] = await both();
  const count = (options: Options) => {
    const meter = meterOf(options, table(1_000_000, 2));
    for (let i = 0; i < 99; i++) meter(1000);
    return meter;
  };
  const meter = count(inRecipe);
  meter(1000);
  refuses(() => meter(1000), /differences/);
  count(typed)(1000);
  count({ ...inRecipe, "no-limits": true })(1e9);
});

/** An SVG of one kilobyte with a recipe. */
function artifact(recipe: Record<string, unknown>): string {
  const text = JSON.stringify({ lloyd: "0.1.0", seed: 1, ...recipe }).replaceAll('"', "&#34;");
  return `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${text}</metadata></svg>`;
}

Deno.test("replay refuses a recipe that asks for hours, in a line, and writes nothing", async () => {
  await inEmptyFolder(async (folder) => {
    const recipes = [
      { clusters: 1000, points: 10_000 },
      { k: 100, clusters: 10, points: 1000, restarts: 100_000 }, // 2 × 10¹³, known before the run
      { k: 3, interval: 3_600_000 },
      { k: 3, size: [8192, 8192], interval: 60_000, fps: 50 },
      { elbow: [1, 1000], clusters: 10, points: 1000 },
    ];
    for (const recipe of recipes) {
      await Deno.writeTextFile(`${folder}/a.svg`, artifact(recipe));
      const args = ["replay", "a.svg", "--out", "b.gif"];
      const { code, stderr } = await lloyd(folder, ["-R=.", "-W=."], args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, /^lloyd: about .* are more than .*--no-limits\n$/);
      if ("restarts" in recipe) assert.match(stderr, /about 20,000,000,000,000 differences/);
      assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.svg"]);
    }
  });
});

Deno.test("--no-limits lets replay do what a recipe asks for, and is in no recipe", async () => {
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(
      `${folder}/a.svg`,
      artifact({ k: 3, style: "glide", hold: 3_600_000 }),
    );
    const run = (...more: string[]) =>
      lloyd(folder, ["-R=.", "-W=."], [
        ...["replay", "a.svg", "--size", "32x32", "--fps", "50", "--interval", "1200s"],
        ...["--clusters", "3", "--points", "9", "--out", "b.svg", ...more],
      ]);
    assert.equal((await run()).code, 2);
    assert.equal((await run("--no-limits")).code, 0);
    assert.doesNotMatch(await Deno.readTextFile(`${folder}/b.svg`), /no-limits/);
  });
});

Deno.test("A run that ends before it converges says why, unless it was asked to", async () => {
  await inEmptyFolder(async (folder) => {
    const times = Array.from({ length: 1000 }, (_, i) => {
      const place = (n: number) => 1.7e18 + 256 * (n * 7919 % 101);
      return `${place(i)},${place(i * i + 3)}`;
    });
    await Deno.writeTextFile(`${folder}/times.csv`, ["x,y", "0,0", ...times].join("\n"));
    const run = async (...more: string[]) => {
      const args = ["times.csv", "--init", "kmeans++", "--seed", "2", "--out", "-", ...more];
      const outcome = await lloyd(folder, ["-R=."], [...args, "--format", "json"]);
      assert.equal(outcome.code, 0, outcome.stderr);
      return { ...outcome, trace: JSON.parse(new TextDecoder().decode(outcome.stdout)) };
    };
    const stalled = await run("--k", "8");
    const { stopped, converged, steps, recipe } = stalled.trace;
    assert.deepEqual([stopped, converged], ["stall", false]);
    assert.match(
      stalled.stderr,
      new RegExp(`^warning: stopped after ${steps.length - 1} iterations, as its inertia`, "m"),
    );
    assert(!("max-iterations" in recipe));
    assert.equal((await run("--k", "8", "--quiet")).stderr, "");
    const limited = await run("--k", "8", "--max-iterations", "5");
    assert.equal(limited.trace.stopped, "limit");
    assert.doesNotMatch(limited.stderr, /warning/);
  });
});
