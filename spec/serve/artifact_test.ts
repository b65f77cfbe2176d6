import assert from "node:assert/strict";
import { parseTrace, Random, readRecipe } from "../../mod.ts";
import { artifactOf, TYPES } from "../../src/cli/serve/artifact.ts";
import { optionsOfQuery } from "../../src/cli/serve/query.ts";
import { LIMITS } from "../../src/page/limits.ts";

const never = new AbortController().signal;
const small = "k=3&clusters=3&points=20&size=160x120";

/** The artifact of a request, as text. */
async function made(
  format: string,
  query: string,
  body?: string,
  signal = never,
): Promise<string> {
  const options = await optionsOfQuery(new URLSearchParams(query));
  const bytes = body === undefined ? undefined : new TextEncoder().encode(body);
  return new TextDecoder().decode(await artifactOf(format, options, signal, bytes));
}

async function refused(format: string, query: string, body?: string): Promise<string> {
  let message = "";
  await assert.rejects(made(format, query, body), (error: Error) => {
    assert.equal(error.constructor.name, "UsageError", error.stack);
    message = error.message;
    return true;
  });
  return message;
}

Deno.test("Pictures, pages and runs are served, tables of rows are not", () => {
  assert.deepEqual(
    Object.keys(TYPES).sort(),
    ["apng", "gif", "html", "json", "mp4", "png", "svg"],
  );
  assert.equal(TYPES.svg, "image/svg+xml");
});

Deno.test("The run is that of the parameters", async () => {
  const trace = parseTrace(await made("json", "k=4&clusters=2&points=10&seed=7&max-iterations=2"));
  assert.equal(trace.points.rows, 20);
  assert.equal(trace.steps.at(-1)!.centroids.rows, 4);
  assert.equal(trace.steps.length, 3);
  assert.equal(trace.recipe.seed, 7);
  assert.equal(await made("json", small), await made("json", `${small}&seed=1`));
});

Deno.test("A picture shows the moment that is asked for", async () => {
  const svg = await made("svg", `${small}&at=0s`);
  assert.doesNotMatch(svg, /<animate/);
  assert.match(await made("svg", small), /<animate/);
  assert.notEqual(await made("svg", `${small}&at=iteration=1`), svg);
});

Deno.test("The recipe of a table that was sent has its hash, under the name the command is told", async () => {
  const svg = await made("svg", "k=2", "x,y\n1,2\n3,4\n9,9\n");
  const recipe = readRecipe(new TextEncoder().encode(svg))!;
  assert.equal(recipe.data, "points.csv");
  assert.match((recipe.sha256 as Record<string, string>).data, /^[0-9a-f]{64}$/);
});

Deno.test("A run that was sent is known by its first words, and drawn as it is", async () => {
  const run = await made("json", small);
  for (const text of [run, `\n ${run}`]) {
    const svg = await made("svg", "theme=dark", text);
    assert.match(svg, /K-means, k = 3/);
    const recipe = readRecipe(new TextEncoder().encode(svg))!;
    assert.equal(recipe.trace, "kmeans.json");
    assert.equal(recipe.k, undefined);
  }
  assert.equal(parseTrace(await made("json", "", run)).steps.length, parseTrace(run).steps.length);
});

Deno.test("Parameters of a run are refused with a run that was sent; those of its picture are not", async () => {
  const run = await made("json", small);
  assert.match(await refused("svg", "k=3", run), /^k is about a run, and one was sent/);
  assert.match(await refused("svg", "seed=3&theme=dark", run), /^seed is about a run/);
  await made("svg", "theme=dark&no-cells&title=x", run);
});

Deno.test("A run that was sent is held to the limits of one that is made", async () => {
  const centroids = Array.from({ length: 101 }, (_, i) => [i, 0]);
  const run = JSON.stringify({
    format: "lloyd-trace",
    version: 1,
    points: centroids,
    steps: [{ iteration: 0, labels: centroids.map(() => 0), centroids, inertia: 0 }],
  });
  assert.match(await refused("svg", "", run), /^k 101 is more than 100/);
  const rows = Array.from({ length: 20_001 }, (_, i) => [i, 0]);
  const long = JSON.stringify({
    format: "lloyd-trace",
    version: 1,
    points: rows,
    steps: [{ iteration: 0, labels: rows.map(() => 0), centroids: [[0, 0]], inertia: 0 }],
  });
  assert.match(await refused("svg", "", long), /^points in all 20001 is more than 20000/);
});

Deno.test("A column of a table that was sent can be its true class", async () => {
  const table = "x,y,who\n1,2,ann\n1,3,ann\n9,9,bob\n9,8,bob\n";
  const trace = parseTrace(await made("json", "k=2&label=who", table));
  assert.deepEqual(trace.features, ["x", "y"]);
  assert.equal(trace.points.columns, 2);
});

Deno.test("A table that cannot be clustered is refused with the place and the reason", async () => {
  const columns = "x,y\n1,2\n3\n4,5\n";
  assert.match(await refused("svg", "k=2", columns), /^the table, row 2: /);
  assert.match(await refused("svg", "k=2&shape=moons", "x,y\n1,2\n3,4\n"), /shape/);
  assert.match(await refused("svg", "k=2", "x,y\n1,2\n1,2\n1,2\n"), /1 distinct point/);
  assert.match(await refused("svg", "k=2&empty=error&seed=4", "who\nann\n"), /^the table/);
  const many = `x,y\n${"1,2\n3,4\n".repeat(10_000)}5,6\n`;
  assert.match(await refused("svg", "k=2", many), /^20001 points were sent, more than 20000/);
  await made("json", "k=2", many.slice(0, -4));
});

