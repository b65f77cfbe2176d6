import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd } from "../support/command.ts";

const ROWS = "x,y\n1,2\n2,1\n8,9\n9,8\n";
const POINTS = "[[1,2],[2,1],[8,9],[9,8]]";
const READ_WRITE = ["--allow-read=.", "--allow-write=."];
const small = ["--k", "2", "--seed", "1", "--size", "240x180"];

/** What lies in a folder: each name with its text, or where a link leads. */
function contentOf(folder: string): Record<string, string> {
  const entries = [...Deno.readDirSync(folder)].map(({ name, isFile, isSymlink }) => {
    const path = `${folder}/${name}`;
    return [name, isSymlink ? Deno.readLinkSync(path) : isFile ? Deno.readTextFileSync(path) : "/"];
  });
  return Object.fromEntries(entries.sort());
}

/** A folder with data under several names; nothing in it is changed by a check. */
function unchanged(check: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inEmptyFolder(async (folder) => {
      Deno.writeTextFileSync(`${folder}/in.csv`, ROWS);
      Deno.writeTextFileSync(`${folder}/c.csv`, "x,y\n1,2\n8,9\n");
      Deno.writeTextFileSync(`${folder}/in.svg`, ROWS);
      Deno.writeTextFileSync(`${folder}/pts.json`, POINTS);
      Deno.mkdirSync(`${folder}/sub`);
      Deno.symlinkSync("in.csv", `${folder}/soft.csv`);
      Deno.symlinkSync(".", `${folder}/loop`);
      Deno.symlinkSync("later.svg", `${folder}/dangling.svg`);
      Deno.linkSync(`${folder}/in.csv`, `${folder}/hard.csv`);
      const before = contentOf(folder);
      await check(folder);
      assert.deepEqual(contentOf(folder), before);
    });
}

/** Runs a call that must be refused as wrong, in one line that says how to mend it. */
async function refused(folder: string, permissions: readonly string[], call: string) {
  const args = [...call.replaceAll("$PWD", folder).split(" "), ...small];
  const { code, stderr } = await lloyd(folder, permissions, args);
  assert.match(stderr, /^lloyd: [^\n]+\n$/, call);
  assert.equal(code, 2, call + stderr);
  return stderr;
}

const lost: Readonly<Record<string, RegExp>> = {
  "in.csv --out in.csv": /--out in\.csv is the file that is read: name another file/,
  "in.csv --out ./in.csv": /--out \.\/in\.csv is in\.csv, which is read/,
  "in.csv --out sub/../in.csv": /is in\.csv, which is read/,
  "in.csv --out loop/in.csv": /is in\.csv, which is read/,
  "in.csv --out $PWD/in.csv": /is in\.csv, which is read/,
  "$PWD/in.csv --out in.csv": /--out in\.csv is \S+in\.csv, which is read/,
  "in.csv --out soft.csv": /--out soft\.csv is in\.csv, which is read/,
  "soft.csv --out in.csv": /--out in\.csv is soft\.csv, which is read/,
  "in.csv --out hard.csv": /--out hard\.csv is in\.csv, which is read/,
  "in.csv --centroids-out in.csv": /--centroids-out in\.csv is the file that is read/,
  "in.csv --out a.svg --centroids-out in.csv": /--centroids-out in\.csv is the file that is read/,
  "in.csv --centroids c.csv --out c.csv": /--out c\.csv is the file that is read/,
  "in.svg --input-format csv --dark-out in.svg": /--dark-out in\.svg is the file that is read/,
  "pts.json --out pts.json": /--out pts\.json is the file that is read/,
  "in.csv --out in.csv --check": /--out in\.csv is the file that is read/,
};

for (const [call, why] of Object.entries(lost)) {
  Deno.test(
    `A file that is read is not written: ${call}`,
    unchanged(async (folder) => {
      assert.match(await refused(folder, READ_WRITE, call), why);
    }),
  );
}

