import assert from "node:assert/strict";
import { readTable } from "../../mod.ts";
import { SHAPES } from "../../src/data/generate/shapes.ts";
import { inEmptyFolder, lloyd as command, ROOT } from "../support/command.ts";

const DATA = "fixtures/data";

/** Runs the command at the top of the repository, or as it is told. */
function lloyd(
  args: readonly string[],
  how: { cwd?: string; allow?: readonly string[]; stdin?: Uint8Array<ArrayBuffer> } = {},
) {
  const { cwd = ROOT, allow = ["--allow-all"], stdin } = how;
  return command(cwd, allow, args, stdin);
}

const textOf = (path: string) => Deno.readTextFile(path);

Deno.test("what cannot be used is told in one line, and nothing is written", async () => {
  const cwd = `${ROOT}fixtures/invalid`;
  const names = [...Deno.readDirSync(cwd)].map(({ name }) => name)
    .filter((name) => !/\.(message|md)$/.test(name));
  assert(names.length > 30);
  await Promise.all(names.map(async (name) => {
    const args = [name, "--k", "3", "--out", "-", "--format", "svg"];
    const { code, stdout, stderr } = await lloyd(args, { cwd, allow: [`--allow-read=${name}`] });
    assert.equal(stderr, `lloyd: ${await textOf(`${cwd}/${name}.message`)}`, name);
    assert.equal(code, 2, name);
    assert.equal(stdout.length, 0, name);
  }));
});

const files: readonly [name: string, points: string, lines: string[]][] = [
  ["faithful.csv", "272 points of 2 features", [
    "warning: waiting spreads 12 times as widely as eruptions and decides the clusters: consider --standardize",
  ]],
  ["iris.csv", "150 points of 4 features", ["left out: Species (text)"]],
  ["USArrests.csv", "50 points of 4 features", [
    "left out: column 1 (row names)",
    "warning: Assault spreads 19 times as widely as Murder and decides the clusters: consider --standardize",
  ]],
  ["airquality.csv", "111 points of 6 features", [
    "42 of 153 rows dropped, as values are missing in Ozone, Solar.R",
    "warning: Solar.R spreads 62 times as widely as Month and decides the clusters: consider --standardize",
  ]],
  ["s1.txt", "5,000 points of 2 features", []],
];
for (const [name, points, lines] of files) {
  Deno.test(`${name} is read without an option`, async () => {
    await inEmptyFolder(async (folder) => {
      const path = `${DATA}/${name}`;
      const { code, stderr } = await lloyd([path, "--seed", "1", "--out", `${folder}/a.svg`]);
      assert.equal(code, 0, stderr);
      const notes = stderr.split("\n").filter((line) => line.startsWith(path));
      assert.deepEqual(notes, lines.map((line) => `${path}: ${line}`));
      assert(stderr.includes(points), stderr);
      assert.match(await textOf(`${folder}/a.svg`), /<animate/);
    });
  });
}

Deno.test("what detection decided is told where asked for", async () => {
  const args = [`${DATA}/s1.txt`, "--k", "2", "--verbose", "--out", "-", "--format", "csv"];
  const { stderr } = await lloyd(args);
  assert.match(
    stderr,
    /: read as text with blanks between values, UTF-8, without a header: 5000 rows × 2 /,
  );
});

Deno.test("a file that cannot be opened: status 1 and the system's reason", async () => {
  const { code, stderr } = await lloyd(["nowhere.csv", "--out", "x.svg"]);
  assert.equal(stderr, "lloyd: nowhere.csv cannot be opened: No such file or directory\n");
  assert.equal(code, 1);
});

Deno.test("a permission to read that is missing: the flag that gives it", async () => {
  const { code, stderr } = await lloyd(["a.csv", "--out", "-", "--format", "svg"], { allow: [] });
  assert.equal(
    stderr,
    "lloyd: a.csv cannot be opened: the sandbox does not allow it; add --allow-read=a.csv\n",
  );
  assert.equal(code, 1);
});

