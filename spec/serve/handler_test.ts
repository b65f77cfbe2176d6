import assert from "node:assert/strict";
import { Gate } from "../../src/cli/serve/gate.ts";
import server, { handle, handlerWith } from "../../src/cli/serve/handler.ts";

const HOST = "http://127.0.0.1:8000";
const small = "k=3&clusters=3&points=20&size=240x160";
const table = "x,y\n1,2\n3,4\n5,5\n";

/** What is answered to a request, with its text. */
async function answered(path: string, init: RequestInit = {}, handler = handle) {
  const response = await handler(new Request(HOST + path, init));
  const { status, headers } = response;
  return { status, headers, text: await response.text() };
}

const post = (body: BodyInit, headers = {}): RequestInit => ({ method: "POST", body, headers });

/** A gate that lets nothing through. */
const shut = new Gate(0, 0);
const open = () => new Gate(1, 1);

Deno.test("When too many pictures wait, the next is refused with the time to ask again", async () => {
  const handler = handlerWith({ pictures: shut, bodies: open() });
  for (const init of [{}, post(table)]) {
    const { status, headers, text } = await answered(`/kmeans.svg?${small}`, init, handler);
    assert.equal(status, 503);
    assert.equal(headers.get("retry-after"), "2");
    assert.equal(text, "too many pictures are being made: ask again soon\n");
  }
  assert.equal((await answered("/", {}, handler)).status, 200);
});

Deno.test("When too many bodies are held, the next is not read, and pictures are still made", async () => {
  const handler = handlerWith({ pictures: open(), bodies: shut });
  const request = new Request(`${HOST}/kmeans.svg?k=2`, post(table));
  const { status, headers } = await handler(request);
  assert.deepEqual([status, headers.get("retry-after")], [503, "2"]);
  assert.equal(request.bodyUsed, false);
  assert.equal((await answered(`/kmeans.svg?${small}`, {}, handler)).status, 200);
});

/** The status of the first answer, or nothing where none comes while others could be given. */
async function firstStatus(answers: readonly Promise<{ status: number }>[]) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const none = new Promise<undefined>((done) => timer = setTimeout(() => done(undefined), 10_000));
  const first = await Promise.race([...answers, none]);
  clearTimeout(timer);
  return first?.status;
}

Deno.test("Six bodies are read at once and 200 wait: the next is refused", async () => {
  const endings: (() => void)[] = [];
  const never = () =>
    new ReadableStream({
      start: (controller) => void endings.push(() => controller.error(new Error("gone"))),
    });
  const ask = () => answered("/kmeans.svg?k=2", post(never()));
  const all = Array.from({ length: 206 }, ask);
  const next = ask();
  const first = await firstStatus([...all, next]);
  for (const end of endings) end();
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  assert.equal(first, 503);
  assert.deepEqual(statuses, Array(206).fill(400));
  assert.equal((await next).status, 503);
});

Deno.test("Two pictures are made at once and 200 wait: the next is refused", async () => {
  const controller = new AbortController();
  // Each of these takes many seconds.
  const long = "/kmeans.mp4?size=1280x720&interval=4s&max-iterations=4&fps=30&clusters=5&k=5";
  const all = Array.from(
    { length: 203 },
    (_, i) => answered(`${long}&seed=${i}`, { signal: controller.signal }),
  );
  const first = await firstStatus(all);
  controller.abort();
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  assert.equal(first, 503);
  assert.deepEqual(statuses.sort(), [...Array(202).fill(499), 503]);
});

Deno.test("A client that has gone before its picture is begun costs no work", async () => {
  const { status, text } = await answered(`/kmeans.svg?${small}`, { signal: AbortSignal.abort() });
  assert.deepEqual([status, text], [499, ""]);
});