for (
  const [call, write, read] of [
    ["in.csv --out in.csv", "in.csv", "in.csv"],
    ["in.csv --out $PWD/in.csv", "in.csv", "in.csv"],
    ["in.csv --out soft.csv", "soft.csv", "in.csv"],
    ["in.csv --out hard.csv", "hard.csv", "in.csv"],
  ]
) {
  Deno.test(
    `A file that is read is not written, where the sandbox allows no more than it: ${call}`,
    unchanged(async (folder) => {
      const permissions = [`--allow-read=${read}`, `--allow-write=${write}`];
      assert.match(await refused(folder, permissions, call), /read: name another file/);
    }),
  );
}

Deno.test({
  name: "A file that is read by way of standard input is not written",
  ignore: !(await isInstalled("bash")),
  fn: unchanged(async (folder) => {
    const cli = new URL("../../cli.ts", import.meta.url).pathname;
    const call = `"${Deno.execPath()}" run -A --quiet "${cli}" - --k 2 --out in.csv < in.csv`;
    const { code, stderr } = await new Deno.Command("bash", { args: ["-c", call], cwd: folder })
      .output();
    const line = new TextDecoder().decode(stderr);
    assert.equal(code, 2, line);
    assert.match(line, /--out in\.csv is the file that standard input is: name another file/);
  }),
});

for (
  const call of [
    "--out a.svg --out ./a.svg",
    "--out a.svg --out $PWD/a.svg",
    "--out a.svg --out loop/a.svg",
    "--out a.svg --dark-out sub/../a.svg",
    "--out a.csv --centroids-out ./a.csv",
    "--out dangling.svg --out later.svg",
  ]
) {
  Deno.test(
    `Two names of one file are refused: ${call}`,
    unchanged(async (folder) => {
      assert.match(await refused(folder, READ_WRITE, call), /given twice: give each file its own/);
    }),
  );
}

Deno.test("An artifact is replayed over itself, a trace of ours too, but not another program's", () =>
  inEmptyFolder(async (folder) => {
    const make = ["--clusters", "3", "--points", "5", "--k", "3", "--seed", "1"];
    const outputs = ["--out", "a.svg", "--out", "run.json", "--quiet"];
    assert.equal((await lloyd(folder, READ_WRITE, [...make, ...outputs])).code, 0);
    for (const name of ["a.svg", "run.json"]) {
      const before = Deno.readTextFileSync(`${folder}/${name}`);
      const { code, stderr } = await lloyd(folder, READ_WRITE, ["replay", name, "--out", name]);
      assert.equal(code, 0, stderr);
      assert.equal(Deno.readTextFileSync(`${folder}/${name}`), before);
    }
    const trace = JSON.parse(Deno.readTextFileSync(`${folder}/run.json`));
    const foreign = JSON.stringify({ ...trace, recipe: { program: "another" }, own: "kept" });
    Deno.writeTextFileSync(`${folder}/run.json`, foreign);
    const args = ["replay", "run.json", "--out", "./run.json"];
    const { code, stderr } = await lloyd(folder, READ_WRITE, args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /--out \.\/run\.json is run\.json, which is read: name another file/);
    assert.equal(Deno.readTextFileSync(`${folder}/run.json`), foreign);
  }));

/** Work that would last for hours, were it begun. */
const endless = ["--clusters", "1000", "--points", "10000", "--k", "1000", "--restarts", "100000"];

const unwritable: Readonly<Record<string, readonly [status: number, why: RegExp]>> = {
  "--out no/a.gif": [1, /no\/a\.gif cannot be written: its folder does not exist; make it first/],
  "--out file/a.gif": [1, /file\/a\.gif cannot be written: its folder is a file; name a folder/],
  "--out folder.gif": [1, /folder\.gif cannot be written: it is a folder; name a file in it/],
  [`--out ${"n".repeat(300)}.gif`]: [1, /…n+\.gif cannot be written: its name is too long; short/],
  "--out a.gif --out ../a.gif": [1, /\.\.\/a\.gif cannot be written: the sandbox does not allow/],
  "--out a.gif --centroids-out no/c.csv": [1, /no\/c\.csv cannot be written: its folder/],
  "--out readonly.gif": [
    2,
    /--out readonly\.gif is read-only: name another file, or add --overwri/,
  ],
};

