import assert from "node:assert/strict";
import { ROOT } from "./support/command.ts";

/**
 * The rooms of the house, and what each may import beside itself. Whoever may import a room may
 * import the rooms within it. A room that is not listed here does not exist.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "bytes": [],

  "kmeans": ["kmeans/engines", "kmeans/starts"],
  "kmeans/engines": ["kmeans"],
  "kmeans/starts": ["kmeans"],
  "kmeans/measures": ["kmeans"],

  "data": [],
  "data/generate": ["kmeans"],
  "data/read": ["bytes", "data", "data/read/delimited", "data/read/parquet"],
  "data/read/delimited": ["bytes", "data", "data/read"],
  "data/read/parquet": ["data"],
  "data/features": ["data", "data/read", "kmeans"],
  "data/write": ["bytes", "data/read"],

  "trace": ["kmeans"],
  "model": ["data/features", "kmeans", "trace"],

  "film/colors": [],
  "film/scene": ["film/colors"],
  "film/run": ["film/scene", "kmeans", "trace"],
  "film/cloud": ["film/scene", "film/colors", "trace"],
  "film/marks": ["film/cloud", "film/run", "film/scene", "film/colors", "kmeans", "trace"],
  "film/styles": [
    "film/marks",
    "film/cloud",
    "film/run",
    "film/scene",
    "film/colors",
    "kmeans",
    "trace",
  ],

  "svg": ["film", "bytes", "trace"],
  "raster": ["film", "svg"],
  "encode": [
    "encode/gif",
    "encode/mp4",
    "encode/player",
    "bytes",
    "film",
    "raster",
    "svg",
    "trace",
  ],
  "encode/gif": ["encode", "bytes", "film", "raster", "trace"],
  "encode/mp4": ["encode", "bytes", "film", "raster", "trace"],
  "encode/player": ["film"],

  // What is to be known of each format of files, and how one is made.
  "formats": ["bytes", "data/write", "encode", "film/scene", "svg", "trace"],

  // What runs in a browser: pixels are drawn by a module of its own, since that takes resvg.
  "page": ["bytes", "data", "encode", "film", "kmeans", "svg", "trace"],

  // The specification: its clauses, what judges a run by them, and what asks a program for runs.
  "conform": ["conform/arbitraries"],
  "conform/arbitraries": [],

  "cli": ["cli/commands", "cli/options", "cli/output"],
  // Files beside those they are written over, whatever is in them.
  "cli/files": ["cli", "data"],
  "cli/options": ["cli", "data", "encode", "film", "formats", "kmeans", "trace"],
  "cli/input": ["bytes", "cli", "cli/files", "cli/options", "data", "kmeans", "trace"],
  "cli/runs": [
    "cli",
    "cli/input",
    "cli/options",
    "data",
    "film",
    "formats",
    "kmeans",
    "model",
    "trace",
  ],
  "cli/output": [
    "cli",
    "cli/files",
    "cli/input",
    "cli/options",
    "cli/runs",
    "data",
    "encode",
    "film",
    "formats",
    "kmeans",
    "svg",
    "trace",
    "model",
  ],
  "cli/replay": [
    "bytes",
    "cli",
    "cli/commands",
    "cli/input",
    "cli/options",
    "cli/output",
    "cli/runs",
    "formats",
    "trace",
  ],
  "cli/terminal": ["bytes", "film", "raster"],
  "cli/conform": ["cli", "conform"],
  "cli/serve": [
    "bytes",
    "cli",
    "cli/input",
    "cli/options",
    "cli/output",
    "cli/runs",
    "data",
    "encode",
    "film",
    "formats",
    "kmeans",
    "page",
    "svg",
    "trace",
  ],
  "cli/commands": [
    "cli",
    "bytes",
    "conform",
    "data",
    "film",
    "formats",
    "kmeans",
    "model",
    "page",
    "trace",
  ],
};

/** What every room may import. */
const OPEN = ["src/checks.ts", "src/json_text.ts", "src/version.ts", "src/visible.ts"];

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