Deno.test("a folder is no file", async () => {
  const { code, stderr } = await lloyd([DATA, "--out", "x.svg"]);
  assert.equal(stderr, `lloyd: ${DATA} is a folder: name a file in it\n`);
  assert.equal(code, 2);
});

Deno.test("a line without an end is given up", async () => {
  const stdin = new Uint8Array(70 * 2 ** 20).fill(49);
  const { code, stderr } = await lloyd(["-", "--out", "x.svg"], { stdin });
  assert.match(stderr, /standard input, row 1/);
  assert.equal(code, 2);
});

Deno.test("options that say nothing about the data are refused", async () => {
  const [file, generated] = await Promise.all([
    lloyd([`${DATA}/iris.csv`, "--clusters", "3", "--out", "x.svg"]),
    lloyd(["--columns", "1", "--out", "x.svg"]),
  ]);
  assert.match(file.stderr, /^lloyd: --clusters is about generated data: leave it out, or .*\n$/);
  assert.match(generated.stderr, /^lloyd: --columns is about a file: name one, .*\n$/);
  assert.deepEqual([file.code, generated.code], [2, 2]);
});

Deno.test("rows come out as they came, with their cluster; dropped ones have none", async () => {
  await inEmptyFolder(async (folder) => {
    const out = ["a.csv", "a.tsv", "a.ndjson", "a.rows.json", "a.parquet"];
    const { code, stderr } = await lloyd([
      `${DATA}/airquality.csv`,
      ...["--k", "3", "--seed", "1", "--standardize"],
      ...out.flatMap((name) => ["--out", `${folder}/${name}`]),
    ]);
    assert.equal(code, 0, stderr);
    const came = (await textOf(`${DATA}/airquality.csv`)).trim().split("\n");
    const lines = (await textOf(`${folder}/a.csv`)).trim().split("\n");
    assert.deepEqual(lines.slice(1).map((line) => line.replace(/,\d?$/, "")), came.slice(1));
    assert.equal(lines[0], `${came[0]},cluster`);
    lines.slice(1).forEach((line) => assert.equal(/,$/.test(line), line.includes("NA"), line));
    for (const name of out.slice(1)) {
      const table = await readTable(await Deno.readFile(`${folder}/${name}`), { keep: true });
      const cells = [...table.records()].map((row) =>
        row.map((cell) => cell === null ? "" : String(cell)).join()
      );
      const gaps = name === "a.tsv" ? "NA" : "";
      assert.deepEqual(cells, lines.slice(1).map((line) => line.replaceAll("NA", gaps)), name);
      if (name === "a.tsv") continue;
      for (const row of table.records()) assert.equal(typeof row[2], "number", name);
    }
  });
});

Deno.test("no cell of a CSV is a formula or a control character", async () => {
  const stdin = new TextEncoder().encode(
    '"=x","\x1b[1my",ok\n=1+1,\x07@a,1\n+cmd|,-5,2\n"=2","-a",3\n\x1b]0;,+3x,4\n',
  );
  const args = ["-", "--k", "1", "--quiet", "--out", "-", "--format", "csv"];
  const { stdout, stderr } = await lloyd(args, { stdin });
  assert.equal(stderr, "");
  const lines = [
    `"'=x"," [1my",ok,cluster`,
    "'=1+1,' @a,1,0",
    "'+cmd|,-5,2,0",
    `"'=2","'-a",3,0`,
    " ]0;,'+3x,4,0",
  ];
  assert.deepEqual(new TextDecoder().decode(stdout).trim().split("\n"), lines);
});