Deno.test("Every refusal is plain text that can load and run nothing, or JSON where that is accepted", async () => {
  for (
    const [path, status, init] of [
      ["/kmeans.svg?k=0", 422, {}],
      ["/none", 404, {}],
      ["/kmeans.svg", 405, { method: "PUT" }],
      ["/kmeans.svg?k=2", 403, post(table, { origin: "https://evil.example" })],
      [`/kmeans.svg?title=${"x".repeat(4000)}`, 414, {}],
      ["/kmeans.svg?k=2", 413, post("x", { "content-length": "9000000" })],
    ] as const
  ) {
    const plain = await answered(path, init);
    assert.equal(plain.status, status);
    assert.equal(plain.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.equal(plain.headers.get("x-content-type-options"), "nosniff");
    assert.equal(plain.headers.get("referrer-policy"), "no-referrer");
    assert.match(plain.headers.get("content-security-policy")!, /^default-src 'none';.* sandbox$/);
    assert(plain.text.endsWith("\n"));
    assert(!plain.text.includes("--"), "a parameter has no dashes");
    const headers = { ...(init as RequestInit).headers, accept: "text/html, application/json" };
    const json = await answered(path, { ...init, headers });
    assert.equal(json.status, status);
    assert.equal(json.headers.get("content-type"), "application/json");
    assert.equal(JSON.parse(json.text).error, plain.text.trimEnd());
  }
});

Deno.test("Parameters may be up to 4000 characters long", async () => {
  const title = "x".repeat(4000 - "?title=".length - `&${small}`.length);
  assert.equal((await answered(`/kmeans.svg?title=${title}&${small}`)).status, 200);
  assert.equal((await answered(`/kmeans.svg?title=${title}x&${small}`)).status, 414);
});

Deno.test("Each address says which methods it answers", async () => {
  for (
    const [path, allow] of [["/kmeans.gif", "GET, HEAD, POST"], ["/", "GET, HEAD"], [
      "/x",
      "GET, HEAD",
    ]]
  ) {
    const { status, headers } = await answered(path, { method: "DELETE" });
    assert.equal(status, 405);
    assert.equal(headers.get("allow"), allow);
  }
  assert.equal((await answered("/kmeans.csv", post(table))).status, 405);
  assert.equal((await answered(`/kmeans.svg?${small}`, { method: "HEAD" })).status, 200);
});

Deno.test("Tables of rows are not served, nor formats that there are not", async () => {
  for (const path of ["/kmeans.csv", "/kmeans.parquet", "/kmeans.constructor", "/kmeans.", "/x"]) {
    const { status, text } = await answered(path);
    assert.equal(status, 404, path);
    assert.match(text, /: there are \/, .*\/kmeans\.svg, .*\/kmeans\.json\n$/);
  }
  const { text } = await answered(`/${"x".repeat(1000)}`);
  assert(text.includes(`/${"x".repeat(99)}:`), "a long path is cut");
});

Deno.test("Only a page of the same address and port can send something", async () => {
  const send = async (headers: Record<string, string>) =>
    (await answered("/kmeans.svg?k=2", post(table, headers))).status;
  assert.equal(await send({}), 200);
  assert.equal(await send({ host: "127.0.0.1:8000", origin: HOST }), 200);
  assert.equal(await send({ host: "127.0.0.1:8000", origin: "http://127.0.0.1:8001" }), 403);
  assert.equal(await send({ host: "127.0.0.1:8000", origin: "null" }), 403);
  assert.equal(await send({ host: "127.0.0.1:8000", origin: "" }), 403);
});

Deno.test("What was sent is not kept by a cache; what a link shows is, by its tag", async () => {
  const sent = await answered("/kmeans.svg?k=2", post(table));
  assert.equal(sent.headers.get("cache-control"), "no-store");
  assert.equal(sent.headers.get("etag"), null);
  const link = `/kmeans.svg?${small}`;
  const { headers } = await answered(link);
  assert.equal(headers.get("cache-control"), "public, max-age=3600");
  const tag = headers.get("etag")!;
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
    const again = await answered(link, { headers: { "if-none-match": known } });
    assert.deepEqual([again.status, again.text], [304, ""], known);
    assert.equal(again.headers.get("etag"), tag);
  }
  // A table is drawn whatever the sender has.
  const again = await answered("/kmeans.svg?k=2", post(table, { "if-none-match": "*" }));
  assert.equal(again.status, 200);
});

