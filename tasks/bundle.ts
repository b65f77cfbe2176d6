/** Writes src/page/lloyd.js: all that runs in a browser but for pixels, as one module. */
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};
import { bundleModule } from "./bundle_module.ts";

/** Letters that come along; all others of the typeface are loaded when a text has one. */
const LETTERS = /[ -~¡-ÿ–—‘’“”•…€−]/u;

const page = new URL("../src/page/", import.meta.url);
const typeface = await Deno.makeTempFile({ suffix: ".svg" });
try {
  const letters = openSans.match(/<glyph unicode[^>]*>/g)!.filter(comesAlong);
  await Deno.writeTextFile(typeface, letters.join(""));
  const bundle = await bundleModule(new URL("module.ts", page), {
    "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg": `file://${typeface}`,
    [String(new URL("../data/read/parquet.ts", page))]: String(new URL("no_parquet.ts", page)),
    [String(new URL("../data/read/xlsx.ts", page))]: String(new URL("no_xlsx.ts", page)),
  });
  await Deno.writeTextFile(
    Deno.args[0] ?? new URL("lloyd.js", page),
    `// Made by deno task bundle.\n${bundle.trimEnd()}\n`,
  );
} finally {
  await Deno.remove(typeface);
}

function comesAlong(glyph: string): boolean {
  const [, name] = /unicode="([^"]*)"/.exec(glyph)!;
  const code = /^&#x([\da-f]+);$/i.exec(name)?.[1];
  const letter = code ? String.fromCodePoint(parseInt(code, 16)) : name;
  return [...letter].length === 1 && LETTERS.test(letter);
}
