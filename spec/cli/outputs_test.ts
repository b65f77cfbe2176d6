import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd } from "../support/command.ts";
import { probed } from "../support/decode.ts";
import { gifDuration } from "../support/gifsicle.ts";

const small = ["--clusters", "4", "--points", "20", "--k", "4", "--size", "240x180", "--seed", "3"];
const sizeOf = (path: string) => Deno.statSync(path).size;

Deno.test("Several films of one run are to the byte what each is alone", () =>
  inEmptyFolder(async (folder) => {
    const names = ["a.gif", "a.mp4", "a.apng", "a.svg"];
    const all = names.flatMap((name) => ["--out", name]);
    const { code, stderr } = await lloyd(folder, ["--allow-write=."], [...small, ...all]);
    assert.equal(code, 0, stderr);
    for (const name of names) {
      const args = [...small, "--quiet", "--out", "-", "--format", name.slice(2)];
      const { stdout } = await lloyd(folder, [], args);
      const together = await Deno.readFile(`${folder}/${name}`);
      assert.equal(together.length, stdout.length, name);
      assert(together.every((byte, i) => byte === stdout[i]), name);
    }
  }));

Deno.test("--at picks the moment of a still by time or by iteration, in PNG and SVG", () =>
  inEmptyFolder(async (folder) => {
    const still = async (format: string, ...at: string[]) => {
      const args = [...small, "--quiet", "--out", "-", "--format", format, ...at];
      const { code, stdout, stderr } = await lloyd(folder, [], args);
      assert.equal(code, 0, stderr);
      return new TextDecoder("latin1").decode(stdout).replace(/<metadata>.*|Recipe.*/, "");
    };
    const svg = await still("svg", "--at", "iteration=1");
    assert.doesNotMatch(svg, /<animate/);
    assert.match(svg, /<title>.*<desc>/s);
    assert.notEqual(svg, await still("svg", "--at", "iteration=0"));
    assert.equal(await still("svg", "--at", "1.5s"), await still("svg", "--at", "1.5"));
    assert.equal(await still("svg", "--at", "1.5s"), await still("svg", "--at", "1500ms"));
    assert.notEqual(await still("png", "--at", "1.5s"), await still("png"));
  }));

