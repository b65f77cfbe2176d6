import assert from "node:assert/strict";
import { parseTrace, readRecipe } from "../../mod.ts";
import { fileOf, NotHereError, type Shown } from "../../src/page/downloads.ts";
import { stateOfLink } from "../../src/page/link.ts";
import { readOwnPoints } from "../../src/page/own_points.ts";
import { filmOfState, pointsOfState, type State, traceOfState } from "../../src/page/run.ts";
import { sha256Hex } from "../../src/bytes/sha256.ts";

const small = "clusters=3&points=10&k=3&size=160x120";
const { signal } = new AbortController();

function shown(state: State): Shown {
  const trace = traceOfState(state, pointsOfState(state));
  return { state, trace, film: filmOfState(state, trace) };
}

const linked = (query: string) => shown(stateOfLink(new URLSearchParams(query)));
const dragged = `${small}&centroids=0_0*1_1*2_2`;

const text = async (format: string, what: Shown, isServed = true) =>
  await (await fileOf(format, what, isServed, signal)).text();

/** What is asked of a server while something is made. */
async function asking(
  answer: () => Response | Promise<Response>,
  make: () => Promise<unknown>,
): Promise<[url: string, init: RequestInit][]> {
  const { fetch } = globalThis;
  const asked: [string, RequestInit][] = [];
  globalThis.fetch = (url, init = {}) => {
    asked.push([String(url), init]);
    return Promise.resolve(answer());
  };
  try {
    await make();
  } finally {
    globalThis.fetch = fetch;
  }
  return asked;
}

Deno.test("A picture of a plain run has the recipe of the run; of another, that of the run beside it", async () => {
  for (const format of ["svg", "html"]) {
    const recipe = readRecipe(new TextEncoder().encode(await text(format, linked(small))))!;
    assert.equal(recipe.clusters, 3);
    assert.equal(recipe.trace, undefined);
    const what = linked(`${dragged}&theme=dark`);
    const own = readRecipe(new TextEncoder().encode(await text(format, what)))!;
    assert.equal(own.trace, "kmeans.json");
    assert.equal(own.theme, "dark");
    const json = new TextEncoder().encode(await text("json", what));
    assert.deepEqual(own.sha256, { trace: await sha256Hex(json) });
  }
});

Deno.test("A picture is in the theme that was chosen", async () => {
  const dark = await text("svg", linked(`${small}&theme=dark`));
  assert(dark.includes("#0d1117") && !dark.includes("prefers-color-scheme"));
  const html = await text("html", linked(`${small}&theme=dark`));
  assert(html.includes("color-scheme:dark}") && !html.includes("prefers-color-scheme"));
});

Deno.test("A run is downloaded as it is", async () => {
  const what = linked(dragged);
  assert.deepEqual(parseTrace(await text("json", what)).points, what.trace.points);
  assert.equal((await fileOf("json", what, true, signal)).name, "kmeans.json");
});

Deno.test("Rows come back as they came, with their clusters; points that were added among points", async () => {
  const table = "a,who\n1,x\n,y\n9,z\n";
  const own = await readOwnPoints(new TextEncoder().encode(table), "t.csv");
  const { choices } = stateOfLink(new URLSearchParams("k=2"));
  const csv = await text("csv", shown({ choices, own }));
  assert.match(csv, /^a,who,cluster\n1,x,[01]\n,y,\n9,z,[01]\n$/);
  const added = { data: Float64Array.of(5), rows: 1, columns: 1 };
  assert.match(
    await text("csv", shown({ choices, own, added })),
    /^a,cluster\n1,[01]\n9,[01]\n5,[01]\n$/,
  );
});

Deno.test("Points of a link are named by the link, or x and y, or by number; never standardized", async () => {
  const csv = (query: string) => text("csv", linked(query));
  assert.match(await csv("data=1_200*3_400&k=1&standardize=true"), /^x,y,cluster\n1,200,0\n/);
  assert.match(await csv("data=1_2*3_4&k=1&features=a_b"), /^a,b,cluster\n/);
  assert.match(await csv("data=1_2_3*3_4_5&k=1"), /^x1,x2,x3,cluster\n/);
  assert.match(await csv(small), /^x,y,cluster\n/);
});

Deno.test("The server is asked for pixels by link, or sent the run that was made by hand", async () => {
  const made = () => new Response("GIF89a");
  const plain = await asking(made, () => text("gif", linked(`${small}&seed=4`)));
  assert.equal(plain[0][0], "kmeans.gif?clusters=3&points=10&k=3&seed=4&size=160x120");
  assert.equal(plain[0][1].method, undefined);
  const what = linked(`${dragged}&theme=dark&no-cells&no-trails&style=classic`);
  const [[url, init]] = await asking(made, () => text("gif", what));
  assert.equal(
    url,
    "kmeans.gif?size=160x120&theme=dark&style=classic&no-cells=true&no-trails=true",
  );
  assert.equal(init.method, "POST");
  assert.deepEqual(parseTrace(String(init.body)).points, what.trace.points);
  const [[bare]] = await asking(made, () => text("gif", linked("")));
  assert.equal(bare, "kmeans.gif");
});

Deno.test("Why the server makes nothing is told", async () => {
  const no = () => new Response("too many\n", { status: 503 });
  await assert.rejects(
    asking(no, () => text("gif", linked(small))),
    { name: "RangeError", message: "too many" },
  );
  await assert.rejects(
    asking(() => Promise.reject(new TypeError("network")), () => text("gif", linked(small))),
    { name: "RangeError", message: "the server does not answer: is it still running?" },
  );
});

Deno.test("A download that is ended is no failure of the server", async () => {
  const signal = AbortSignal.abort();
  await assert.rejects(
    asking(() => Promise.reject(signal.reason), () => fileOf("gif", linked(small), true, signal)),
    { name: "AbortError" },
  );
});

Deno.test("Without a server, what the page cannot draw is told by the command that can", async () => {
  const command = async (query: string, format = "mp4") => {
    let message = "";
    await assert.rejects(text(format, linked(query), false), (error) => {
      assert(error instanceof NotHereError);
      message = error.message;
      return true;
    });
    return message;
  };
  assert.equal(
    await command(small),
    "deno run -W=. cli.ts --clusters 3 --points 10 --k 3 --size 160x120 --seed 1 --out kmeans.mp4",
  );
  assert.equal(
    await command(`${dragged}&no-cells`),
    "deno run -R=. -W=. cli.ts replay kmeans.json --size 160x120 --no-cells --out kmeans.mp4",
  );
});

Deno.test("Where the browser cannot hash, files that need it are refused, and others made", async () => {
  const { subtle } = crypto;
  Object.defineProperty(crypto, "subtle", { value: undefined, configurable: true });
  try {
    await text("svg", linked(small));
    await text("json", linked(dragged));
    await asking(() => new Response("GIF89a"), () => text("gif", linked(dragged)));
    for (
      const [format, what, isServed] of [
        ["html", small, true],
        ["svg", dragged, true],
        ["gif", dragged, false],
      ] as const
    ) {
      await assert.rejects(text(format, linked(what), isServed), {
        name: "RangeError",
        message:
          `the browser makes this ${format.toUpperCase()} only where the page comes by https or from localhost`,
      });
    }
  } finally {
    Object.defineProperty(crypto, "subtle", { value: subtle, configurable: true });
  }
});
