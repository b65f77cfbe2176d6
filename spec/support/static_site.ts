import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** Serves a folder as the simplest of hosts does, under a path, while a check goes on. */
export async function whileHosting(
  folder: string,
  check: (address: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname.replace(/^\/below/, "").replace(
        /\/$/,
        "/index.html",
      );
      try {
        return new Response(await Deno.readFile(folder + path), {
          headers: { "content-type": TYPES[extname(path)] ?? "application/octet-stream" },
        });
      } catch {
        return new Response(null, { status: 404 });
      }
    },
  );
  try {
    await check(`http://127.0.0.1:${server.addr.port}/below/`);
  } finally {
    await server.shutdown();
  }
}
