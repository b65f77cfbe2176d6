import assert from "node:assert/strict";
import { OPTIONS } from "../../src/cli/options/table.ts";
import { VERSION } from "../../src/version.ts";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const small = ["--clusters", "3", "--points", "10", "--k", "3", "--size", "160x120"];
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

Deno.test("--help names every option and needs no permission", () =>
  inEmptyFolder(async (folder) => {
    const { code, stdout, stderr } = await lloyd(folder, [], ["--help"]);
    assert.equal(code, 0);
    assert.equal(stderr, "");
    for (const name in OPTIONS) assert(text(stdout).includes(`--${name}`), name);
  }));

Deno.test("Help is printed wherever it is asked for", () =>
  inEmptyFolder(async (folder) => {
    const help = (await lloyd(folder, [], ["--help"])).stdout;
    for (const args of [["-h"], ["-qh"], ["--k", "3", "--help"]]) {
      assert.deepEqual((await lloyd(folder, [], args)).stdout, help);
    }
  }));

Deno.test("--version is the version of deno.json", () =>
  inEmptyFolder(async (folder) => {
    const { stdout } = await lloyd(folder, [], ["--version"]);
    const config = new URL("../../deno.json", import.meta.url);
    assert.equal(text(stdout), `lloyd ${VERSION}\n`);
    assert.equal(JSON.parse(await Deno.readTextFile(config)).version, VERSION);
  }));

Deno.test("A GIF on standard output needs no permission, and the seed is printed", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--out", "-", "--format", "gif", ...small];
    const { code, stdout, stderr } = await lloyd(folder, [], args);
    assert.equal(code, 0, stderr);
    assert.equal(text(stdout.subarray(0, 6)), "GIF89a");
    assert.match(stderr, /[Ss]eed \d+/);
  }));

Deno.test("The same seed makes the same bytes in two processes, whatever the format", () =>
  inEmptyFolder(async (folder) => {
    for (const format of ["gif", "svg", "json"]) {
      const args = ["--seed", "5", "--out", "-", "--format", format, ...small];
      const [a, b] = await Promise.all([lloyd(folder, [], args), lloyd(folder, [], args)]);
      assert.deepEqual(a.stdout, b.stdout, format);
    }
  }));

Deno.test("Permission to write one file is enough to write that file, and no other is touched", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--out", "anim.gif", "--quiet", ...small];
    const { code, stderr } = await lloyd(folder, ["--allow-write=anim.gif"], args);
    assert.equal(code, 0, stderr);
    assert.equal(stderr, "");
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["anim.gif"]);
  }));

Deno.test("Several outputs of one run; a longer file before leaves nothing behind", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/run.json`, "x".repeat(1e6));
    const args = ["-o", "a.gif", "-o", "b.svg", "-o", "run.json", "--seed", "1", ...small];
    for (const permissions of [["--allow-write=."], ["--allow-write=.", "--allow-read=."]]) {
      const { code, stderr } = await lloyd(folder, permissions, args);
      assert.equal(code, 0, stderr);
      assert.match(stderr, /!\[.+\]\(a\.gif\)/);
      const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
      assert.deepEqual(names, ["a.gif", "b.svg", "run.json"]);
      const trace = JSON.parse(await Deno.readTextFile(`${folder}/run.json`));
      assert.equal(trace.format, "lloyd-trace");
      assert.equal(trace.recipe.seed, 1);
      assert.equal(trace.points.length, 30);
    }
  }));

Deno.test("Without permission: status 1 and the exact flag", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a.gif`, "before");
    const { code, stderr } = await lloyd(folder, [], ["--out", "a.gif", "--quiet", ...small]);
    assert.equal(code, 1);
    assert.match(stderr, /^lloyd: a\.gif [^\n]+--allow-write=a\.gif\n$/);
    assert.equal(await Deno.readTextFile(`${folder}/a.gif`), "before");
  }));

Deno.test("A folder that does not exist, or is none: status 1 and why", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    for (const path of ["none/a.gif", "file/a.gif"]) {
      const args = ["--out", path, "--quiet", ...small];
      const { code, stderr } = await lloyd(folder, ["--allow-write=."], args);
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`^lloyd: ${path} cannot be written: [^\\n]+\\n$`));
    }
  }));

