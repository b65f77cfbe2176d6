import assert from "node:assert/strict";
import { readRecipe } from "../../mod.ts";
import { inEmptyFolder, lloyd, ROOT } from "../support/command.ts";
import { whileServing } from "../support/server.ts";

const iris = await Deno.readFile(`${ROOT}fixtures/data/iris.csv`);

function send(address: string, body: BodyInit): Promise<Response> {
  return fetch(address, { method: "POST", body });
}

Deno.test("A table that is sent is drawn as the command draws it", () =>
  inEmptyFolder((folder) =>
    whileServing(async (address) => {
      await Deno.writeFile(`${folder}/points.csv`, iris);
      const options = ["--k", "3", "--seed", "1", "--standardize", "--label", "Species"];
      await lloyd(folder, ["-R=.", "-W=."], ["points.csv", ...options, "--out", "a.svg"]);
      const query = "k=3&seed=1&standardize&label=Species";
      const response = await send(`${address}/kmeans.svg?${query}`, iris);
      assert.equal(response.headers.get("cache-control"), "no-store");
      assert.equal(await response.text(), await Deno.readTextFile(`${folder}/a.svg`));
    })
  ));

Deno.test("A run that is sent is drawn, and made again from its recipe with the run beside", () =>
  inEmptyFolder((folder) =>
    whileServing(async (address) => {
      const run = await (await fetch(`${address}/kmeans.json?k=3&clusters=3&points=20`)).text();
      const response = await send(`${address}/kmeans.gif?size=240x160&theme=dark`, run);
      const gif = new Uint8Array(await response.arrayBuffer());
      assert.equal(readRecipe(gif)?.trace, "kmeans.json");
      await Deno.writeTextFile(`${folder}/kmeans.json`, run);
      await Deno.writeFile(`${folder}/kmeans.gif`, gif);
      const { stderr } = await lloyd(folder, ["-R=.", "-W=."], [
        ...["replay", "kmeans.gif", "--out", "again.gif"],
      ]);
      assert.deepEqual(await Deno.readFile(`${folder}/again.gif`), gif, stderr);
    })
  ));

Deno.test("A client that leaves while it sends is no matter to the server", () =>
  whileServing(async (address) => {
    const { hostname, port } = new URL(address);
    for (let i = 0; i < 8; i++) {
      const connection = await Deno.connect({ hostname, port: Number(port) });
      const head = `POST /kmeans.svg?k=2 HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 1000`;
      await connection.write(new TextEncoder().encode(`${head}\r\n\r\nx,y\n`));
      await new Promise((done) => setTimeout(done, 20));
      connection.close();
    }
    const response = await send(`${address}/kmeans.svg?k=2`, "x,y\n1,2\n3,4\n5,5\n");
    assert.equal(response.status, 200);
    await response.body?.cancel();
  }));

Deno.test("What cannot be drawn is refused with the reason", () =>
  whileServing(async (address) => {
    const run = JSON.stringify({ format: "lloyd-trace", version: 1, points: [[1, 2]], steps: [] });
    for (
      const [path, body, status, says] of [
        ["/kmeans.svg?k=3", "who\nann\nbob\n", 422, "no column holds numbers"],
        ["/kmeans.svg?k=3", "x,y\n1,2\n3\n4,5\n", 422, "row 2"],
        ["/kmeans.svg?k=3", "x,y\n1,2\n3,4\n", 422, "k 3 is more than the 2 points"],
        ["/kmeans.svg?k=3&columns=z", "x,y\n1,2\n3,4\n", 422, "z"],
        ["/kmeans.svg?k=3&shape=moons", "x,y\n1,2\n3,4\n", 422, "shape"],
        ["/kmeans.svg", "", 422, "it is empty"],
        ["/kmeans.svg", run, 422, "steps"],
        ["/kmeans.svg?k=2", run, 422, "k is about a run"],
        ["/kmeans.svg?k=2", "x\n".repeat(5_000_000), 413, "8 MB"],
        ["/kmeans.svg?k=2", `x,y\n${"1,2\n3,4\n".repeat(15_000)}`, 422, "30000 points were sent"],
        ["/kmeans.svg?k=2", "x,y\n" + "1,2\n".repeat(9), 422, "1 distinct point"],
        ["/kmeans.svg?k=2", "x,y\n1,2\n3,\x004\n", 422, "zero byte"],
      ] as const
    ) {
      const response = await send(address + path, body);
      const text = await response.text();
      assert.equal(response.status, status, text);
      assert(text.includes(says), text);
      assert.equal(text.trimEnd().split("\n").length, 1);
    }
  }));

Deno.test("A page of another site cannot send anything", () =>
  whileServing(async (address) => {
    for (const [origin, status] of [["https://evil.example", 403], ["null", 403], [address, 200]]) {
      const response = await fetch(`${address}/kmeans.svg?k=2`, {
        method: "POST",
        body: "x,y\n1,2\n3,4\n",
        headers: { origin: String(origin) },
      });
      assert.equal(response.status, status);
      await response.body?.cancel();
    }
  }));

Deno.test("Many that send at once, also ever so slowly, do not keep others from being answered", () =>
  whileServing(async (address) => {
    const controller = new AbortController();
    const slow = Array.from({ length: 20 }, () =>
      fetch(`${address}/kmeans.svg?k=2`, {
        method: "POST",
        body: new ReadableStream({
          start: (own) => own.enqueue(new TextEncoder().encode("x,y\n")),
        }),
        signal: controller.signal,
      }).catch(() => {}));
    const response = await fetch(`${address}/kmeans.svg?k=3&clusters=3&points=20`, {
      signal: AbortSignal.timeout(30_000),
    });
    assert.equal(response.status, 200);
    await response.body?.cancel();
    controller.abort();
    await Promise.all(slow);
  }));
