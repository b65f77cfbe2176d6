import assert from "node:assert/strict";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { handlerWith } from "../../src/cli/serve/handler.ts";
import { Gate } from "../../src/cli/serve/gate.ts";
import { ROOT } from "../support/command.ts";
import { whileServing } from "../support/server.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const row = (count: number, first: number) =>
  Array.from({ length: count }, (_, i) => (i * 31 + first * first) % 97);
const trace = (k: number, steps: number) =>
  `{"format":"lloyd-trace","version":1,"points":[[0],[1],[2]],"steps":[${
    Array.from({ length: steps }, (_, i) =>
      `{"centroids":[${
        row(k, i).map((x) => `[${x}]`)
      }],"labels":[0,0,0]}`)
  }]}`;

/** What takes very long or very much unless it is refused in time; each is small enough to be sent. */
const bodies: readonly [title: string, query: string, body: Uint8Array, says: RegExp][] = [
  [
    "a Parquet file that had hung every reader",
    "",
    Deno.readFileSync(`${ROOT}fixtures/invalid/page_header.parquet`),
    /not a whole Parquet file/,
  ],
  [
    "objects of a key each",
    "",
    encode(JSON.stringify(row(20_000, 1).map((x, i) => ({ [`c${i}`]: x })))),
    /most lack most of them: give all the same keys/,
  ],
  ["arrays in arrays", "input-format=json", encode("[".repeat(4e5) + "]".repeat(4e5)), /no column/],
  [
    "very many features",
    "",
    encode(Array.from({ length: 800 }, (_, i) => row(800, i)).join("\n")),
    /800 rows × 800 columns are too many to be laid out: take a sample, or choose columns/,
  ],
  ["very many steps", "", encode(trace(1, 1002)), /1001 iterations of 1 centroids are too many/],
  ["very many moves", "", encode(trace(40, 502)), /501 iterations of 40 centroids are too many/],
];

Deno.test("Whatever is sent, others are answered, and so is it", () =>
  whileServing(async (address) => {
    const send = (query: string, body: Uint8Array) =>
      fetch(`${address}/kmeans.svg?${query}`, { method: "POST", body: body as BodyInit });
    for (const [title, query, body, says] of bodies) {
      const answers = [send(query, body), send(query, body)];
      const other = await fetch(`${address}/kmeans.svg?k=2&clusters=2&points=9`);
      assert.equal(other.status, 200, title);
      await other.body?.cancel();
      for (const answer of answers) {
        const response = await answer;
        assert.match(await response.text(), says, title);
        assert.equal(response.status, 422, title);
      }
    }
  }));

Deno.test("Files of which a byte is wrong are answered all at once", () =>
  whileServing(async (address) => {
    const file = rowsToParquet({ names: ["x", "y"], rows: [[1, 2], [2, 1], [8, 9], [9, 8]] });
    const answers = Array.from(file, async (_, at) => {
      const body = file.slice();
      body[at] = 0;
      const response = await fetch(`${address}/kmeans.png?k=2&size=64x48`, {
        method: "POST",
        body,
      });
      await response.arrayBuffer();
      return response.status;
    });
    const statuses = new Set(await Promise.all(answers));
    // 503 is what those get that come when too many wait.
    assert.deepEqual([...statuses].filter((status) => ![200, 422, 503].includes(status)), []);
    assert(statuses.has(200) && statuses.has(422));
  }));

Deno.test("What a request may ask for at the most is drawn", () =>
  whileServing(async (address) => {
    for (const body of [trace(1, 1001), trace(40, 501)]) {
      const response = await fetch(`${address}/kmeans.svg`, { method: "POST", body });
      assert.equal(response.status, 200);
      await response.body?.cancel();
    }
    const wide = Array.from({ length: 300 }, (_, i) => row(300, i)).join("\n");
    const response = await fetch(`${address}/kmeans.svg?k=2`, { method: "POST", body: wide });
    assert.equal(response.status, 200);
    await response.body?.cancel();
  }));

Deno.test("A picture that takes too long is given up, and makes room for the next", async () => {
  const gates = { pictures: new Gate(1, 9), bodies: new Gate(9, 9) };
  // It takes many seconds, unless it is given up after one of a thousand parts of one.
  const long = "/kmeans.gif?size=1920x1080&k=90&clusters=20&points=900";
  const answers = [{ ...gates, longest: 1 }, gates].map((limited, i) =>
    handlerWith(limited)(new Request(`http://127.0.0.1${i ? "/kmeans.svg?k=2" : long}`))
  );
  const [given, next] = await Promise.all(answers);
  assert.equal(given.status, 422);
  assert.match(
    await given.text(),
    /^it takes longer than 0\.001 s: lower size, fps, k or the points\n$/,
  );
  assert.equal(next.status, 200);
  await next.body?.cancel();
});

Deno.test("What nobody expected is told on the terminal in a line, and answered without it", async () => {
  class Broken extends Gate {
    override pass(): never {
      throw new TypeError("lost\nnow");
    }
  }
  const handler = handlerWith({ pictures: new Broken(1, 1), bodies: new Gate(1, 1) });
  const { error } = console;
  const lines: unknown[] = [];
  console.error = (...line) => lines.push(...line);
  try {
    const response = await handler(new Request("http://127.0.0.1/kmeans.svg?k=2"));
    assert.equal(response.status, 500);
    assert.equal(await response.text(), "it could not be done\n");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  } finally {
    console.error = error;
  }
  assert.equal(lines.length, 1);
  assert.match(
    String(lines[0]),
    /^lloyd: TypeError: lost now.*: this is a mistake in Lloyd: [^\n]*$/,
  );
});