for (const permissions of [READ_WRITE, ["--allow-write=."]]) {
  for (const [call, [status, why]] of Object.entries(unwritable)) {
    // Without leave to read it, the mode of a file cannot be known.
    if (permissions !== READ_WRITE && status === 2) continue;
    const shown = call.replace(/n{9,}/, "nnn…");
    Deno.test(`What cannot be written is found before the work: ${shown}, ${permissions}`, () =>
      inEmptyFolder(async (folder) => {
        Deno.writeTextFileSync(`${folder}/file`, "a file");
        Deno.mkdirSync(`${folder}/folder.gif`);
        Deno.writeTextFileSync(`${folder}/readonly.gif`, "of before", { mode: 0o444 });
        const before = contentOf(folder);
        const args = [...call.split(" "), ...endless];
        const { code, stderr } = await lloyd(folder, permissions, args);
        assert.equal(code, status, stderr);
        assert.match(stderr, /^lloyd: [^\n]{1,300}\n$/);
        assert.match(stderr, why);
        assert.deepEqual(contentOf(folder), before);
      }));
  }
}

Deno.test("Where the sandbox allows one file alone, it is tried without touching anything", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--out", "no/a.gif", ...endless];
    const { code, stderr } = await lloyd(folder, ["--allow-write=no/a.gif"], args);
    assert.equal(code, 1, stderr);
    assert.match(stderr, /its folder does not exist; make it first/);
    assert.deepEqual(contentOf(folder), {});
  }));

Deno.test("The file of a report of conform is tried before the program is asked", () =>
  inEmptyFolder(async (folder) => {
    const args = ["conform", "--junit", "no/a.xml", "--", "touch", "asked"];
    const { code, stderr } = await lloyd(folder, ["--allow-write=.", "--allow-run=touch"], args);
    assert.equal(code, 1, stderr);
    assert.match(stderr, /no\/a\.xml cannot be written: its folder does not exist/);
    assert.deepEqual(contentOf(folder), {});
  }));

for (
  const permissions of [READ_WRITE, [
    "--allow-read=a.svg,b.svg",
    "--allow-write=a.svg,b.svg",
  ]]
) {
  Deno.test(`A file keeps its mode, and --overwrite replaces one that is read-only, ${permissions}`, () =>
    inEmptyFolder(async (folder) => {
      const modeOf = (name: string) => Deno.statSync(`${folder}/${name}`).mode! & 0o777;
      for (const [name, mode] of [["a.svg", 0o444], ["b.svg", 0o640]] as const) {
        Deno.writeTextFileSync(`${folder}/${name}`, "of before");
        Deno.chmodSync(`${folder}/${name}`, mode);
      }
      const args = ["--out", "a.svg", "--out", "b.svg", "--seed", "1", "--points", "5"];
      assert.equal((await lloyd(folder, permissions, args)).code, 2);
      const { code, stderr } = await lloyd(folder, permissions, [...args, "--overwrite"]);
      // In place, only a superuser can write what nobody may.
      if (code === 0) {
        assert.match(Deno.readTextFileSync(`${folder}/a.svg`), /^<svg/);
        assert.match(Deno.readTextFileSync(`${folder}/b.svg`), /^<svg/);
      } else assert.match(stderr, /a\.svg cannot be written: Permission denied/);
      assert.deepEqual([modeOf("a.svg"), modeOf("b.svg")], [0o444, 0o640]);
    }));
}