/** The modules that a file imports when it is loaded, those it may load later, and those of types. */
function importsOf(text: string): { now: string[]; later: string[]; types: string[] } {
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "");
  const found = (pattern: RegExp) => [...code.matchAll(pattern)].map((match) => match[1]);
  return {
    now: found(/^(?:import|export)\b(?! type\b)[^;]*?from "([^"]+)"/gm),
    later: found(/\bimport\(\s*"([^"]+)"/g),
    types: found(/^(?:import|export) type [^;]*?from "([^"]+)"/gm),
  };
}

const resolve = (file: string, specifier: string) =>
  new URL(specifier, `file:///${file}`).pathname.slice(1);

/** The files of ours that a file imports, in whatever way. */
function neighboursOf(file: string): string[] {
  const { now, later, types } = importsOf(source.get(file)!);
  return [...now, ...later, ...types].filter((specifier) => specifier.startsWith("."))
    .map((specifier) => resolve(file, specifier));
}

const roomOf = (file: string) => /^src\/(.+)\/[^/]+$/.exec(file)?.[1];

Deno.test("Imports run one way, from room to room", () => {
  for (const file of source.keys()) {
    const room = roomOf(file);
    if (!room) continue;
    assert(room in ROOMS, `${file} is in no known room`);
    for (const target of neighboursOf(file)) {
      // The vectors of the specification are data that other projects can take.
      if (room === "conform" && target.startsWith("fixtures/conform/")) continue;
      if (OPEN.includes(target)) continue;
      const other = roomOf(target);
      assert(other, `${file} imports ${target}, which is outside src/`);
      const isAllowed = other === room ||
        ROOMS[room].some((name) => other === name || other.startsWith(`${name}/`));
      assert(isAllowed, `${file} imports ${target}`);
    }
  }
});

Deno.test("No file imports itself by way of others", () => {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    assert(at < 0, `a circle: ${[...way.slice(at), file].join(" → ")}`);
    if (done.has(file) || !source.has(file)) return;
    for (const target of neighboursOf(file)) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of source.keys()) visit(file, []);
});

Deno.test("Every room that is listed is there", () => {
  const there = new Set([...source.keys()].map(roomOf));
  assert.deepEqual(Object.keys(ROOMS).filter((room) => !there.has(room)), []);
});

Deno.test("Only src/cli/ and cli.ts touch Deno or Node", () => {
  for (const [file, text] of source) {
    if (file.startsWith("src/cli/") || file === "cli.ts") continue;
    const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
    assert.doesNotMatch(code, /\bDeno\.|"node:/, file);
  }
});

Deno.test("Nothing but src/cli/tell.ts writes to standard error or the console", () => {
  const doors = [...source].filter(([file, text]) => {
    if (!file.startsWith("src/cli/")) return false;
    const code = text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
    return /\bconsole\.|Deno\.stderr\.(?!isTerminal)/.test(code);
  });
  assert.deepEqual(doors.map(([file]) => file), ["src/cli/tell.ts"]);
});

Deno.test("Packages are named in full, with their version, so that a URL import works", () => {
  for (const [file, text] of source) {
    const { now, later } = importsOf(text);
    for (const specifier of [...now, ...later]) {
      if (/^(\.|node:)/.test(specifier)) continue;
      assert.match(specifier, /^npm:(@[\w-]+\/)?[\w-]+@\d+\.\d+\.\d+(-[\w.]+)?(\/|$)/, file);
    }
  }
});

/** The packages and files that are loaded with a file, without those that it may load later. */
function loadedWith(...files: string[]): Set<string> {
  const loaded = new Set<string>();
  const visit = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const specifier of importsOf(source.get(file) ?? "").now) {
      visit(specifier.startsWith(".") ? resolve(file, specifier) : specifier);
    }
  };
  files.forEach(visit);
  return loaded;
}

Deno.test("The command loads no package before it knows that it needs one", () => {
  const loaded = loadedWith("cli.ts", "src/cli/options/help.ts", "src/cli/options/parse.ts");
  assert.deepEqual([...loaded].filter((name) => name.startsWith("npm:")), []);
  assert(loaded.has("src/cli/options/table.ts"));
});

Deno.test("fast-check is loaded by conform alone", () => {
  const loading = [...source.keys()].filter((file) =>
    [...loadedWith(file)].some((name) => name.startsWith("npm:fast-check"))
  );
  const strangers = loading.filter((file) =>
    !/^src\/conform\/|^src\/cli\/commands\/conform\.ts$/.test(file)
  );
  assert.deepEqual(strangers, []);
});