Deno.test("The distances of a table that was sent are counted as those of generated points", async () => {
  const table = `x,y\n${Array.from({ length: 2001 }, (_, i) => `${i},${i % 7}`).join("\n")}\n`;
  assert.match(
    await refused("svg", "k=50&restarts=20", table),
    /^k × points × n-init 2001000 is more than 2000000/,
  );
});

for (
  const [format, query, frames] of [
    ["gif", "interval=60s&max-iterations=2", "2400 frames"],
    ["gif", "interval=48s&max-iterations=1&fps=20", undefined],
    // The start, which lasts as long in any film, is counted once the film is made.
    ["gif", "interval=50s&max-iterations=1&fps=20", "1021 frames"],
    ["gif", "interval=51s&max-iterations=1&fps=20", "1020 frames"],
    // The cells of the centroids are worked out every 50 ms, however few frames are drawn.
    ["gif", "interval=51s&max-iterations=1&fps=1", "1020 frames"],
    ["gif", "interval=26s&max-iterations=1&fps=40", "1040 frames"],
    ["gif", "interval=26s&max-iterations=1&fps=20", undefined],
    ["gif", "interval=90s&max-iterations=1&speed=2", undefined],
    ["gif", "interval=20s&max-iterations=1&speed=0.5", "1400 frames"],
    ["svg", "max-iterations=1&speed=0.1", "3000 frames"],
    ["svg", "max-iterations=1&speed=0.5", undefined],
    ["mp4", "hold=51s&max-iterations=1&size=160x120", "1020 frames"],
    ["mp4", "hold=3600s&max-iterations=1", "72000 frames"],
    ["gif", "hold=3600s&max-iterations=1", undefined],
    ["gif", "style=classic&interval=60s&max-iterations=5", undefined],
    ["mp4", "hold=30s&fps=20&max-iterations=1&size=1920x1080", "1920x1080"],
    [
      "mp4",
      "hold=14s&fps=20&max-iterations=1&size=1920x1080&interval=1s",
      "300 frames of 1920x1080",
    ],
  ] as const
) {
  Deno.test(`A film has at most 1000 frames: ${format} with ${query}`, async () => {
    const own = `clusters=2&points=10&k=2&seed=3&no-chart&${query}`;
    if (frames) assert((await refused(format, own)).includes(frames));
    else assert((await made(format, own)).length > 0);
  });
}

Deno.test("A run is served however long its film would be", async () => {
  assert(parseTrace(await made("json", `${small}&interval=60s`)).steps.length > 3);
});

Deno.test("A run that cannot go on is refused with the reason", async () => {
  const query = "k=8&clusters=3&points=5&spread=0.5&empty=error&init=partition&seed=0";
  assert.match(await refused("json", query), /^Cannot go on .*: cluster 4 has no points/);
});

Deno.test("Whether the client is still there is looked at after every step", async () => {
  let looks = 0;
  const signal = Object.assign(new AbortController().signal, {
    throwIfAborted: () => void looks++,
  });
  const run = await made("json", "k=20&max-iterations=6", undefined, signal);
  assert.equal(parseTrace(run).steps.length, 7);
  assert(looks >= 7, `${looks} times`);
});

Deno.test("Times in nanoseconds that are sent are clustered, and noise ends as a stall", async () => {
  const times = Array.from({ length: 1000 }, (_, i) => {
    const place = (n: number) => 1.7e18 + 256 * (n * 7919 % 101);
    return `${place(i)},${place(i * i + 3)}`;
  });
  const run = async (...rows: string[]) =>
    parseTrace(await made("json", "k=8&init=kmeans%2B%2B&seed=2", rows.join("\n")));
  assert((await run("x,y", ...times)).converged);
  assert.equal((await run("x,y", "0,0", ...times)).stopped, "stall");
});

Deno.test("A run that is too long for the server is refused with what makes it shorter", async () => {
  const random = new Random(1);
  const table = ["x", ...Array.from({ length: 12_000 }, () => random.uniform())].join("\n");
  const limits = LIMITS as { differences: number; steps: number };
  const { differences, steps } = limits;
  try {
    limits.differences = 12_000 * 2 * 3;
    assert.match(
      await refused("json", "k=2", table),
      /the run is too long: lower --max-iterations/,
    );
    limits.differences = differences;
    limits.steps = 1000;
    assert.match(await refused("json", "k=2", table), /its steps are too many: lower/);
  } finally {
    Object.assign(limits, { differences, steps });
  }
});

Deno.test("A client that goes while its run is made ends that, as timers have their turn", async () => {
  const random = new Random(1);
  const table = ["x", ...Array.from({ length: 20_000 }, () => random.uniform())].join("\n");
  const query = "k=90&max-iterations=400";
  /** How often a run asks whether its client is still there, which goes when timers have a turn. */
  const asked = async (goes: boolean) => {
    const controller = new AbortController();
    const { signal } = controller;
    let count = 0;
    const throwIfAborted = () => {
      if (count++ === 0 && goes) setTimeout(() => controller.abort());
      if (signal.aborted) throw signal.reason;
    };
    const making = made("json", query, table, Object.assign(signal, { throwIfAborted }));
    await making.catch(() => {});
    return count;
  };
  const whole = await asked(false);
  assert(whole > 100);
  assert(await asked(true) < whole / 2);
});

Deno.test("Work for a client that has gone is given up", async () => {
  for (const format of ["json", "svg", "gif"]) {
    await assert.rejects(made(format, small, undefined, AbortSignal.abort()), {
      name: "AbortError",
    });
  }
});

Deno.test("A client that goes while its picture is encoded ends that", async () => {
  const controller = new AbortController();
  const long = made("mp4", `${small}&interval=40s&max-iterations=1`, undefined, controller.signal);
  setTimeout(() => controller.abort(), 50);
  await assert.rejects(long, { name: "AbortError" });
});