Deno.test("A file is written through a link, which stays one", () =>
  inEmptyFolder(async (folder) => {
    Deno.mkdirSync(`${folder}/sub`);
    Deno.writeTextFileSync(`${folder}/sub/real.svg`, "of before");
    Deno.symlinkSync("sub/real.svg", `${folder}/a.svg`);
    const args = ["--out", "a.svg", "--seed", "1", "--points", "5"];
    const { code, stderr } = await lloyd(folder, READ_WRITE, args);
    assert.equal(code, 0, stderr);
    assert.equal(Deno.readLinkSync(`${folder}/a.svg`), "sub/real.svg");
    assert.match(Deno.readTextFileSync(`${folder}/sub/real.svg`), /^<svg/);
    assert.deepEqual([...Deno.readDirSync(`${folder}/sub`)].map(({ name }) => name), ["real.svg"]);
  }));

Deno.test("A name as long as can be leaves room for the part beside it", () =>
  inEmptyFolder(async (folder) => {
    const name = `${"é".repeat(125)}.svg`;
    const args = ["--out", name, "--seed", "1", "--points", "5"];
    const { code, stderr } = await lloyd(folder, READ_WRITE, args);
    assert.equal(code, 0, stderr);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), [name]);
  }));

Deno.test("Who has a file written in place is told before that a kill would lose it", () =>
  inEmptyFolder(async (folder) => {
    const args = ["--out", "a.svg", "--seed", "1", "--points", "5"];
    const run = async (permissions: readonly string[], ...more: string[]) =>
      (await lloyd(folder, permissions, [...args, ...more])).stderr;
    const warning =
      /^warning: a\.svg is written in place, .* --allow-read=\. --allow-write=\. makes/;
    assert.doesNotMatch(await run(["--allow-write=a.svg"]), /warning/, "nothing is there to lose");
    assert.match(await run(["--allow-write=a.svg"]), warning);
    assert.doesNotMatch(await run(["--allow-write=a.svg"], "--quiet"), /warning/);
    assert.doesNotMatch(await run(READ_WRITE), /warning/);
  }));

Deno.test({
  name: "A device or a pipe is written as it comes, and stays what it is",
  ignore: Deno.build.os === "windows" || !(await isInstalled("mkfifo")),
  fn: () =>
    inEmptyFolder(async (folder) => {
      const args = ["--format", "svg", "--quiet", "--seed", "1", "--points", "5", "--out"];
      const { code, stderr } = await lloyd(folder, ["-A"], [...args, "/dev/null"]);
      assert.equal(code, 0, stderr);
      assert(Deno.statSync("/dev/null").isCharDevice);
      for (const permissions of [["-A"], ["--allow-write=pipe"]]) {
        await new Deno.Command("mkfifo", { args: ["pipe"], cwd: folder }).output();
        const [{ code, stderr }, text] = await Promise.all([
          lloyd(folder, permissions, [...args, "pipe"]),
          Deno.readTextFile(`${folder}/pipe`),
        ]);
        assert.equal(code, 0, stderr);
        assert.match(text, /^<svg.*<\/svg>\s*$/s);
        assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["pipe"]);
        Deno.removeSync(`${folder}/pipe`);
      }
    }),
});

Deno.test("Files that are not one are written, where the sandbox does not let their kinds be seen", () =>
  inEmptyFolder(async (folder) => {
    Deno.writeTextFileSync(`${folder}/in.csv`, ROWS);
    const names = ["a.svg", "b.svg"];
    for (const name of names) Deno.writeTextFileSync(`${folder}/${name}`, "of before");
    const permissions = ["--allow-read=in.csv", "--allow-write=a.svg,b.svg"];
    const args = ["in.csv", ...small, ...names.flatMap((name) => ["--out", name])];
    const { code, stderr } = await lloyd(folder, permissions, args);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^warning: a\.svg and 1 more are written in place/);
    for (const name of names) assert.match(Deno.readTextFileSync(`${folder}/${name}`), /^<svg/);
  }));
