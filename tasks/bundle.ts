/** Writes src/page/lloyd.js: all that runs in a browser, as one module. */
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};

const page = new URL("../src/page/", import.meta.url);
const target = Deno.args[0] ?? new URL("lloyd.js", page);

/** Letters that come along; all others of the typeface are loaded when a text has one. */
const LETTERS = /[ -~¡-ÿ–—‘’“”•…€−]/u;

const work = await Deno.makeTempDir();
try {
  const font = `${work}/typeface.svg`;
  await Deno.writeTextFile(
    font,
    openSans.match(/<glyph unicode[^>]*>/g)!.filter(isOfLetter).join(""),
  );
  const map = `${work}/import_map.json`;
  await Deno.writeTextFile(
    map,
    JSON.stringify({
      imports: {
        "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg": `file://${font}`,
        [String(new URL("../data/parquet.ts", page))]: String(new URL("no_parquet.ts", page)),
      },
    }),
  );
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform", "browser", "--minify", "--no-lock"],
      ...["--import-map", map, "--output", `${work}/lloyd.js`],
      new URL("module.ts", page).pathname,
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const bundle = await Deno.readTextFile(`${work}/lloyd.js`);
  await Deno.writeTextFile(target, `// Made by deno task bundle.\n${bundle.trimEnd()}\n`);
} finally {
  await Deno.remove(work, { recursive: true });
}

function isOfLetter(glyph: string): boolean {
  const [, name] = /unicode="([^"]*)"/.exec(glyph)!;
  const code = /^&#x([\da-f]+);$/i.exec(name)?.[1];
  const letter = code ? String.fromCodePoint(parseInt(code, 16)) : name;
  return [...letter].length === 1 && LETTERS.test(letter);
}
