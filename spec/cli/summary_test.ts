import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const table = "a|b,y\n0,100\n2,200\n10,300\n";

/** Runs two clusters on three points whose clusters are known: the first two, and the last. */
async function summarized(...args: string[]) {
  const texts: Record<string, string> = {};
  let told = "";
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/in.csv`, table);
    await Deno.writeTextFile(`${folder}/start.csv`, "0,100\n10,300\n");
    const own = ["in.csv", "--centroids", "start.csv", "--columns", "a|b,y", "--scale", "minmax"];
    const { code, stderr } = await lloyd(folder, ["-R=.", "-W=."], [...own, ...args]);
    assert.equal(code, 0, stderr);
    told = stderr;
    for (const { name } of Deno.readDirSync(folder)) {
      texts[name] = await Deno.readTextFile(`${folder}/${name}`);
    }
  });
  return { told, texts };
}

Deno.test("A summary tells size, share, inertia and centroid of each cluster, in the data's units", async () => {
  const { texts } = await summarized("--summary-out", "s.csv", "-q");
  // Points 0 and 2 lie 1 from their mean, 100 and 200 lie 50 from theirs: 2 · 1² + 2 · 50².
  assert.equal(
    texts["s.csv"],
    "cluster,size,share,inertia,a|b,y\n" +
      "0,2,0.6666666666666666,5002,1,150\n1,1,0.3333333333333333,0,10,300\n",
  );
});

Deno.test("A summary is a table in Markdown too, in four digits, and an array in JSON", async () => {
  const { texts: { "s.md": md } } = await summarized("--summary-out", "s.md", "-q");
  assert.equal(
    md,
    "| cluster | size | share | inertia | a\\|b | y |\n" +
      "| ---: | ---: | ---: | ---: | ---: | ---: |\n" +
      "| 0 | 2 | 0.6667 | 5002 | 1 | 150 |\n| 1 | 1 | 0.3333 | 0 | 10 | 300 |\n",
  );
  const { texts: { "s.json": json } } = await summarized("--summary-out", "s.json", "-q");
  assert.deepEqual(JSON.parse(json)[0], {
    cluster: 0,
    size: 2,
    share: 2 / 3,
    inertia: 5002,
    "a|b": 1,
    y: 150,
  });
});

Deno.test("--verbose tells the clusters, one a line", async () => {
  const { told } = await summarized("-v", "-o", "a.json");
  assert.match(told, /^cluster 0: 2 points \(66\.7 %\), inertia 5002; centroid a\|b 1, y 150$/m);
  assert.match(told, /^cluster 1: 1 point \(33\.3 %\), inertia 0; centroid a\|b 10, y 300$/m);
});
