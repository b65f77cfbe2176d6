import assert from "node:assert/strict";
import { inEmptyFolder, isInstalled, lloyd, ROOT } from "../support/command.ts";

const call = ["--seed", "1", "--k", "3", "--clusters", "3", "--size", "320x240"];
const outputs = ["--out", "a.gif", "--out", "a.svg"];
const OLD = new TextEncoder().encode("the file of before");

for (
  const [name, permissions] of [
    ["where a new file takes its place", ["--allow-read=.", "--allow-write=."]],
    ["where the sandbox allows the files alone", ["--allow-write=a.gif,a.svg"]],
  ] as const
) {
  Deno.test(`A run killed at any moment leaves each file as it was or as it is to be, ${name}`, async () => {
    await inEmptyFolder(async (folder) => {
      const begun = performance.now();
      const { code, stderr } = await lloyd(folder, permissions, [...call, ...outputs]);
      assert.equal(code, 0, stderr);
      const whole = performance.now() - begun;
      const paths = ["a.gif", "a.svg"].map((file) => `${folder}/${file}`);
      const made = paths.map((path) => Deno.readFileSync(path));
      const kills = 16;
      for (let i = 0; i < kills; i++) {
        paths.forEach((path) => Deno.writeFileSync(path, OLD));
        const child = new Deno.Command(Deno.execPath(), {
          args: [
            ...["run", "--quiet", "--no-prompt", ...permissions, `${ROOT}cli.ts`],
            ...[...call, ...outputs],
          ],
          cwd: folder,
          stdin: "null",
          stdout: "null",
          stderr: "null",
        }).spawn();
        // More of the moments lie at the end, where files are written.
        const share = 1 - ((kills - i) / kills) ** 2;
        const timer = setTimeout(() => killed(child), whole * (0.1 + 0.95 * share));
        await child.status;
        clearTimeout(timer);
        paths.forEach((path, file) => {
          const there = Deno.readFileSync(path);
          const is = (wanted: Uint8Array) =>
            there.length === wanted.length && there.every((byte, at) => byte === wanted[at]);
          assert(is(OLD) || is(made[file]), `${path}, kill ${i}: ${there.length} bytes`);
        });
      }
    });
  });
}

/** Whether a small disk can be had here. */
async function canMount(): Promise<boolean> {
  if (Deno.build.os !== "linux" || !(await isInstalled("mount"))) return false;
  const folder = await Deno.makeTempDir();
  const { success } = await mounted(folder);
  if (success) await new Deno.Command("umount", { args: [folder] }).output();
  await Deno.remove(folder);
  return success;
}

function mounted(folder: string): Promise<Deno.CommandOutput> {
  const args = ["-t", "tmpfs", "-o", "size=16k", "tmpfs", folder];
  return new Deno.Command("mount", { args }).output();
}

Deno.test({
  name: "On a full disk the file of before stays whole, and one line says why",
  ignore: !(await canMount()),
  fn: async () => {
    await inEmptyFolder(async (folder) => {
      const disk = `${folder}/disk`;
      await Deno.mkdir(disk);
      assert((await mounted(disk)).success);
      try {
        for (const permissions of [["--allow-read", "--allow-write"], ["--allow-write=a.gif"]]) {
          await Deno.writeFile(`${disk}/a.gif`, OLD);
          const { code, stderr } = await lloyd(disk, permissions, [
            ...[...call, "--quiet", "--out", "a.gif"],
          ]);
          assert.equal(code, 1, stderr);
          assert.match(stderr, /^lloyd: a\.gif cannot be written: .*space.*\n$/i);
          assert.deepEqual(await Deno.readFile(`${disk}/a.gif`), OLD);
          assert.deepEqual([...Deno.readDirSync(disk)].map(({ name }) => name), ["a.gif"]);
        }
      } finally {
        await new Deno.Command("umount", { args: [disk] }).output();
      }
    });
  },
});

function killed(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has just ended.
  }
}