Deno.test("centroids written in the units of the data are a fixed point when read again", async () => {
  await inEmptyFolder(async (folder) => {
    const run = [`${DATA}/faithful.csv`, "--standardize"];
    const first = await lloyd([
      ...run,
      ...["--k", "2", "--seed", "1", "--centroids-out", `${folder}/c.csv`],
    ]);
    assert.equal(first.code, 0, first.stderr);
    const [header, ...rows] = (await textOf(`${folder}/c.csv`)).trim().split("\n");
    assert.equal(header, "cluster,eruptions,waiting,points");
    assert.equal(rows.length, 2);
    rows.forEach((row) => assert(Number(row.split(",")[2]) > 43 && Number(row.split(",")[2]) < 96));
    const again = await lloyd([
      ...run,
      ...["--centroids", `${folder}/c.csv`, "--out", `${folder}/run.json`],
    ]);
    assert.equal(again.code, 0, again.stderr);
    const { steps } = JSON.parse(await textOf(`${folder}/run.json`));
    steps[0].centroids.flat().forEach((value: number, i: number) =>
      assert(Math.abs(value - steps.at(-1).centroids.flat()[i]) < 1e-9)
    );
    const disagrees = await lloyd([
      ...run,
      ...["--centroids", `${folder}/c.csv`, "--k", "3", "--out", `${folder}/x.svg`],
    ]);
    assert.equal(disagrees.code, 2);
    assert.match(disagrees.stderr, /--k 3 and the 2 centroids in .* disagree: leave --k out/);
  });
});

Deno.test("the label column is compared with the clusters", async () => {
  const { stderr } = await lloyd([
    `${DATA}/iris.csv`,
    ...["--label", "Species", "--k", "3", "--init", "kmeans++", "--restarts", "5", "--seed", "1"],
    ...["--out", "-", "--format", "csv"],
  ]);
  assert.match(stderr, /adjusted Rand index with Species: 0\.730/);
});

Deno.test("the picture of scaled data shows their own units", async () => {
  const { stdout } = await lloyd([
    `${DATA}/faithful.csv`,
    ...["--k", "2", "--seed", "1", "--scale", "minmax", "--out", "-", "--format", "json"],
  ]);
  const { projection, points } = JSON.parse(new TextDecoder().decode(stdout));
  assert.deepEqual(projection.axes.map(({ name }: { name: string }) => name), [
    "eruptions",
    "waiting",
  ]);
  const [{ offset, weights }] = projection.axes;
  assert(Math.abs(offset + weights[0] * points[0][0] - 3.6) < 1e-12);
});

Deno.test("axes tell the share of variance of principal components, or the columns chosen", async () => {
  const json = async (...args: string[]) => {
    const { stdout, stderr } = await lloyd([
      `${DATA}/iris.csv`,
      ...["--k", "3", "--seed", "1", "--out", "-", "--format", "json"],
      ...args,
    ]);
    assert(stdout.length > 0, stderr);
    const { projection } = JSON.parse(new TextDecoder().decode(stdout));
    return projection.axes.map(({ name }: { name: string }) => name);
  };
  assert.deepEqual(await json(), [
    "PC 1 (92 % of variance)",
    "PC 2 (5 % of variance)",
  ]);
  assert.deepEqual(await json("--x", "4", "--y", "Sepal.Width"), ["Petal.Width", "Sepal.Width"]);
});

Deno.test("the choice of k is drawn, its knee named", async () => {
  await inEmptyFolder(async (folder) => {
    const { code, stderr } = await lloyd([
      `${DATA}/faithful.csv`,
      ...["--standardize", "--elbow", "1..5", "--seed", "1"],
      ...["--out", `${folder}/e.svg`, "--out", `${folder}/e.gif`, "--out", `${folder}/e.csv`],
    ]);
    assert.equal(code, 0, stderr);
    assert.match(await textOf(`${folder}/e.svg`), /knee at k = 2/);
    assert.equal((await textOf(`${folder}/e.csv`)).trim().split("\n").length, 6);
  });
});

Deno.test("the help has a line for each shape", async () => {
  const { stdout } = await lloyd(["--help"], { allow: [] });
  const help = new TextDecoder().decode(stdout);
  for (const [name, { shows }] of Object.entries(SHAPES)) {
    assert(help.includes(`${name}: ${shows}`));
  }
});