const isRoot = Deno.uid() === 0;
Deno.test({
  name: "A full disk: status 1, and the file that was there is whole",
  ignore: !isRoot || Deno.build.os !== "linux",
  fn: () =>
    inEmptyFolder(async (folder) => {
      const mount = (...args: string[]) => new Deno.Command("mount", { args }).output();
      const { success } = await mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
      if (!success) return console.log("no tmpfs can be mounted here");
      try {
        const before = "before".repeat(4000);
        await Deno.writeTextFile(`${folder}/a.json`, before);
        for (const permissions of [["--allow-write=."], ["--allow-write=.", "--allow-read=."]]) {
          const args = ["--out", "a.json", "--quiet"];
          const { code, stderr } = await lloyd(folder, permissions, args);
          assert.equal(code, 1);
          assert.match(stderr, /^lloyd: a\.json cannot be written: [^\n]+\n$/);
          assert.equal(await Deno.readTextFile(`${folder}/a.json`), before);
          assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.json"]);
        }
      } finally {
        await new Deno.Command("umount", { args: [folder] }).output();
      }
    }),
});

Deno.test("A reader of standard output that leaves early is no crash", () =>
  inEmptyFolder(async (folder) => {
    const cli = new URL("../../cli.ts", import.meta.url).pathname;
    const command =
      `"${Deno.execPath()}" run --no-prompt "${cli}" --out - --format json | head -c 9`;
    const { stderr } = await new Deno.Command("sh", {
      args: ["-c", command],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    assert.doesNotMatch(text(stderr), /\n\s+at /);
  }));

Deno.test("Letters that the typeface lacks are named once, where they are pixels", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--title", "聚类聚类 🎉", "--out", "a.png", "--out", "a.gif", "--out", "a.svg"];
    const { code, stderr } = await lloyd(folder, [`-W=${folder}`], [...args, ...small]);
    assert.equal(code, 0);
    assert.deepEqual(stderr.match(/^warning: .*$/gm), [
      "warning: the typeface has no 聚 类 🎉: boxes in a png, letters in an svg",
    ]);
    const alone = await lloyd(folder, [`-W=${folder}`], [...args.slice(0, 2), "--out", "b.svg"]);
    assert.doesNotMatch(alone.stderr, /warning/);
  }));

Deno.test("What is embedded has a text for those who do not see it", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--seed", "5", "--out", "a b.gif", ...small];
    const { stderr } = await lloyd(folder, [`-W=${folder}`], args);
    assert.match(
      stderr,
      /^To embed it: !\[K-means with k = 3 on 30 points.*Seed 5\.\]\(a%20b\.gif\)$/m,
    );
  }));

Deno.test("Where nothing is random no seed is drawn, told, kept or asked for", () =>
  inEmptyFolder(async (folder) => {
    Deno.writeTextFileSync(`${folder}/p.csv`, "x,y\n0,0\n1,1\n9,9\n8,9\n");
    Deno.writeTextFileSync(`${folder}/c.csv`, "x,y\n0,0\n1,1\n");
    const args = ["p.csv", "--centroids", "c.csv", "--out", "a.svg", "--out", "a.json"];
    const made = await lloyd(folder, ["-RW=."], args);
    assert.equal(made.code, 0, made.stderr);
    assert.doesNotMatch(made.stderr, /seed/i);
    assert.doesNotMatch(Deno.readTextFileSync(`${folder}/a.svg`), /seed/i);
    assert(!("seed" in JSON.parse(Deno.readTextFileSync(`${folder}/a.json`)).recipe));
    const same = await lloyd(folder, ["-RW=."], [...args, "--check"]);
    assert.equal(same.code, 0, same.stderr);
    const again = await lloyd(folder, ["-RW=."], ["replay", "a.svg", "--out", "b.svg"]);
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(
      Deno.readFileSync(`${folder}/b.svg`),
      Deno.readFileSync(`${folder}/a.svg`),
    );
    for (const drawn of [["p.csv", "--k", "2"], ["--centroids", "c.csv"]]) {
      const asked = await lloyd(folder, ["-RW=."], [...drawn, "--out", "a.svg", "--check"]);
      assert.equal(asked.code, 2, asked.stderr);
      assert.match(asked.stderr, /--check needs --seed/);
    }
  }));

Deno.test("--max-iterations 0 films the start in every format", () =>
  inEmptyFolder(async (folder) => {
    const files = ["svg", "gif", "png", "apng", "mp4", "html", "json", "csv"].flatMap((
      ending,
    ) => ["--out", `a.${ending}`]);
    const more = ["--model-out", "m.json", "--summary-out", "s.csv", "--size", "240x160"];
    const args = ["--k=3", "--clusters=3", "--points=9", "--seed=1", "--max-iterations=0"];
    for (const style of [[], ["--style", "classic"]]) {
      const { code, stderr } = await lloyd(folder, ["-RW=."], [
        ...args,
        ...style,
        ...files,
        ...more,
      ]);
      assert.equal(code, 0, stderr);
      assert.match(stderr, /stopped after 0 iterations/);
    }
  }));
