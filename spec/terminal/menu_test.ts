import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd, printed } from "../support/command.ts";
import { hasTmux, Tmux } from "../support/tmux.ts";

const quick = ["menu", "--k", "3", "--clusters", "3", "--points", "20", "--size", "160x120"];

async function piped(folder: string, lines: string, permissions = ["--allow-write=."]) {
  const { code, stdout, stderr } = await lloyd(
    folder,
    permissions,
    quick,
    new TextEncoder().encode(lines),
  );
  return { code, text: new TextDecoder().decode(stdout), stderr };
}

const seeds = (text: string) =>
  [...text.matchAll(/^seed (\d+)(?:, start (\d+))?/gm)].map(([, seed, start]) => [seed, start]);

Deno.test("The menu works through a pipe: randomise, save, exit", async () => {
  await inEmptyFolder(async (folder) => {
    const { code, text, stderr } = await piped(folder, "1\n3\n4\n");
    assert.equal(code, 0, stderr);
    const [first, second] = seeds(text);
    assert.notDeepEqual(first, second);
    assert.match(text, /iteration 0: inertia \d+\.\d+\n/);
    assert.match(text, /^Select an option: 1\n/m, "what comes through a pipe is shown as if typed");
    const files = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.equal(files.length, 1);
    assert.match(files[0], /^\d{8}-\d{6}_kmeans\.mp4$/);
    if (await isInstalled("ffprobe")) {
      assert.match(await printed("ffprobe", `${folder}/${files[0]}`), /h264/);
    }
  });
});

Deno.test("Centroids alone are randomised, and undo takes it back", async () => {
  await inEmptyFolder(async (folder) => {
    const { code, text } = await piped(folder, "2\n9\n9\n2\n1\n4\n");
    assert.equal(code, 0);
    const [first, second, third] = seeds(text);
    assert.equal(first[1], undefined);
    assert.equal(second[0], first[0]);
    assert.notEqual(second[1], undefined);
    assert.deepEqual(third, first);
    const [fourth, fifth] = seeds(text).slice(-2);
    assert.notEqual(fourth[1], undefined);
    assert.equal(fifth[1], undefined, "new points come with a new start");
    assert(text.includes("There is nothing to undo"));
  });
});

Deno.test("k, start and shape are changed; what cannot be is told, and the menu goes on", async () => {
  await inEmptyFolder(async (folder) => {
    const lines = "5 4\n6 kmeans++\n7 moons\n5\n2\n5 0\n6 best\nx\n\n3 foo\n3 gif\n4\n";
    const { code, text, stderr } = await piped(folder, lines);
    assert.equal(code, 0, stderr);
    assert(text.includes("K-means with k = 4 "), text);
    assert(text.includes("kmeans++ start, moons"), text);
    assert(text.includes("K-means with k = 2 "), text);
    assert.match(text, /--k '0' cannot be/);
    assert.match(text, /--init 'best' cannot be/);
    assert.equal(text.split("Invalid selection").length - 1, 2);
    assert.match(text, /_kmeans\.foo' does not end in a format/);
    assert.match(text, /saved \d{8}-\d{6}_kmeans\.gif/);
    const replayed = [...Deno.readDirSync(folder)].map(({ name }) => name);
    const again = await lloyd(folder, ["--allow-read", "--allow-write"], [
      ...["replay", replayed[0], "--out", "again.gif"],
    ]);
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(
      Deno.readFileSync(`${folder}/again.gif`),
      Deno.readFileSync(`${folder}/${replayed[0]}`),
    );
  });
});

Deno.test("A k that was chosen stays when the shape changes, and an empty answer changes nothing", async () => {
  await inEmptyFolder(async (folder) => {
    const lines = new TextEncoder().encode("5 4\n7 moons\n5\n\n7\n\n4\n");
    const args = ["menu", "--clusters", "3", "--points", "20", "--size", "160x120"];
    const { stdout } = await lloyd(folder, [], args, lines);
    const text = new TextDecoder().decode(stdout);
    const runs = [...text.matchAll(/^K-means with k = (\d+)/gm)].map(([, k]) => k);
    assert.deepEqual(runs, ["12", "4", "4", "4", "4"], text);
    assert.match(text, /random start, moons/);
    assert.doesNotMatch(text, /--(k|shape)/, "an empty answer is no mistake");
  });
});

Deno.test("Files, and what makes many runs, are refused: the menu names its files and shows one run", async () => {
  await inEmptyFolder(async (folder) => {
    for (
      const [args, says] of [
        [["--out", "a.gif"], /names its files: leave files out/],
        [["a.csv"], /names its files: leave files out/],
        [["--elbow", "1..3"], /shows one run: leave --elbow and --compare out/],
        [["--compare", "k=2,3"], /shows one run: leave --elbow and --compare out/],
      ] as const
    ) {
      const { code, stderr } = await lloyd(folder, [], ["menu", ...args]);
      assert.equal(code, 2);
      assert.match(stderr, says);
    }
  });
});

Deno.test("A file that the menu saves has the time in its name, and the run that is shown", async () => {
  await inEmptyFolder(async (folder) => {
    const before = Date.now();
    const { text } = await piped(folder, "5 4\n3 json\n3 ../x\n4\n");
    const after = Date.now();
    const [, year, month, day, hour, minute, second] =
      /saved (\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)_kmeans\.json/.exec(text)!.map(Number);
    const time = new Date(year, month - 1, day, hour, minute, second).getTime();
    assert(time > before - 1000 && time <= after, text);
    assert.match(text, /'\.\.\/x' is no format/);
    const [{ name }] = Deno.readDirSync(folder);
    assert.equal(JSON.parse(Deno.readTextFileSync(`${folder}/${name}`)).recipe.k, 4);
  });
});

Deno.test("The menu ends cleanly at the end of its input, and without leave to write", async () => {
  await inEmptyFolder(async (folder) => {
    assert.equal((await piped(folder, "")).code, 0);
    const { code, text } = await piped(folder, "3\n2", []);
    assert.equal(code, 0);
    assert.match(text, /cannot be written: the sandbox does not allow it; add --allow-write=/);
    assert.equal([...Deno.readDirSync(folder)].length, 0);
  });
});

Deno.test({
  name: "In a terminal the menu plays the run, then asks",
  ignore: !hasTmux,
  fn: async () => {
    await using tmux = await Tmux.opened(100, 30);
    await tmux.lloyd(["--allow-write=."], ...quick, "--speed", "5", "--hold", "200ms");
    await tmux.until(/space pause/);
    await tmux.until(/Select an option: ?$/m);
    await tmux.type("2", "Enter");
    await tmux.until(/▀/);
    await tmux.until(/start \d+, random start[\s\S]*Select an option: ?$/m);
    await tmux.type("8", "Enter");
    await tmux.until(/iteration 0 · start .*space play/);
    await tmux.type("Right");
    await tmux.type("Right");
    await tmux.until(/iteration 1 · assign/);
    await tmux.type("q");
    await tmux.until(/Select an option: ?$/m);
    await tmux.type("3 svg", "Enter");
    await tmux.until(/saved \d{8}-\d{6}_kmeans\.svg/);
    await tmux.type("4", "Enter");
    await tmux.until(/status=0/);
    assert(await tmux.isRestored());
  },
});
