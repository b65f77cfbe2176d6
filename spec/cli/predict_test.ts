import assert from "node:assert/strict";
import {
  inEmptyFolder,
  isInstalled,
  lloyd,
  type Outcome,
  printed,
  ROOT,
} from "../support/command.ts";

const text = (folder: string, name: string) => Deno.readTextFile(`${folder}/${name}`);

/** Writes files into a folder. */
async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, content);
  }
}

const predicted = (folder: string, ...args: string[]): Promise<Outcome> =>
  lloyd(folder, ["-R=.", "-W=."], ["predict", ...args]);

const model = JSON.stringify({
  format: "lloyd-model",
  version: 1,
  features: ["x", "y"],
  scaling: { kind: "zscore", center: [10, 0], scale: [10, 2] },
  centroids: [[-1, 0], [1, 0]],
});

Deno.test("New rows come out as they came, with their cluster and its distance", async () => {
  await inEmptyFolder(async (folder) => {
    await put(folder, { "m.json": model, "new.csv": "who,y,x\nann,0,20\nbob,,0\ncy,4,0\n" });
    const { code, stderr } = await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.csv");
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /2 of 3 rows labelled by m\.json, 1 lack a value; cluster 0: 1, cluster 1: 1/,
    );
    assert.equal(
      await text(folder, "l.csv"),
      "who,y,x,cluster,distance\nann,0,20,1,0\nbob,,0,,\ncy,4,0,0,2\n",
    );
  });
});

Deno.test("Where every row lacks a value all come out without a label", async () => {
  await inEmptyFolder(async (folder) => {
    await put(folder, { "m.json": model, "new.csv": "x,y\n1,\n2,\n" });
    const { code } = await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.csv", "-q");
    assert.equal(code, 0);
    assert.equal(await text(folder, "l.csv"), "x,y,cluster,distance\n1,,,\n2,,,\n");
  });
});

Deno.test("Columns that are there already keep their names", async () => {
  await inEmptyFolder(async (folder) => {
    await put(folder, { "m.json": model, "new.csv": "x,y,cluster\n0,0,a\n" });
    await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.csv");
    assert.equal(await text(folder, "l.csv"), "x,y,cluster,cluster (2),distance\n0,0,a,0,0\n");
  });
});

Deno.test("A model without names takes the columns of numbers, as many as it has features", async () => {
  await inEmptyFolder(async (folder) => {
    await put(folder, {
      "m.json": `{"format":"lloyd-model","version":1,"centroids":[[0,0],[9,9]]}`,
      "new.csv": "a;1;2;\nb;8;9;3\nc;9;8;x\n",
      "three.csv": "1,2,3\n",
    });
    await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.ndjson", "--no-header");
    const clusters = (await text(folder, "l.ndjson")).trim().split("\n").map((line) =>
      JSON.parse(line).cluster
    );
    assert.deepEqual(clusters, [0, 1, 1]);
    const { code, stderr } = await predicted(
      folder,
      ...["three.csv", "--no-header", "--model", "m.json", "-o", "l.csv"],
    );
    assert.equal(code, 2);
    assert.match(stderr, /three\.csv: the model has 2 features without names, and there are 3 col/);
  });
});

Deno.test("Clusters keep the numbers of the run where one was dropped", async () => {
  await inEmptyFolder(async (folder) => {
    const clusters = [{ size: 2 }, { cluster: 2, size: 1 }];
    await put(folder, {
      "m.json": JSON.stringify({ ...JSON.parse(model), clusters }),
      "new.csv": "x,y\n0,0\n20,0\n",
    });
    const { stderr } = await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.csv");
    assert.equal(await text(folder, "l.csv"), "x,y,cluster,distance\n0,0,0,0\n20,0,2,0\n");
    assert.match(stderr, /; cluster 0: 1, cluster 2: 1$/m);
  });
});

Deno.test("A run.json serves as a model, a pipe as the rows and standard output as the file", async () => {
  await inEmptyFolder(async (folder) => {
    const iris = `${ROOT}fixtures/data/iris.csv`;
    const rows = await Deno.readFile(iris);
    const run = ["--k", "3", "--seed", "1", "--standardize", "--quiet"];
    const files = ["-o", "run.json", "--model-out", "m.json", "-o", "rows.csv"];
    const made = await lloyd(folder, ["-R", "-W=."], [iris, ...run, ...files]);
    assert.equal(made.code, 0, made.stderr);
    const clusters = (table: string) => table.trim().split("\n").map((line) => line.split(",")[5]);
    for (const from of ["run.json", "m.json"]) {
      const { code, stdout, stderr } = await lloyd(
        folder,
        ["-R=."],
        ["predict", "-", "--model", from, "--out", "-", "--format", "csv"],
        rows as Uint8Array<ArrayBuffer>,
      );
      assert.equal(code, 0, stderr);
      // The rows that were clustered get the clusters they had.
      const labelled = new TextDecoder().decode(stdout);
      assert.deepEqual(clusters(labelled), clusters(await text(folder, "rows.csv")));
    }
  });
});

