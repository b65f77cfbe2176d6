import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd, printed, ROOT } from "../support/command.ts";
import { whileServing } from "../support/server.ts";

const small = "k=3&clusters=3&points=20&size=240x160&seed=3";

Deno.test("Each format is served as what it is, and safely", () =>
  whileServing(async (address) => {
    for (
      const [format, type, begins] of [
        ["svg", "image/svg+xml", "<svg"],
        ["gif", "image/gif", "GIF89a"],
        ["png", "image/png", "‰PNG"],
        ["apng", "image/apng", "‰PNG"],
        ["mp4", "video/mp4", "\0\0\0"],
        ["html", "text/html; charset=utf-8", "<!doctype html>"],
        ["json", "application/json", "{"],
      ]
    ) {
      const response = await fetch(`${address}/kmeans.${format}?${small}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), type);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff");
      assert(response.headers.get("content-security-policy"));
      assert.match(response.headers.get("cache-control")!, /max-age=\d+/);
      const text = new TextDecoder("latin1").decode(await response.arrayBuffer());
      assert(text.startsWith(begins), format);
    }
  }));

Deno.test("A link gives the bytes that the command makes of the same options", () =>
  inEmptyFolder((folder) =>
    whileServing(async (address) => {
      const options = ["--k", "5", "--seed", "3", "--theme", "dark", "--no-cells"];
      await lloyd(folder, ["--allow-write"], [...options, "--out", "a.svg"]);
      const response = await fetch(`${address}/kmeans.svg?k=5&seed=3&theme=dark&no-cells`);
      assert.equal(await response.text(), await Deno.readTextFile(`${folder}/a.svg`));
    })
  ));

Deno.test("A link without a seed shows the same to everybody, and a copy is good while its tag is", () =>
  whileServing(async (address) => {
    const link = `${address}/kmeans.svg?clusters=3&points=20`;
    const first = await fetch(link);
    const tag = first.headers.get("etag")!;
    const second = await fetch(link);
    assert.equal(await first.text(), await second.text());
    assert.equal(second.headers.get("etag"), tag);
    const again = await fetch(link, { headers: { "if-none-match": tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    const other = await fetch(`${link}&k=4`, { headers: { "if-none-match": tag } });
    assert.equal(other.status, 200);
    assert.notEqual(other.headers.get("etag"), tag);
    await other.body?.cancel();
  }));

const refused: readonly [path: string, status: number, ...says: string[]][] = [
  ["/kmeans.svg?k=0", 422, "k '0'", "1 or more"],
  ["/kmeans.svg?k=101", 422, "k 101", "100"],
  ["/kmeans.svg?clusters=1000&points=1000", 422, "1000000", "20000"],
  ["/kmeans.gif?size=4000x3000", 422, "width 4000"],
  ["/kmeans.gif?interval=60s", 422, "frames"],
  ["/kmeans.mp4?hold=3600s", 422, "frames"],
  ["/kmeans.mp4?size=1920x1080&interval=2s&max-iterations=6&fps=50", 422, "1920x1080"],
  ["/kmeans.svg?speed=0.1", 422, "3000 frames"],
  ["/kmeans.svg?clusters=2&points=10000&k=100&restarts=2", 422, "n-init 4000000"],
  ["/kmeans.svg?shape=moons&clusters=1000&points=1000", 422, "1000000", "20000"],
  ["/kmeans.svg?columns=a", 422, "columns"],
  ["/kmeans.svg?colour=red", 422, "'colour' is no parameter"],
  ["/kmeans.svg?out=/etc/passwd", 422, "'out' is no parameter"],
  ["/kmeans.svg?centroids=/etc/passwd", 422, "'centroids' is no parameter"],
  ["/kmeans.svg?__proto__=1", 422, "__proto__"],
  ["/kmeans.svg?k=3&k=4", 422, "twice"],
  ["/kmeans.svg?no-cells=maybe", 422, "no-cells 'maybe'"],
  ["/kmeans.svg?k=2000&clusters=1", 422, "k 2000"],
  ["/kmeans.bmp", 404, "/kmeans.svg"],
  ["/../cli.ts", 404, "there is no"],
  ["/constructor", 404, "there is no"],
  [`/kmeans.svg?title=${"x".repeat(5000)}`, 414, "too long"],
];

Deno.test("What cannot be served is refused with the reason, as text or as JSON", () =>
  whileServing(async (address) => {
    for (const [path, status, ...says] of refused) {
      const response = await fetch(address + path);
      const text = await response.text();
      assert.equal(response.status, status, text);
      for (const word of says) assert(text.includes(word), `${path}: ${text}`);
      assert(!text.includes("--"), text);
      const json = await fetch(address + path, { headers: { accept: "application/json" } });
      assert.equal((await json.json()).error + "\n", text);
    }
    for (const [path, method] of [["/kmeans.svg", "PUT"], ["/", "POST"]]) {
      const other = await fetch(address + path, { method, body: "x" });
      assert.equal(other.status, 405);
      assert.match(other.headers.get("allow")!, /^GET, HEAD/);
      await other.body?.cancel();
    }
  }));

Deno.test("The page allows nothing but its own files", () =>
  whileServing(async (address) => {
    const response = await fetch(address);
    const [, policy] = /Security-Policy" content="([^"]+)"/.exec(await response.text())!;
    assert.match(policy, /^default-src 'none'; /);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(response.headers.get("content-security-policy"), "frame-ancestors 'none'");
    const tag = response.headers.get("etag")!.replace(/^W\//, "");
    const again = await fetch(address, { headers: { "if-none-match": tag } });
    assert.equal(again.status, 304);
  }));

Deno.test("A foreign Host is turned away", () =>
  whileServing(async (address) => {
    const { hostname, port } = new URL(address);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    await connection.write(
      new TextEncoder().encode("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
    );
    const answer = await new Response(connection.readable).text();
    assert.match(answer, /^HTTP\/1\.1 421 /);
    assert.match(answer, /x-content-type-options: nosniff/i);
  }));

Deno.test("A parameter never reaches markup unescaped", () =>
  whileServing(async (address) => {
    const title = encodeURIComponent(`</title></script><script>alert(1)</script>"'&`);
    for (const format of ["svg", "html"]) {
      const response = await fetch(`${address}/kmeans.${format}?${small}&title=${title}`);
      const text = await response.text();
      assert.equal(response.status, 200);
      assert(!text.includes("<script>alert"), format);
      if (format === "svg" && await isInstalled("xmllint")) {
        const path = await Deno.makeTempFile({ suffix: ".svg" });
        await Deno.writeTextFile(path, text);
        assert.equal(await printed("xmllint", "--noout", path), "");
        await Deno.remove(path);
      }
    }
  }));

Deno.test({
  name: "A hundred requests at once are all answered, and the server does not grow",
  ignore: Deno.build.os !== "linux",
  fn: () =>
    whileServing(async (address, pid) => {
      const memory = async () =>
        Number(/VmRSS:\s+(\d+)/.exec(await Deno.readTextFile(`/proc/${pid}/status`))![1]) / 1024;
      const burst = async (from: number) => {
        const all = await Promise.all(Array.from({ length: 100 }, async (_, i) => {
          const format = i % 4 === 0 ? "gif" : "svg";
          const response = await fetch(
            `${address}/kmeans.${format}?${small}&start-seed=${from + i}`,
          );
          return [response.status, (await response.arrayBuffer()).byteLength];
        }));
        assert(all.every(([status, size]) => status === 200 && size > 1000));
      };
      await burst(0);
      const before = await memory();
      for (let i = 1; i < 3; i++) await burst(100 * i);
      const after = await memory();
      assert(after < before + 150, `${before} MB, then ${after} MB`);
    }),
});

Deno.test("Others are answered while something long is made", () =>
  whileServing(async (address) => {
    const controller = new AbortController();
    const long = fetch(`${address}/kmeans.mp4?clusters=20&points=1000&k=100&fps=50`, {
      signal: controller.signal,
    }).catch(() => {});
    let isMade = false;
    long.then(() => isMade = true);
    for (let i = 0; i < 10; i++) {
      const response = await fetch(`${address}/kmeans.svg?${small}&start-seed=${i}`);
      assert.equal(response.status, 200);
      await response.body?.cancel();
    }
    assert(!isMade, "the video was made first");
    controller.abort();
    await long;
  }));

Deno.test("The work for a client that is gone is given up", () =>
  whileServing(async (address) => {
    const long = "size=1280x720&interval=4s&max-iterations=4&fps=30&clusters=5&k=5";
    for (let i = 0; i < 6; i++) {
      const controller = new AbortController();
      const asked = fetch(`${address}/kmeans.mp4?${long}&seed=${i}`, { signal: controller.signal });
      setTimeout(() => controller.abort(), 300);
      await assert.rejects(asked);
    }
    const response = await fetch(`${address}/kmeans.svg?${small}`, {
      signal: AbortSignal.timeout(60_000),
    });
    assert.equal(response.status, 200);
    await response.body?.cancel();
  }));

Deno.test("An address that cannot be had is told in one line", () =>
  whileServing(async (address) => {
    const { port } = new URL(address);
    for (
      const [permissions, args, status, ...says] of [
        [["--allow-net"], ["--port", port], 1, "in use", "--port"],
        [[], ["--port", "0"], 1, "--allow-net=127.0.0.1:0"],
        [["--allow-net"], ["--port", "70000"], 2, "'70000'"],
        [["--allow-net"], ["--port", "0", "--host", "203.0.113.7"], 1, "203.0.113.7"],
        [["--allow-net"], ["x"], 2, "'x'"],
      ] as [string[], string[], number, ...string[]][]
    ) {
      const { code, stderr } = await lloyd(ROOT, permissions, ["serve", ...args]);
      assert.equal(code, status, stderr);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
      for (const word of says) assert(stderr.includes(word), stderr);
    }
  }));

/** Whether this machine has the address ::1. */
function hasIpv6(): boolean {
  try {
    Deno.listen({ hostname: "::1", port: 0 }).close();
    return true;
  } catch {
    return false;
  }
}

Deno.test({
  name: "An address of IPv6 is told as a link, and answered",
  ignore: !hasIpv6(),
  fn: () =>
    whileServing(
      async (address) => {
        assert.match(address, /^http:\/\/\[::1\]:\d+$/);
        const response = await fetch(`${address}/kmeans.svg?${small}`);
        assert.equal(response.status, 200);
        await response.body?.cancel();
      },
      ["run", "--allow-net", `${ROOT}cli.ts`, "serve", "--port", "0", "--host", "::1"],
    ),
});

Deno.test("deno serve serves the same, without a permission of ours", () =>
  whileServing(
    async (address) => {
      const page = await fetch(address);
      assert.match(await page.text(), /<h1>K-means, step by step<\/h1>/);
      const svg = await fetch(`${address}/kmeans.svg?${small}`);
      assert.equal(svg.status, 200);
      assert.match(await svg.text(), /^<svg/);
    },
    ["serve", "--port", "0", `${ROOT}src/cli/serve/handler.ts`],
  ));
