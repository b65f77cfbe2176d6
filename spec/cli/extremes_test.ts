import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

/** Rows whose means, squares or widths are beyond what numbers can be, and the options they need. */
const CALLS: Readonly<Record<string, readonly [rows: string, ...args: string[]]>> = {
  "1e308 beside 1": ["1e308,1\n1.1e308,2\n1.2e308,9\n", "--standardize", "--k", "2"],
  "three features of ±1.7e308": [
    "1.7e308,-1.7e308,1.7e308\n-1.7e308,1.7e308,1.7e308\n1.7e308,1.7e308,-1.7e308\n0,0,0\n",
    "--k",
    "2",
  ],
  "one feature of 1e200": ["1e200\n2e200\n9e200\n", "--standardize", "--k", "1"],
  "1e200 beside 1": ["1e200,1\n2e200,2\n9e200,9\n", "--scale", "minmax", "--k", "2"],
  "the least numbers": ["5e-324,1\n1e-323,2\n3e-323,9\n", "--standardize", "--k", "2"],
  "as wide as numbers go": [
    "1.7976931348623157e308\n-1.7976931348623157e308\n0\n",
    "--standardize",
    "--k",
    "3",
  ],
};

const PICTURES = ["a.svg", "a.html", "a.gif", "a.apng", "a.png", "a.json", "a.csv"];

Deno.test("Artifacts of extreme values hold finite numbers only, and say no time that is none", () =>
  inEmptyFolder(async (folder) => {
    for (const [name, [rows, ...args]] of Object.entries(CALLS)) {
      await Deno.writeTextFile(`${folder}/in.csv`, rows);
      const { code, stderr } = await lloyd(folder, ["--allow-read=.", "--allow-write=."], [
        "in.csv",
        ...args,
        ...["--no-header", "--seed", "1", "--size", "96x72", "--centroids-out", "centroids.csv"],
        ...PICTURES.flatMap((path) => ["--out", path]),
      ]);
      assert.equal(code, 0, `${name}: ${stderr}`);
      assert.doesNotMatch(stderr, /NaN/, name);
      const text = (path: string) => Deno.readTextFileSync(`${folder}/${path}`);
      const numbers = [text("a.svg"), text("a.csv"), text("centroids.csv")].join("\n")
        .replace(/<desc>.*?<\/desc>/s, "");
      assert.doesNotMatch(numbers, /NaN|Infinity/, name);
      assert.equal(
        text("centroids.csv").trimEnd().split("\n").length,
        1 + Number(args.at(-1)),
        name,
      );
    }
  }));

Deno.test("The choice of k of extreme values is drawn, its measures written", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/in.csv`, "1e308,1\n-1e308,2\n9e307,9\n-9e307,7\n0,1\n");
    for (const scale of ["none", "zscore", "minmax"]) {
      const { code, stderr } = await lloyd(folder, ["--allow-read=.", "--allow-write=."], [
        ...["in.csv", "--no-header", "--scale", scale, "--elbow", "1..3", "--seed", "1"],
        ...["--out", "a.svg", "--out", "a.csv"],
      ]);
      assert.equal(code, 0, `${scale}: ${stderr}`);
      assert.doesNotMatch(Deno.readTextFileSync(`${folder}/a.csv`), /NaN|Infinity/);
    }
  }));
