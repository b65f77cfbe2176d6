import assert from "node:assert/strict";
import { inEmptyFolder, lloyd, ROOT } from "../support/command.ts";

const ALL = ["--allow-read", "--allow-write"];

async function done(folder: string, ...args: string[]): Promise<string> {
  const { code, stderr, stdout } = await lloyd(folder, ALL, args);
  assert.equal(code, 0, stderr);
  return stderr + new TextDecoder().decode(stdout);
}

async function refused(folder: string, args: string[], ...says: string[]): Promise<void> {
  const { code, stderr } = await lloyd(folder, ALL, args);
  assert.equal(code, 2, stderr);
  assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  for (const word of says) assert(stderr.includes(word), `${word} in ${stderr}`);
}

const read = (folder: string, name: string) => Deno.readFileSync(`${folder}/${name}`);

const points = ["--clusters", "3", "--points", "20"];
const small = ["--k", "3", ...points, "--size", "240x160"];

const calls: Readonly<Record<string, readonly string[]>> = {
  "a plain run": ["a.gif", "a.svg", "a.mp4", "a.apng", "a.png", "a.html"],
  "--interval 300ms --hold 1s --fps 10 --loop 3 --speed 1.5": ["a.gif", "a.svg"],
  "--bounds=-2,3 --shape moons --init kmeans++ --restarts 3": ["a.png"],
  "--title Ελληνικά-<&> --theme dark --shapes --no-chart": ["a.gif", "a.png", "a.svg", "a.html"],
  "--at iteration=1": ["a.png"],
  "--at 1.25s": ["a.svg"],
  "--storyboard 0,1,last": ["a.png", "a.svg"],
  "--init kmeans++": ["a.svg"],
  "--init kmeans++ --candidates 1": ["a.svg"],
  "--init kmeans++ --candidates 5": ["a.svg"],
  "--elbow 1..4 --candidates 1": ["a.svg"],
  "--elbow 1..4": ["a.svg"],
  "--elbow 1..4 --restarts 2 --init maxmin": ["a.png"],
  "--compare init=random,kmeans++": ["a.gif"],
  "--style classic": ["a.gif"],
  "--max-size 9KB": ["a.gif"],
};

for (const [call, files] of Object.entries(calls)) {
  Deno.test(`replay makes the same bytes again: ${call}`, async () => {
    await inEmptyFolder(async (folder) => {
      const options = call.startsWith("--") ? call.split(" ") : [];
      const common = options.includes("--compare")
        ? ["--k", "3", ...points, "--size", "480x240"]
        : options.includes("--elbow")
        ? [...points, "--size", "240x160"]
        : small;
      const seeded = ["--seed", "7", ...common];
      await done(folder, ...seeded, ...options, ...files.flatMap((file) => ["-o", file]));
      for (const file of files) {
        const again = `again-${file}`;
        await done(folder, "replay", file, "--out", again);
        assert.deepEqual(read(folder, again), read(folder, file), file);
      }
    });
  });
}

Deno.test("What is said beside a recipe has the last word, in any other format", async () => {
  await inEmptyFolder(async (folder) => {
    await done(folder, ...small, "--seed", "3", "--out", "a.gif");
    await done(folder, ...small, "--seed", "3", "--theme", "dark", "--out", "dark.svg");
    await done(folder, "replay", "a.gif", "--theme", "dark", "--out", "again.svg");
    assert.deepEqual(read(folder, "again.svg"), read(folder, "dark.svg"));
  });
});

