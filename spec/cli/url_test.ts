import assert from "node:assert/strict";
import { inEmptyFolder, ROOT } from "../support/command.ts";

/** Serves the repository as a plain file server does, and calls a check with its address. */
async function served(check: (address: string) => Promise<void>): Promise<void> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const path = new URL(request.url).pathname;
    try {
      const headers = { "content-type": path.endsWith(".js") ? "text/javascript" : "text/plain" };
      return new Response(await Deno.readFile(`${ROOT}${path}`), { headers });
    } catch {
      return new Response("no such file", { status: 404 });
    }
  });
  try {
    await check(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

async function deno(folder: string, ...args: string[]): Promise<Uint8Array> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--reload=http://127.0.0.1", ...args],
    cwd: folder,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return stdout;
}

Deno.test("mod.ts imported from a URL in an empty folder makes a GIF", () =>
  served((address) =>
    inEmptyFolder(async (folder) => {
      await Deno.writeTextFile(
        `${folder}/main.ts`,
        `import { blobs, filmToGif, makeFilm, record } from "${address}/mod.ts";
         const trace = record(blobs({ clusters: 3, points: 9, seed: 3 }), { k: 3 });
         const gif: Uint8Array = await filmToGif(makeFilm(trace, { width: 160, height: 120 }));
         await Deno.stdout.write(gif);`,
      );
      const host = new URL(address).host;
      const gif = await deno(folder, `--allow-import=${host}`, "main.ts");
      assert.equal(new TextDecoder().decode(gif.subarray(0, 6)), "GIF89a");
    })
  ));

for (const [format, begins] of [["gif", "GIF89a"], ["html", "<!doctype html>"]]) {
  Deno.test(`cli.ts run from a URL in an empty folder makes a ${format}`, () =>
    served((address) =>
      inEmptyFolder(async (folder) => {
        const host = new URL(address).host;
        const args = ["--out", "-", "--format", format, "--points", "9", "--size", "160x120"];
        const made = await deno(folder, `--allow-import=${host}`, `${address}/cli.ts`, ...args);
        assert(new TextDecoder().decode(made).startsWith(begins));
      })
    ));
}
