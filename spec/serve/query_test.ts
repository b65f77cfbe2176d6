import assert from "node:assert/strict";
import { UsageError } from "../../src/cli/errors.ts";
import { optionsOfQuery, PARAMETERS } from "../../src/cli/serve/query.ts";

const read = (query: string) => optionsOfQuery(new URLSearchParams(query));

async function refused(query: string): Promise<string> {
  let message = "";
  await assert.rejects(read(query), (error) => {
    assert(error instanceof UsageError, String(error));
    message = error.message;
    return true;
  });
  return message;
}

Deno.test("Without a seed it is 1, and nothing is drawn", async () => {
  const { seed, "start-seed": start } = await read("");
  assert.deepEqual([seed, start], [1, undefined]);
  assert.equal((await read("seed=0")).seed, 0);
});

Deno.test("A switch is on as a bare name, 1 or true, and off as 0 or false", async () => {
  for (const value of ["", "=", "=1", "=true"]) {
    assert.equal((await read(`no-cells${value}`))["no-cells"], true, value);
  }
  for (const value of ["=0", "=false"]) {
    assert.equal((await read(`no-cells${value}`))["no-cells"], false, value);
  }
  assert.match(await refused("no-cells=yes"), /--no-cells 'yes' cannot be: expected true or false/);
});

Deno.test("k is what is given, or as many as a shape has groups", async () => {
  assert.equal((await read("")).k, 12);
  assert.equal((await read("shape=moons")).k, 2);
  assert.equal((await read("shape=moons&k=5")).k, 5);
});

Deno.test("What reads files, or makes several runs or pictures, is no parameter", async () => {
  for (
    const name of [
      ...["out", "centroids", "elbow", "compare", "storyboard", "transparent", "header", "help"],
      ...["data", "overwrite", "__proto__", "constructor"],
    ]
  ) {
    assert.match(await refused(`${name}=1`), new RegExp(`^'${name}' is no parameter`));
  }
});

Deno.test("Every parameter for a table, a run and its picture is read", async () => {
  const { columns, label, scale } = await read("columns=a,b&label=c&scale=minmax");
  assert.deepEqual([columns, label, scale], ["a,b", "c", "minmax"]);
  const { size, fps, title } = await read("size=100x80&fps=10&title=Two words");
  assert.deepEqual([size, fps, title], [[100, 80], 10, "Two words"]);
  assert(PARAMETERS.length > 30);
});

Deno.test("A value that begins with a dash is a value", async () => {
  assert.equal((await read("title=--help")).title, "--help");
});

Deno.test("What means nothing to a request is refused as the command refuses it", async () => {
  assert.match(await refused("style=classic&title=x"), /--title/);
});

for (
  const [name, most, least] of [
    ["k", "k=100&clusters=1&points=1000", "k=101&clusters=1&points=1000"],
    ["n-init", "k=1&restarts=20&points=10", "k=1&restarts=21&points=10"],
    ["points in all", "k=1&clusters=20&points=1000", "k=1&clusters=20&points=1001"],
    ["width", "size=1920x16", "size=1921x16"],
    ["height", "size=16x1080", "size=16x1081"],
    [
      "k × points × n-init",
      "k=10&clusters=10&points=1000&n-init=20",
      "k=11&clusters=10&points=1000&restarts=20",
    ],
  ]
) {
  Deno.test(`A request asks for no more ${name} than the server makes`, async () => {
    await read(most);
    const message = await refused(least);
    assert(message.startsWith(`${name} `) && message.endsWith(": lower it"), message);
  });
}