Deno.test("replay finds the data beside, or by name, and knows them by their hash", async () => {
  await inEmptyFolder(async (folder) => {
    await Deno.mkdir(`${folder}/far`);
    await Deno.copyFile(`${ROOT}fixtures/data/iris.csv`, `${folder}/far/iris.csv`);
    await Deno.writeTextFile(`${folder}/far/start.csv`, "5,3,1,0\n6,3,4,1\n7,3,6,2\n");
    await done(folder, "far/iris.csv", "--centroids", "far/start.csv", "--out", "far/a.svg");
    const svg = new TextDecoder().decode(read(folder, "far/a.svg"));
    assert(!svg.includes("far/"), "an artifact names a folder");
    await done(folder, "replay", "far/a.svg", "--out", "b.svg");
    assert.deepEqual(read(folder, "b.svg"), read(folder, "far/a.svg"));
    await refused(
      folder,
      ["replay", "b.svg", "--out", "c.svg"],
      "b.svg was made from iris.csv",
      "SHA-256",
      "put it beside",
    );
    const start = ["--centroids", "far/start.csv"];
    await done(folder, "replay", "b.svg", "far/iris.csv", ...start, "--out", "c.svg");
    assert.deepEqual(read(folder, "c.svg"), read(folder, "b.svg"));
    await Deno.writeTextFile(`${folder}/other.csv`, "1,2,3,4\n5,6,7,8\n9,9,9,9\n");
    await refused(
      folder,
      ["replay", "b.svg", "other.csv", ...start, "--out", "d.svg"],
      "other.csv is not the iris.csv",
    );
  });
});

Deno.test("replay takes the data that lie beside, or else those that --data names", async () => {
  await inEmptyFolder(async (folder) => {
    await Deno.mkdir(`${folder}/art`);
    await Deno.mkdir(`${folder}/far`);
    const rows = "x,y\n1,2\n2,1\n8,9\n9,8\n";
    await Deno.writeTextFile(`${folder}/far/d.csv`, rows);
    await done(folder, "far/d.csv", "--k", "2", "--size", "240x160", "--out", "art/a.svg");
    const again = ["replay", "art/a.svg", "--data", "far/d.csv"];
    await done(folder, ...again, "--out", "b.svg");
    assert.deepEqual(read(folder, "b.svg"), read(folder, "art/a.svg"));
    await done(folder, ...again, "--check", "--out", "art/a.svg");
    // Another file of that name lies beside.
    await Deno.writeTextFile(`${folder}/art/d.csv`, "x,y\n1,2\n7,1\n");
    await done(folder, ...again, "--check", "--out", "art/a.svg");
    // The right one does, and what is named need not be there.
    await Deno.writeTextFile(`${folder}/art/d.csv`, rows);
    await done(
      folder,
      "replay",
      "art/a.svg",
      "--data",
      "gone.csv",
      "--check",
      "--out",
      "art/a.svg",
    );
    await Deno.remove(`${folder}/art/d.csv`);
    await refused(
      folder,
      ["replay", "art/a.svg", "--data", "gone.csv", "--out", "c.svg"],
      "was made from d.csv",
      "--data folder/d.csv",
    );
    await refused(folder, ["replay", "art/a.svg", "far/d.csv", "--data", "e.csv"], "give one");
    await done(folder, "far/d.csv", "--k", "2", "--out", "run.json");
    await refused(folder, ["replay", "run.json", "--data", "far/d.csv"], "run.json is a trace");
  });
});

Deno.test("replay draws a trace as its run was drawn", async () => {
  await inEmptyFolder(async (folder) => {
    await done(folder, ...small, "--empty", "drop", "-o", "a.gif", "-o", "run.json");
    await done(folder, "replay", "run.json", "-o", "b.gif", "-o", "run2.json", "-o", "rows.csv");
    assert.deepEqual(read(folder, "b.gif"), read(folder, "a.gif"));
    assert.deepEqual(read(folder, "run2.json"), read(folder, "run.json"));
    const rows = new TextDecoder().decode(read(folder, "rows.csv")).trim().split("\n");
    assert.equal(rows.length, 61);
  });
});

const foreign = {
  format: "lloyd-trace",
  version: 1,
  points: [[0, 0], [1, 0], [9, 9]],
  steps: [
    { centroids: [[0, 0], [1, 0]], labels: [0, 1, 1] },
    { centroids: [[0, 0], [5, 4.5]], labels: [0, 1, 1] },
  ],
};

