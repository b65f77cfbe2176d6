import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";
import { OPTIONS } from "../../src/cli/options/table.ts";
import type { Option } from "../../src/cli/options/option.ts";

const LONG = "long ".repeat(600).trim();
const POINTS = "[[1,2],[2,1],[8,9],[9,8]]";

/** Calls that hold 3,000 characters of somebody's text. */
const calls: string[][] = [
  ...Object.entries<Option>(OPTIONS).map(([name, { read }]) => [
    ...(/^(header|no-header|columns|label|missing|input-format|x|y)$/.test(name) ? ["in.csv"] : []),
    ...(read ? [`--${name}`, LONG] : [`--${name}=${LONG}`]),
    ...(name === "x" ? ["--y", "y"] : name === "y" ? ["--x", "x"] : []),
    ...(name === "out" ? [] : ["--out", "a.svg"]),
  ]),
  [LONG, "--out", "a.svg"],
  ["in.csv", LONG, "--out", "a.svg"],
  [`--${LONG}`, "--out", "a.svg"],
  ["--out", `${LONG}/a.svg`],
  ["--out", `${"n/".repeat(1500)}a.svg`],
  ["--centroids-out", `${"n/".repeat(1500)}a.csv`],
  ["replay", LONG, "--out", "a.svg"],
  ["replay", "in.csv", LONG, LONG, "--out", "a.svg"],
  ["replay", "long.json", "--out", "a.svg"],
  ["replay", "recipe.svg", "--out", "a.svg"],
  ["long.json", "--out", "a.svg"],
  ["long.geojson", "--out", "a.svg"],
  ["long.csv", "--k", "3", "--out", "a.svg"],
  ["serve", LONG],
  ["conform", "--clause", LONG, "--", "cat"],
  ["conform", LONG],
];

Deno.test("No message is longer than 400 characters, whatever the texts in a call or in its data", () =>
  inEmptyFolder(async (folder) => {
    const files = {
      "in.csv": "x,y\n1,2\n2,1\n8,9\n9,8\n",
      "long.json": `{"${LONG}":"${LONG}"}`,
      "long.geojson": `{"type":"Feature","geometry":{"type":"${LONG}"}}`,
      "long.csv": `x,${LONG}\n1,2\n3,${LONG}\n${LONG},4\n`,
      "recipe.svg": `<svg><metadata>{"${LONG}":"${LONG}"}</metadata></svg>`,
      "points.json": POINTS,
    };
    for (const [name, text] of Object.entries(files)) {
      Deno.writeTextFileSync(`${folder}/${name}`, text);
    }
    for (const call of calls) {
      const { code, stderr } = await lloyd(folder, ["--allow-read=.", "--allow-write=."], call);
      if (code === 0) continue;
      const shown = call.map((part) => part.slice(0, 20)).join(" ");
      assert.match(stderr, /^(lloyd|warning): [^\n]+\n$/, shown);
      assert(stderr.length <= 400, `${shown}: ${stderr.length} characters\n${stderr}`);
    }
  }));