Deno.test("A tag stands for the picture: the format and each option that changes it", async () => {
  const tag = async (path: string) => (await answered(path)).headers.get("etag");
  const own = await tag(`/kmeans.svg?${small}`);
  assert.match(own!, /^"[0-9a-f]{32}"$/);
  assert.notEqual(await tag(`/kmeans.json?${small}`), own);
  assert.notEqual(await tag(`/kmeans.svg?${small}&theme=dark`), own);
  assert.equal(await tag(`/kmeans.svg?${small}&seed=1`), own);
});

Deno.test("A picture can be shown anywhere and do nothing; an exported page only in this one", async () => {
  const svg = await answered(`/kmeans.svg?${small}`);
  assert.equal(
    svg.headers.get("content-security-policy"),
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
  const html = await answered(`/kmeans.html?${small}`);
  assert.equal(html.headers.get("content-security-policy"), "frame-ancestors 'self'");
  assert.equal(html.headers.get("content-type"), "text/html; charset=utf-8");
});

Deno.test("The page is served in its parts, which are asked for anew but sent only when changed", async () => {
  for (
    const [path, type, holds] of [
      ["/", "text/html; charset=utf-8", "<h1>K-means, step by step</h1>"],
      ["/page.css", "text/css; charset=utf-8", "#picture"],
      ["/lloyd.js", "text/javascript; charset=utf-8", "export"],
      ["/typeface.svg", "image/svg+xml", "<glyph"],
    ]
  ) {
    const { status, headers, text } = await answered(path);
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), type);
    assert.equal(headers.get("cache-control"), "no-cache");
    assert.equal(headers.get("content-security-policy"), "frame-ancestors 'none'");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert(text.includes(holds), path);
    const known = { headers: { "if-none-match": headers.get("etag")! } };
    assert.equal((await answered(path, known)).status, 304);
    const other = await answered(path, { headers: { "if-none-match": '"other"' } });
    assert.equal(other.status, 200);
  }
});

Deno.test("The page lists every parameter, those for tables apart, without dashes and escaped", async () => {
  const { text } = await answered("/");
  const [, list] = /<tbody>(.*)<\/tbody>/s.exec(text)!;
  const [ofLinks, ofTables] = list.split("For a table that is sent");
  const names = (part: string) => [...part.matchAll(/<code>([\w-]+)/g)].map(([, name]) => name);
  assert.deepEqual(
    ["k", "seed", "init", "shape", "theme", "size", "fps", "loop"].filter((name) =>
      !names(ofLinks).includes(name)
    ),
    [],
  );
  assert.deepEqual(
    names(ofTables),
    [
      "input-format",
      "delimiter",
      "decimal",
      "skip",
      "comment",
      "encoding",
      "columns",
      "x",
      "y",
      "label",
      "missing",
      "standardize",
      "scale",
    ],
  );
  for (const name of ["out", "centroids", "elbow", "compare", "storyboard", "transparent"]) {
    assert(!names(list).includes(name), name);
  }
  assert.doesNotMatch(list, /--\w/);
  assert.match(list, /<code>seed=N<\/code><\/th><td>[^<]*<\/td><td>1<\/td>/);
  assert.match(list, /<code>no-cells<\/code>/);
  assert.match(list, /<code>max-iterations=N<\/code>.*?<td>run until it converges<\/td>/);
  assert.match(list, /<code>init=HOW<\/code>.*?<td>random<\/td>/);
  assert.match(
    text,
    /At most 100 clusters, 20,000\s+points, 1920 × 1080 pixels and 1,000\s+frames/,
  );
  assert.match(text, /of at most 8 MB/);
});

Deno.test("deno serve gets the same handler", () => assert.equal(server.fetch, handle));
