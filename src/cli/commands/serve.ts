import { LIMITS } from "../../page/limits.ts";
import { SystemError, UsageError } from "../errors.ts";
import { optionsText } from "../options/help.ts";
import { flag, valued } from "../options/option.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { text, whole } from "../options/values.ts";
import { writeStandardOutput } from "../output/write.ts";
import { tell } from "../tell.ts";
import { handle, SAFE } from "../serve/handler.ts";
import { isLoopback, isLoopbackHost } from "../serve/loopback.ts";

const TABLE = {
  "host": valued("127.0.0.1", text, {
    group: "Options",
    value: "HOST",
    help: "The address to listen at; 0.0.0.0 is every one of this machine",
  }),
  "port": valued(8000, whole(0, 65535), {
    group: "Options",
    value: "PORT",
    help: "The port; 0 picks a free one",
  }),
  "help": flag({ group: "Options", short: "h", help: "Print this help" }),
};

const HELP = `Serves a page to play with runs, and pictures at plain URLs. Writes no file.

Usage: deno run --allow-net=127.0.0.1 cli.ts serve [options]

${optionsText(TABLE, ["Options"])}

  /                        the page: drag centroids, add points, drop a table; it runs in the browser
  /kmeans.svg?k=5&seed=3   a picture to embed; also .gif .apng .png .mp4 .html .json
  POST /kmeans.gif?k=3     a picture of the table or the run (JSON) that is sent, of at most ${
  LIMITS.body / 2 ** 20
} MB

To deploy it: deno serve src/cli/serve/handler.ts

Exit status: 0 it was ended, 1 the address cannot be had, 2 the call is wrong.
`;

/** Serves until it is ended. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values: { host, port, help }, positionals } = await parseCall(args, TABLE);
  if (help) {
    await writeStandardOutput(new TextEncoder().encode(HELP));
    return 0;
  }
  if (positionals.length > 0) {
    throw new UsageError(`'${shortened(positionals[0])}' is nothing that serve takes: see --help`);
  }
  const isLocal = isLoopback(host);
  const server = listen(host, port, (request) => {
    if (isLocal && !isLoopbackHost(request.headers.get("host"))) {
      return new Response("this server answers to its own address alone\n", {
        status: 421,
        headers: SAFE,
      });
    }
    return handle(request);
  });
  const stop = () => server.shutdown();
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  await server.finished;
  return 0;
}

function listen(
  hostname: string,
  port: number,
  handler: Deno.ServeHandler,
): Deno.HttpServer<Deno.NetAddr> {
  const at = `${hostname}:${port}`;
  try {
    return Deno.serve({
      hostname,
      port,
      onListen: ({ hostname, port }) => {
        const host = hostname.includes(":") ? `[${hostname}]` : hostname;
        tell(`http://${host}:${port}/`);
      },
    }, handler);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) {
      throw new SystemError(`${at}: the sandbox does not allow it; add --allow-net=${at}`);
    }
    if (error instanceof Deno.errors.AddrInUse) {
      throw new SystemError(`${at} is in use: choose another --port, or 0 for a free one`);
    }
    throw new SystemError(
      `${at} cannot be listened at: ${
        (error instanceof Error ? error.message : String(error)).replace(/ \(os error.*$/s, "")
      }`,
    );
  }
}