const refused: Readonly<Record<string, readonly [files: Record<string, string>, message: RegExp]>> =
  {
    "new.csv --model m.json -o l.csv": [
      { "new.csv": "x,z\n1,2\n" },
      /^lloyd: new\.csv: it has no 'y', which the model needs: its columns are 'x', 'z'\n$/,
    ],
    "bad.csv --model m.json -o l.csv": [
      { "bad.csv": "x,y\n1,2\n3,four\n" },
      /^lloyd: bad\.csv, row 2, column y: 'four' is not a number\n$/,
    ],
    "new.csv --model no.json -o l.csv": [{}, /^lloyd: no\.json cannot be opened: /],
    "new.csv --model odd.json -o l.csv": [
      { "odd.json": `{"format":"lloyd-model","version":2}` },
      /^lloyd: odd\.json: Cannot read the model as version must be 1/,
    ],
    "new.csv --model text.json -o l.csv": [
      { "text.json": "hello" },
      /text\.json is not JSON: name/,
    ],
    "new.csv --model m.json -o l.gif": [
      {},
      /^lloyd: --out l\.gif is no file of rows: end it in one/,
    ],
    "new.csv --model m.json -o new.csv": [{}, /^lloyd: --out new\.csv is the file that is read/],
    "new.csv --model m.json -o m.json": [{}, /^lloyd: --out m\.json is the file that is read/],
    "new.csv -o l.csv": [{}, /^lloyd: predict needs --model FILE, as in predict new\.csv --model/],
    "new.csv --model m.json": [{}, /^lloyd: predict needs --out FILE, as in/],
    "--model m.json -o l.csv": [{}, /^lloyd: predict needs a file of rows, as in/],
  };

for (const [call, [files, message]] of Object.entries(refused)) {
  Deno.test(`predict ${call}: refused in one line, and nothing is written`, async () => {
    await inEmptyFolder(async (folder) => {
      await put(folder, { "m.json": model, "new.csv": "x,y\n1,2\n", ...files });
      const before = [...Deno.readDirSync(folder)].length;
      const { code, stderr } = await predicted(folder, ...call.split(" "));
      assert.match(stderr, message);
      assert.equal(code, stderr.includes("cannot be opened") ? 1 : 2);
      assert.equal([...Deno.readDirSync(folder)].length, before);
    });
  });
}

const PEER = `
import csv, json, sys
import numpy as np
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

old = np.array(json.load(open("old.json")))
new = np.array(json.load(open("new.json")))
scaler = StandardScaler().fit(old)
start = scaler.transform(old)[[0, 1, 2]]
run = KMeans(3, init=start, n_init=1, tol=0, algorithm="lloyd").fit(scaler.transform(old))
scaled = scaler.transform(new)
print(json.dumps([run.predict(scaled).tolist(), run.transform(scaled).min(axis=1).tolist()]))
`;

const python = (await Promise.all(
  ["/usr/bin/python3", "python3"].map(async (program) =>
    await isInstalled(program) && !/Error/.test(await printed(program, "-c", "import sklearn"))
      ? program
      : undefined
  ),
)).find((program) => program !== undefined);

Deno.test({
  name:
    "Clusters and distances are those of scikit-learn, where new rows lie otherwise than the old",
  ignore: python === undefined,
  fn: async () => {
    await inEmptyFolder(async (folder) => {
      // Three groups of unlike spread, of which the new rows have one alone: rescaled by their own
      // spread they would fall into other clusters.
      const wave = (i: number, j: number) => Math.sin(i * 12.9898 + j * 78.233);
      const old = Array.from({ length: 90 }, (_, i) => [i % 3 * 4 + wave(i, 1), 900 * wave(i, 2)]);
      const fresh = Array.from({ length: 40 }, (_, i) => [3 + 3 * wave(i, 3), 400 * wave(i, 4)]);
      const csv = (rows: number[][]) => `x,y\n${rows.map((row) => row.join(",")).join("\n")}\n`;
      await put(folder, {
        "old.csv": csv(old),
        "new.csv": csv(fresh),
        "start.csv": csv(old.slice(0, 3)),
        "old.json": JSON.stringify(old),
        "new.json": JSON.stringify(fresh),
        "peer.py": PEER,
      });
      const files = ["--centroids", "start.csv", "--model-out", "m.json", "--standardize", "-q"];
      const run = await lloyd(folder, ["-R=.", "-W=."], ["old.csv", ...files]);
      assert.equal(run.code, 0, run.stderr);
      await predicted(folder, "new.csv", "--model", "m.json", "-o", "l.rows.json", "-q");
      const ours = JSON.parse(await text(folder, "l.rows.json")) as Record<string, number>[];
      const { stdout, stderr } = await new Deno.Command(python!, {
        args: ["peer.py"],
        cwd: folder,
      }).output();
      assert(stdout.length > 0, new TextDecoder().decode(stderr));
      const [labels, distances] = JSON.parse(new TextDecoder().decode(stdout));
      assert.deepEqual(ours.map(({ cluster }) => cluster), labels);
      ours.forEach(({ distance }, i) => assert(Math.abs(distance - distances[i]) < 1e-9));
      assert(new Set(labels).size > 1);
    });
  },
});
