import assert from "node:assert/strict";
import { shownPath } from "../../src/cli/files/reason.ts";
import { inEmptyFolder, lloyd } from "../support/command.ts";

/** Clears the screen, sets the title, turns the direction of writing and prints a false message. */
const EVIL = "\x1b[2J\x1b]0;x\x07\x9b1m\u202egnp.\u2028\r\nlloyd: a.svg is fine\n\x7f";
const NAME = EVIL.replaceAll("/", "");
const RECIPE = (recipe: unknown) => `<svg><metadata>${JSON.stringify(recipe)}</metadata></svg>`;
const ZEROS = "0".repeat(64);
const GIVES = ["--out", "a.svg"];
const TRACE = { points: [[1, 2], [3, 4]], steps: [] };

const files: Readonly<Record<string, string>> = {
  "in.csv": "x,y\n1,2\n2,1\n8,9\n9,8\n",
  "data.svg": RECIPE({ lloyd: "0.1.0", data: NAME, sha256: { data: ZEROS } }),
  "folder.svg": RECIPE({ lloyd: "0.1.0", data: `a/${EVIL}`, sha256: { data: ZEROS } }),
  "option.svg": RECIPE({ lloyd: "0.1.0", [EVIL]: 1 }),
  "value.svg": RECIPE({ lloyd: "0.1.0", init: EVIL }),
  "version.svg": RECIPE({ lloyd: EVIL, k: 2, clusters: 2, points: 5 }),
  "broken.json": `{"points": [[1, ${EVIL}]]}`,
  "text.json": JSON.stringify({ points: [[1, EVIL]], steps: [] }),
  "names.json": JSON.stringify({ ...TRACE, features: [EVIL, EVIL] }),
  "member.json": JSON.stringify({ ...TRACE, recipe: EVIL, [EVIL]: EVIL }),
  "rows.json": JSON.stringify([{ [EVIL]: 1 }, { [EVIL]: EVIL }]),
  "place.geojson": JSON.stringify({ type: "Feature", geometry: { type: EVIL } }),
  "cells.csv": `"${EVIL}","y"\n1,2\n3,"${EVIL}"\n"${EVIL}",4\n5,6\n7,8\n`,
  "pages.parquet": `PAR1${EVIL}PAR1`,
  "lines.ndjson": `{"x": 1}\n${JSON.stringify({ [EVIL]: EVIL })}\n`,
};

const calls: readonly (readonly string[])[] = [
  [`--${EVIL}`, ...GIVES],
  [`--quiet=${EVIL}`, ...GIVES],
  ["--k", EVIL, ...GIVES],
  ["--init", EVIL, ...GIVES],
  ["in.csv", EVIL, ...GIVES],
  [EVIL, ...GIVES],
  ["in.csv", "--x", EVIL, "--y", "y", ...GIVES],
  ["in.csv", "--columns", `x,${EVIL}`, ...GIVES],
  ["in.csv", "--label", EVIL, ...GIVES],
  ["in.csv", "--k", "2", "--title", EVIL, ...GIVES],
  ["in.csv", "--k", "2", "--out", `${NAME}.svg`],
  ["in.csv", "--k", "2", "--out", `${NAME}.svg`, "--check"],
  ["in.csv", "--k", "2", "--out", `${NAME}/a.svg`],
  ["in.csv", "--out", NAME],
  ["in.csv", "--format", EVIL, ...GIVES],
  ["in.csv", "--centroids-out", EVIL],
  ["in.csv", "--centroids", EVIL, ...GIVES],
  ...Object.keys(files).flatMap((name) => [
    [name, "--k", "2", "--verbose", ...GIVES],
    ["replay", name, ...GIVES],
  ]),
  ["cells.csv", "--k", "2", "--label", "1", ...GIVES],
  ["replay", EVIL, ...GIVES],
  ["replay", "in.csv", "in.csv", EVIL, ...GIVES],
  ["serve", EVIL],
  ["serve", "--host", EVIL],
  ["play", EVIL, EVIL],
  ["menu", `--${EVIL}`],
  ["conform", EVIL],
  ["conform", "--", EVIL],
  ["conform", "--clause", EVIL, "--", "cat"],
  ["conform", "--junit", `${EVIL}/a.xml`, "--", "cat"],
];

Deno.test("No foreign text reaches the terminal as it came, and none makes a line of its own", () =>
  inEmptyFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      Deno.writeTextFileSync(`${folder}/${name}`, text);
    }
    let shown = 0;
    for (const call of calls) {
      const permissions = ["--allow-read=.", "--allow-write=.", "--allow-net=127.0.0.1"];
      const { stdout, stderr } = await lloyd(folder, permissions, call);
      const told = new TextDecoder().decode(stdout) + stderr;
      const about = `${JSON.stringify(call)}\n${told}`;
      // deno-lint-ignore no-control-regex
      assert.doesNotMatch(told, /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]/, about);
      assert.doesNotMatch(told, /^lloyd: a\.svg is fine/m, about);
      if (told.includes("\\x1b[2J")) shown++;
    }
    // In most of them it is part of the message.
    assert(shown > calls.length / 2, `${shown} of ${calls.length}`);
  }));

Deno.test("A path is cut as it is shown, so that one of control characters is not longer", () => {
  assert.equal(shownPath("\x1b".repeat(200)).length, 120);
  assert.equal(shownPath("a\nb.csv"), "a\\nb.csv");
});

Deno.test("What --embed prints is as it was given, to the byte", () =>
  inEmptyFolder(async (folder) => {
    const text = "a\u202eb\u00ad";
    Deno.writeTextFileSync(`${folder}/in.csv`, "x,y\n1,2\n2,1\n8,9\n9,8\n");
    const args = ["in.csv", "--k", "2", "--seed", "1", "--embed", "--out", `${text}.svg`];
    const { code, stdout, stderr } = await lloyd(folder, ["-A"], args);
    assert.equal(code, 0, stderr);
    const address = new TextDecoder().decode(stdout).match(/\]\((.*)\)/)![1];
    assert.equal(decodeURI(address), `${text}.svg`);
    assert.match(stderr, /^.*\na\\u202eb\\xad\.svg: .* KB\n640×480 pixels, .* s\n$/);
  }));
