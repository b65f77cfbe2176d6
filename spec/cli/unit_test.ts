import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

/** Runs the command on a table, in a folder of its own. */
async function run(table: string, ...args: string[]) {
  let [told, clusters] = ["", ""];
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/in.csv`, table);
    const { stderr } = await lloyd(folder, ["-R=.", "-W=."], ["in.csv", "-o", "out.csv", ...args]);
    told = stderr;
    clusters = await Deno.readTextFile(`${folder}/out.csv`).catch(() => "");
  });
  const last = clusters.trim().split("\n").slice(1).map((line) => line.split(",").at(-1));
  return { told, clusters: last };
}

const directions = "x,y\n1,2\n100,201\n3,6\n2,1\n4,2\n6,3\n";
const two = ["--k", "2", "--seed", "1", "--init", "maxmin"];

Deno.test("--scale unit clusters directions, whatever the lengths of the rows", async () => {
  const { clusters } = await run(directions, ...two, "--scale", "unit");
  assert.equal(new Set(clusters.slice(0, 3)).size, 1);
  assert.equal(new Set(clusters.slice(3)).size, 1);
  assert.notEqual(clusters[0], clusters[3]);
  // Without it the long row is a cluster of its own.
  const { clusters: plain } = await run(directions, ...two);
  assert.equal(new Set(plain.filter((_, i) => i !== 1)).size, 1);
});

Deno.test("A row of zeros has no direction: it is refused with its number in the file", async () => {
  const { told } = await run("x,y\n1,2\n,5\n0,0\n2,1\n", ...two, "--scale", "unit");
  assert.equal(
    told,
    "lloyd: in.csv, row 3: all of its features are 0, so that it has no length to be divided by: " +
      "leave it out, or choose another --scale\n",
  );
});

Deno.test("Of a label that is another in every row it is said that it is a name", async () => {
  const { told } = await run("who,x\nann,1\nbob,2\ncy,8\ndi,9\n", ...two, "--label", "who");
  assert.match(told, /^--label who is another in every row: it is a name, and no class/m);
  assert.doesNotMatch(told, /Rand/);
  const classes = await run("who,x\na,1\na,2\nb,8\nb,9\n", ...two, "--label", "who");
  assert.match(classes.told, /^adjusted Rand index with who: 1\.000/m);
});
