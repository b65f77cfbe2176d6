import assert from "node:assert/strict";
import { parseOptions } from "../../src/cli/options/parse.ts";
import { filmToSvg, makeFilm, record } from "../../mod.ts";
import { inEmptyFolder, lloyd } from "../support/command.ts";

/** Calls with two options of which one would be ignored. */
const clashes: readonly (readonly [call: string, ignored: string, other: string])[] = [
  ["--compare init=random,kmeans++ --storyboard auto", "--storyboard", "--compare"],
  ["--compare init=random,kmeans++ --style classic", "--compare", "--style classic"],
  ["--compare init=random,kmeans++ --init maxmin", "--init", "--compare init=…"],
  ["--compare k=3,6 --k 5", "--k", "--compare k=…"],
  ["--compare seed=1,2 --start-seed 5", "--start-seed", "--compare seed=…"],
  ["--elbow 1..3 --compare k=3,6", "--elbow", "--compare"],
  ["--elbow 1..3 --storyboard auto", "--storyboard", "--elbow"],
  ["--elbow 1..3 --style classic", "--elbow", "--style classic"],
  ["--elbow 1..3 --k 3", "--k", "--elbow"],
  ["--elbow 1..3 --shapes", "--shapes", "--elbow"],
  ["--storyboard auto --style classic", "--storyboard", "--style classic"],
  ["--storyboard auto --hold 3s", "--hold", "--storyboard"],
  ["--shapes --style classic", "--shapes", "--style classic"],
  ["--title x --style classic", "--title", "--style classic"],
  ["--axes --style classic", "--axes", "--style classic"],
  ["--no-caption --style classic", "--no-caption", "--style classic"],
];

for (const [call, ignored, other] of clashes) {
  Deno.test(`${call} is refused, as ${ignored} would be ignored`, () =>
    inEmptyFolder(async (folder) => {
      const args = [...call.split(" "), "--out", "a.svg"];
      const { code, stderr } = await lloyd(folder, ["--allow-write=."], args);
      assert.equal(code, 2, stderr);
      assert.equal(
        stderr,
        `lloyd: ${ignored} means nothing with ${other}: leave one of them out\n`,
      );
    }));
}

Deno.test("Centroids that are given leave nothing for options about a drawn start", () =>
  inEmptyFolder(async (folder) => {
    Deno.writeTextFileSync(`${folder}/c.csv`, "x,y\n0,0\n1,1\n");
    for (const option of ["--init kmeans++", "--restarts 3", "--n-init 3", "--start-seed 1"]) {
      const args = ["--centroids", "c.csv", ...option.split(" "), "--out", "a.svg"];
      const { code, stderr } = await lloyd(folder, ["-RW=."], args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, /means nothing with --centroids/);
    }
  }));

Deno.test("A recipe of before that holds such options replays, with a warning", () =>
  inEmptyFolder(async (folder) => {
    const recipe = {
      ...{ lloyd: "0.1.0", k: 3, seed: 1, init: "random", restarts: 1, empty: "keep" },
      ...{ clusters: 3, points: 20, spread: 0.01, bounds: [-4, 4], style: "classic" },
      ...{ size: [240, 160], title: "x", axes: true, fps: 20 },
    };
    const film = makeFilm(record([[0, 0], [1, 1], [9, 9]], { k: 2 }));
    Deno.writeTextFileSync(`${folder}/old.svg`, filmToSvg(film, { recipe }));
    const again = await lloyd(folder, ["-RW=."], ["replay", "old.svg", "--out", "new.svg"]);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stderr, /warning: old\.svg: its recipe has --title, which means nothing/);
    assert.match(again.stderr, /warning: old\.svg: its recipe has --axes, which means nothing/);
    const typed = ["replay", "old.svg", "--shapes", "--out", "new.svg"];
    assert.equal((await lloyd(folder, ["-RW=."], typed)).code, 2);
  }));

Deno.test("Centroids that are given are for one run: neither for a choice of k nor for several", async () => {
  for (const option of [["--elbow", "1..3"], ["--compare", "k=2,3"]]) {
    await assert.rejects(
      parseOptions(["--centroids", "c.csv", ...option]),
      /--centroids means nothing with/,
    );
  }
});

Deno.test("Candidates mean nothing to a start other than kmeans++", async () => {
  for (
    const args of [
      "",
      "--init random",
      "--compare init=random,maxmin",
      "--elbow 1..3 --init maxmin",
    ]
  ) {
    const call = ["--candidates=3", ...args.split(" ").filter((arg) => arg !== "")];
    await assert.rejects(parseOptions(call), /--candidates means nothing with a start other than/);
  }
  for (const args of ["--init kmeans++", "--compare init=random,kmeans++", "--elbow 1..3"]) {
    const options = await parseOptions(["--candidates=3", ...args.split(" ")]);
    assert.equal(options.candidates, 3);
  }
});