Deno.test("a comparison of k needs as many points as its largest k, and no more", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/four.csv`, "x,y\n1,2\n2,1\n8,9\n9,8\n");
    const compare = (k: string) =>
      lloyd(["four.csv", "--compare", `k=${k}`, "--seed", "1", "--out", "-", "--format", "svg"], {
        cwd: folder,
      });
    const { code, stderr } = await compare("1,2");
    assert.equal(code, 0, stderr);
    const refused = await compare("2,5");
    assert.equal(
      refused.stderr,
      "lloyd: four.csv: --compare k=2,5 is more than the 4 points there are: lower it\n",
    );
    assert.equal(refused.code, 2);
  }));

Deno.test("a k that was not given is called the default where there are too few points", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/four.csv`, "x,y\n1,2\n2,1\n8,9\n9,8\n");
    for (
      const [args, asked] of [
        [[], "--k 12, the default,"],
        [["--compare", "init=random,kmeans++"], "--k 12, the default,"],
        [["--k", "12"], "--k 12"],
        [["--k", "5", "--compare", "seed=1,2"], "--k 5"],
      ] as const
    ) {
      const { code, stderr } = await lloyd(
        ["four.csv", ...args, "--out", "-", "--format", "svg"],
        { cwd: folder },
      );
      assert.equal(
        stderr,
        `lloyd: four.csv: ${asked} is more than the 4 points there are: lower it\n`,
      );
      assert.equal(code, 2);
    }
  }));

Deno.test("an artifact that is longer than memory holds is given up before it is read", () =>
  inEmptyFolder(async (folder) => {
    using file = await Deno.open(`${folder}/a.svg`, { write: true, create: true });
    await file.truncate(2 ** 30 + 1);
    const { code, stderr } = await lloyd(["replay", "a.svg", "--out", "b.svg"], { cwd: folder });
    assert.equal(stderr, "lloyd: a.svg is longer than 1024 MB: name another file\n");
    assert.equal(code, 2);
  }));

Deno.test("--weights names a column that is how much each row counts", () =>
  inEmptyFolder(async (folder) => {
    const rows = [[0, 3], [1, 1], [10, 2], [11, 0], [12, 2]];
    const csv = (all: readonly (readonly number[])[]) => all.map((row) => row.join()).join("\n");
    Deno.writeTextFileSync(`${folder}/w.csv`, `x,w\n${csv(rows)}\n`);
    Deno.writeTextFileSync(`${folder}/c.csv`, "x\n1\n11\n");
    const args = ["w.csv", "--weights", "w", "--centroids", "c.csv"];
    const outs = ["--out", "a.json", "--out", "a.svg", "--out", "a.csv", "--model-out", "m.json"];
    const { code, stderr } = await command(folder, ["-RW=."], [...args, ...outs]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /on 5 points \(total weight 8\) of 1 feature/);
    const trace = JSON.parse(Deno.readTextFileSync(`${folder}/a.json`));
    assert.deepEqual(trace.weights, [3, 1, 2, 0, 2]);
    assert.deepEqual(trace.steps.at(-1).centroids, [[0.25], [11]]);
    const { clusters } = JSON.parse(Deno.readTextFileSync(`${folder}/m.json`));
    assert.deepEqual(clusters.map(({ weight }: { weight: number }) => weight), [4, 4]);
    for (const file of ["a.svg", "a.json"]) {
      const again = await command(folder, ["-RW=."], ["replay", file, "--out", `again-${file}`]);
      assert.equal(again.code, 0, again.stderr);
      assert.equal(
        Deno.readTextFileSync(`${folder}/again-${file}`),
        Deno.readTextFileSync(`${folder}/${file}`),
      );
    }
    const many = await command(folder, ["-RW=."], [
      "w.csv",
      "--weights=w",
      "--k=5",
      "--out",
      "b.svg",
    ]);
    assert.equal(many.code, 2);
    assert.match(many.stderr, /--k 5 is more than the 4 points of weight above 0 there are/);
    for (const bad of ["0,-1", "0,", "0,x"]) {
      Deno.writeTextFileSync(`${folder}/bad.csv`, `x,w\n1,1\n${bad}\n`);
      const args = ["bad.csv", "--weights=w", "--k=1", "--out", "b.svg"];
      const told = await command(folder, ["-RW=."], args);
      assert.equal(told.code, 2, told.stderr);
      assert.equal(told.stderr.trimEnd().split("\n").length, 1, told.stderr);
    }
  }));
