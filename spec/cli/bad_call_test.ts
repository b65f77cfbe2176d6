import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

/** A call, and what its one line of complaint must name. */
const calls: readonly [args: string, ...named: string[]][] = [
  ["--kk 3", "--kk", "did you mean --k?"],
  ["--ouput a.gif", "--ouput", "did you mean --out?"],
  ["stray", "nothing to write", "--out"],
  ["a.csv stray --out a.gif", "'stray'", "--out"],
  ["--elbow 1..4 --out run.json", "--elbow", ".json"],
  ["--elbow 4..1 --out a.gif", "--elbow", "'4..1'", "1..12"],
  ["--elbow 1..4 --centroids c.csv --out a.gif", "--elbow", "--centroids"],
  ["--centroids-out c.gif", "--centroids-out", "'c.gif'", ".csv"],
  ["--shape moon --out a.gif", "--shape", "'moon'", "moons"],
  ["--x 1 --out a.gif", "--x needs --y"],
  ["--standardize --scale minmax --out a.gif", "--standardize", "minmax"],
  ["--out", "--out needs a value"],
  ["--k --out a.gif", "--k", "'--out'", "whole number"],
  ["--k 0 --out a.gif", "--k", "'0'", "1 or more"],
  ["--k 3.5 --out a.gif", "--k", "'3.5'", "whole number"],
  ["--k 0x10 --out a.gif", "--k", "'0x10'"],
  ["--k 2000 --out a.gif", "--k 2000", "1200 points", "--points"],
  ["--k 3 --k 4 --out a.gif", "--k", "twice"],
  ["--quiet=yes --out a.gif", "--quiet", "no value"],
  ["--out a.foo", "'a.foo'", ".gif", ".mp4", ".apng", ".json"],
  ["--out a", "'a'", ".gif", ".mp4", ".apng", ".json"],
  ["--out a.gif --format foo", "--format", "'foo'", "gif, svg, html, mp4, apng, png, json"],
  ["--out -", "--out -", "--format"],
  ["--out - --out - --format gif", "standard output"],
  ["--out a.gif --out a.gif", "a.gif", "twice"],
  ["--out a.gif --size 0x480", "--size", "'0x480'"],
  ["--out a.gif --size 640", "--size", "'640'", "640x480"],
  ["--out a.gif --size 15x480", "--size", "'15x480'", "16"],
  ["--out a.gif --size 8193x480", "--size", "'8193x480'", "8192"],
  ["--out a.gif --spread -1", "--spread", "'-1'"],
  ["--out a.gif --spread NaN", "--spread", "'NaN'"],
  ["--out a.gif --bounds 4,-4", "--bounds", "'4,-4'", "-4,4"],
  ["--out a.gif --bounds -4,Infinity", "--bounds", "'-4,Infinity'"],
  ["--out a.gif --bounds -1e308,1e308", "--bounds", "1e308"],
  ["--out a.gif --seed -1", "--seed", "'-1'"],
  ["--out a.gif --seed 1e400", "--seed", "'1e400'"],
  ["--out a.png --at noon", "--at", "'noon'", "iteration=4"],
  ["--out a.png --at -1s", "--at", "'-1s'", "3.2s"],
  ["--out a.png --at iteration=-1", "--at", "'iteration=-1'", "iteration=4"],
  ["--out a.png --seed 1 --at 3600s", "--at 3600s", "ends at"],
  ["--out a.svg --seed 1 --at iteration=99999", "--at iteration=99999", "ends with iteration="],
  ["--out a.gif --at 1s", "--at", "--out still.png"],
  ["--out a.gif --max-size 2", "--max-size", "'2'", "2MB"],
  ["--out a.gif --max-size 0MB", "--max-size", "'0MB'", "2MB"],
  ["--out a.svg --max-size 1KB", "--max-size 1 KB", "a.svg", "nothing to give up"],
  ["--out a.gif --colors 1", "--colors", "'1'", "255"],
  ["--out a.mp4 --quality 0", "--quality", "'0'", "100"],
  ["--out a.gif --interval 500", "--interval", "'500'", "500ms"],
  ["--out a.gif --hold -2s", "--hold", "'-2s'"],
  ["--out a.gif --fps 0", "--fps", "'0'"],
  ["--out a.gif --fps 51", "--fps", "'51'", "50"],
  ["--out a.gif --loop 0", "--loop", "'0'"],
  ["--out a.gif --speed 0", "--speed", "'0'"],
  ["--out a.gif --transparent", "--transparent", "gif", "svg or png"],
  ["--out a.gif --init best", "--init", "'best'", "kmeans++"],
  ["--out a.gif --empty ignore", "--empty", "'ignore'", "farthest"],
  ["--out a.gif --compare k=3", "--compare", "'k=3'", "init=random,kmeans++"],
  ["--out a.gif --compare k=3,x", "--compare", "'k=3,x'"],
  ["--out a.json --compare k=3,4", "--compare", ".json"],
  ["--out a.gif --storyboard 0,-1", "--storyboard", "'0,-1'"],
  ["--out a.gif --seed 1 --storyboard 0,999999", "--storyboard", "999999"],
  ["--out a.gif --style fancy", "--style", "'fancy'", "classic"],
  ["--out a.gif --theme blue", "--theme", "'blue'", "dark"],
  ["--out a.gif --clusters 10000000 --points 10000000", "--clusters", "--points"],
];

for (const [call, ...named] of calls) {
  Deno.test(`lloyd ${call}: one line that says what is wrong and how to mend it, status 2`, () =>
    inEmptyFolder(async (folder) => {
      await Deno.writeTextFile(`${folder}/a.gif`, "what was there before");
      const args = call.split(" ");
      const { code, stdout, stderr } = await lloyd(folder, ["--allow-write=."], args);
      assert.equal(code, 2, stderr);
      assert.equal(stdout.length, 0);
      assert.match(stderr, /^lloyd: [^\n]+\n$/);
      for (const part of named) assert(stderr.includes(part), `${stderr} does not name ${part}`);
      assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.gif"]);
      assert.equal(await Deno.readTextFile(`${folder}/a.gif`), "what was there before");
    }));
}
