import assert from "node:assert/strict";
import { ROOT } from "./support/command.ts";

/** What each room may import from, besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  kmeans: [],
  data: ["kmeans"],
  trace: ["kmeans"],
  film: ["kmeans", "trace"],
  svg: ["film", "trace"],
  raster: ["film", "svg"],
  encode: ["film", "svg", "raster", "trace"],
  // What runs in a browser: it must not draw pixels, which takes resvg.
  page: ["kmeans", "data", "trace", "film", "svg", "encode"],
  cli: ["kmeans", "data", "trace", "film", "svg", "raster", "encode", "page"],
};

function* filesIn(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* filesIn(`${folder}/${name}`);
    else if (/\.(ts|js)$/.test(name) && name !== "lloyd.js") yield `${folder}/${name}`;
  }
}

const source = new Map(
  [...filesIn(`${ROOT}src`), `${ROOT}cli.ts`, `${ROOT}mod.ts`].map((file) =>
    [file.slice(ROOT.length), Deno.readTextFileSync(file)] as const
  ),
);

/** The modules that a file imports when it is loaded, and those it may load later. */
function importsOf(text: string): { now: string[]; later: string[] } {
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "");
  return {
    now: [...code.matchAll(/^(?:import|export)\b(?! type\b)[^;]*?from "([^"]+)"/gm)].map((m) =>
      m[1]
    ),
    later: [...code.matchAll(/\bimport\(\s*"([^"]+)"/g)].map((m) => m[1]),
  };
}

const resolve = (file: string, specifier: string) =>
  new URL(specifier, `file:///${file}`).pathname.slice(1);

Deno.test("Imports run one way, from room to room", () => {
  for (const [file, text] of source) {
    const room = /^src\/(\w+)\//.exec(file)?.[1];
    if (!room) continue;
    assert(room in rooms, `${file} is in no known room`);
    const types = [...text.matchAll(/^import type [^;]*?from "([^"]+)"/gm)].map((m) => m[1]);
    const { now, later } = importsOf(text);
    for (const specifier of [...now, ...later, ...types]) {
      if (!specifier.startsWith(".")) continue;
      const target = resolve(file, specifier);
      // The command hands out the specification; nothing else looks at it.
      if (room === "cli" && /^(spec|fixtures)\//.test(target)) continue;
      const from = /^src\/(\w+)\//.exec(target)?.[1];
      assert(from === room || rooms[room].includes(from!), `${file} imports ${specifier}`);
    }
  }
});

Deno.test("Only src/cli/ and cli.ts touch Deno or Node", () => {
  for (const [file, text] of source) {
    if (file.startsWith("src/cli/") || file === "cli.ts") continue;
    const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
    assert.doesNotMatch(code, /\bDeno\.|"node:/, file);
  }
});

Deno.test("Packages are named in full, with their version, so that a URL import works", () => {
  for (const [file, text] of source) {
    const { now, later } = importsOf(text);
    for (const specifier of [...now, ...later]) {
      if (/^(\.|node:)/.test(specifier)) continue;
      assert.match(specifier, /^npm:(@[\w-]+\/)?[\w-]+@\d+\.\d+\.\d+(\/|$)/, file);
    }
  }
});

Deno.test("The command loads no package before it knows that it needs one", () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of importsOf(source.get(file)!).now) {
      assert(!specifier.startsWith("npm:"), `${file} loads ${specifier}`);
      if (specifier.startsWith(".")) visit(resolve(file, specifier));
    }
  };
  for (const file of ["cli.ts", "src/cli/help.ts", "src/cli/parse.ts"]) visit(file);
  assert(seen.has("src/cli/options.ts"));
});