Deno.test("A name with {i} stands for a still of each iteration, as --at makes it", () =>
  inEmptyFolder(async (folder) => {
    const run = async (...args: string[]) => {
      const { code, stderr } = await lloyd(
        folder,
        ["--allow-read=.", "--allow-write=."],
        [...small, "--quiet", ...args],
      );
      assert.equal(code, 0, stderr);
    };
    await run("--out", "steps-{i}.svg", "--out", "run.json", "--out", "whole.svg");
    const { steps } = JSON.parse(await Deno.readTextFile(`${folder}/run.json`));
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    const stills = Array.from({ length: steps.length }, (_, i) => `steps-${i}.svg`);
    assert.deepEqual(names, [...stills, "run.json", "whole.svg"].sort());
    await run("--at", "iteration=2", "--out", "two.svg");
    const [still, two, whole] = ["steps-2.svg", "two.svg", "whole.svg"].map((name) =>
      Deno.readTextFileSync(`${folder}/${name}`)
    );
    assert.equal(still, two);
    assert.match(whole, /<animate/);
    for (
      const [args, message] of [
        [["--out", "s-{i}.gif"], /choose svg or png/],
        [["--out", "s-{i}.png", "--at", "1s"], /leave \{i\} or --at out/],
        [["--out", "s-{i}.png", "--storyboard", "auto"], /or --storyboard out/],
      ] as const
    ) {
      const { code, stderr } = await lloyd(folder, ["--allow-write=."], [...small, ...args]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
    }
    const elbow = ["--elbow", "1..3", "--out", "s-{i}.png"];
    assert.match((await lloyd(folder, ["--allow-write=."], elbow)).stderr, /or --elbow out/);
  }));

Deno.test({
  name: "--max-size gives up frames, then colours, then pixels, says so, and keeps the length",
  ignore: !(await isInstalled("gifsicle")) || !(await isInstalled("ffprobe")),
  fn: () =>
    inEmptyFolder(async (folder) => {
      const path = `${folder}/a.gif`;
      const make = async (name: string, ...args: string[]) => {
        const all = [...small, "--out", name, ...args];
        const { code, stderr } = await lloyd(folder, ["--allow-write=."], all);
        assert.equal(code, 0, stderr);
        return stderr;
      };
      assert.doesNotMatch(await make("a.gif"), /instead of/);
      const size = sizeOf(path);
      const whole = await Deno.readFile(path);
      const duration = await gifDuration(path);
      assert.doesNotMatch(await make("a.gif", "--max-size", `${size}B`), /instead of/);
      assert.deepEqual(await Deno.readFile(path), whole);

      const given = [
        [0.95, /frames a second instead of 20\n/],
        [0.3, /frames a second instead of 20, \d+ colours instead of 255, \d+×\d+ pixels instead/],
      ] as const;
      for (const [share, told] of given) {
        const most = Math.floor(size * share);
        assert.match(await make("a.gif", "--max-size", `${most}B`), told);
        assert(sizeOf(path) <= most);
        assert.equal(await gifDuration(path), duration);
      }

      await make("a.mp4");
      const most = Math.floor(sizeOf(`${folder}/a.mp4`) * 0.4);
      assert.match(await make("a.mp4", "--max-size", `${most}B`), /quality \d+ instead of 75/);
      assert(sizeOf(`${folder}/a.mp4`) <= most);
      const { format } = await probed(`${folder}/a.mp4`);
      assert.equal(Number(format.duration) * 1000, duration);
    }),
});

Deno.test("What --max-size settled on is in the recipe, and makes the same bytes again", () =>
  inEmptyFolder(async (folder) => {
    const make = async (...args: string[]) => {
      const all = [...small, "--quiet", "--out", "-", "--format", "gif", ...args];
      return new TextDecoder("latin1").decode((await lloyd(folder, [], all)).stdout);
    };
    const fitted = await make("--max-size", "20KB");
    assert(fitted.length <= 20_000);
    const [, fps, colors, width, height] =
      /(?=.*"fps":([\d.]+))(?=.*"colors":(\d+))(?=.*"size":\[(\d+),(\d+)\])/s.exec(
        fitted.replace(/\xff(?=[^"]*")/g, ""),
      ) ?? [];
    const size = small.indexOf("240x180");
    const again = [...small.with(size, `${width}x${height}`), "--fps", fps, "--colors", colors];
    const args = [...again, "--quiet", "--out", "-", "--format", "gif"];
    const { stdout } = await lloyd(folder, [], args);
    assert.equal(new TextDecoder("latin1").decode(stdout), fitted);
  }));

Deno.test("What cannot be kept within --max-size is refused, and the file is as it was", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a.gif`, "before");
    const args = [...small, "--out", "a.gif", "--max-size", "1KB"];
    const { code, stderr } = await lloyd(folder, ["--allow-write=."], args);
    assert.equal(code, 2);
    assert.match(stderr, /^lloyd: --max-size 1 KB: a\.gif has [\d.]+ KB even with [^\n]+\n$/);
    assert.equal(await Deno.readTextFile(`${folder}/a.gif`), "before");
  }));

Deno.test("An interrupt ends the drawing at once, and nothing is written", () =>
  inEmptyFolder(async (folder) => {
    const cli = new URL("../../cli.ts", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-prompt", "--allow-write=.", cli],
        ...["--size", "1280x720", "--fps", "50", "--out", "a.mp4", "--out", "a.gif"],
      ],
      cwd: folder,
      stderr: "null",
    }).spawn();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const asked = performance.now();
    child.kill("SIGINT");
    const { success } = await child.status;
    assert(!success);
    assert(performance.now() - asked < 1000);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));

Deno.test("What a format cannot hold is refused in words, and nothing is written", () =>
  inEmptyFolder(async (folder) => {
    for (
      const [says, ...args] of [
        [/--size: a\.mp4: Cannot write the MP4 .* 8160 pixels/, "--size", "8192x16"],
        [/--size: a\.mp4: Cannot write the MP4 .* 65534 squares/, "--size", "4096x4096"],
        [/1000000 frames at the most: \d+ in [\d.]+ s/, "--interval", "3600s", "--fps", "50"],
      ] as const
    ) {
      const call = ["--points", "20", "--seed", "3", ...args, "--out", "a.mp4"];
      const { code, stderr } = await lloyd(folder, ["--allow-write=."], call);
      assert.equal(code, 2, stderr);
      assert.match(stderr, says);
      assert.equal(stderr.trimEnd().split("\n").at(-1)!.startsWith("lloyd: "), true, stderr);
      assert.deepEqual([...Deno.readDirSync(folder)], []);
    }
  }));