Deno.test("replay draws a trace that another program wrote, and that film again", async () => {
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/run.json`, JSON.stringify(foreign));
    await done(folder, "replay", "run.json", "--theme", "dark", "--out", "a.svg");
    await done(folder, "replay", "a.svg", "--out", "b.svg");
    assert.deepEqual(read(folder, "b.svg"), read(folder, "a.svg"));
    assert(new TextDecoder().decode(read(folder, "a.svg")).includes("trace"));
  });
});

Deno.test("A film of a trace is replayed from that trace alone", async () => {
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/run.json`, JSON.stringify(foreign));
    await done(folder, "replay", "run.json", "--out", "a.svg");
    const other = { ...foreign, points: [[0, 0], [1, 0], [9, 8]] };
    await Deno.writeTextFile(`${folder}/run.json`, JSON.stringify(other));
    await refused(
      folder,
      ["replay", "a.svg", "--out", "b.svg"],
      "run.json is not the run.json that a.svg was made from",
    );
  });
});

Deno.test("What cannot be replayed is refused in one line that says why", async () => {
  await inEmptyFolder(async (folder) => {
    const file = async (name: string, content: unknown) => {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      await Deno.writeTextFile(`${folder}/${name}`, text);
    };
    const svg = (recipe: unknown) =>
      `<svg><metadata>${JSON.stringify(recipe).replaceAll("<", "&#60;")}</metadata></svg>`;
    await refused(folder, ["replay"], "needs an artifact");
    await file("plain.svg", "<svg/>");
    await refused(folder, ["replay", "plain.svg", "-o", "x.gif"], "plain.svg carries no recipe");
    await file("out.svg", svg({ lloyd: "0.1.0", out: ["x.svg"] }));
    await refused(folder, ["replay", "out.svg", "-o", "x.gif"], "'out'", "no recipe has");
    await file("proto.svg", `<svg><metadata>{"__proto__":1}</metadata></svg>`);
    await refused(folder, ["replay", "proto.svg", "-o", "x.gif"], "'__proto__'");
    await file("k.svg", svg({ lloyd: "0.1.0", k: { a: 1 } }));
    await refused(folder, ["replay", "k.svg", "-o", "x.gif"], "k.svg: its recipe", "--k");
    await file("data.svg", svg({ lloyd: "0.1.0", data: "../secret", sha256: {} }));
    await refused(folder, ["replay", "data.svg", "-o", "x.gif"], "data.svg", "damaged");
    await file("cut.gif", "GIF89a");
    await refused(folder, ["replay", "cut.gif", "-o", "x.gif"], "cut.gif carries no recipe");
    await file("cut.json", `{"format":`);
    await refused(folder, ["replay", "cut.json", "-o", "x.gif"], "cut.json", "JSON");
    await file("bad.json", {
      ...foreign,
      steps: [{ centroids: [[0, 0]], labels: [0, 0, 1] }],
    });
    await refused(
      folder,
      ["replay", "bad.json", "-o", "x.gif"],
      "bad.json",
      "steps[0].labels[2]",
      "from 0 to 0",
    );
    await file("run.json", foreign);
    await refused(folder, ["replay", "run.json", "--k", "3", "-o", "x.gif"], "--k", "run.json");
  });
});

Deno.test("A recipe of before there were candidates replays with one, unless others are asked for", () =>
  inEmptyFolder(async (folder) => {
    const call = ["--k", "9", "--clusters", "9", "--points", "20", "--size", "240x160"];
    const plus = [...call, "--seed", "5", "--init", "kmeans++"];
    await done(folder, ...plus, "--candidates", "1", "--out", "one.svg");
    await done(folder, ...plus, "--out", "auto.svg");
    assert.notDeepEqual(read(folder, "one.svg"), read(folder, "auto.svg"));
    assert(!new TextDecoder().decode(read(folder, "one.svg")).includes("candidates"));
    await done(folder, "replay", "one.svg", "--candidates", "auto", "--out", "again.svg");
    assert.deepEqual(read(folder, "again.svg"), read(folder, "auto.svg"));
    // Another start has no candidates to remember.
    await done(folder, ...call, "--seed", "5", "--out", "random.svg");
    await done(folder, "replay", "random.svg", "--init", "kmeans++", "--out", "plus.svg");
    assert.deepEqual(read(folder, "plus.svg"), read(folder, "auto.svg"));
  }));
