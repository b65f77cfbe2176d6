import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const run = async (program: string, ...args: string[]) =>
  (await new Deno.Command(program, { args, stdout: "null", stderr: "null" }).output()).success;

/** Runs a check in a folder on a disk of 16 KB; gives `false` where no disk can be mounted. */
async function onFullDisk(check: (folder: string) => Promise<void>): Promise<boolean> {
  let isMounted = false;
  await inEmptyFolder(async (folder) => {
    isMounted = await run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder);
    if (!isMounted) return;
    try {
      await check(folder);
    } finally {
      await run("umount", folder);
    }
  });
  return isMounted;
}

// Only a system that lets its tests mount a disk can fill one without harm.
const canMount = Deno.build.os === "linux" && Deno.uid() === 0 && await onFullDisk(async () => {});

const modes: Readonly<Record<string, (path: string) => readonly string[]>> = {
  "all is allowed": () => ["--allow-all"],
  "its folder is allowed": () => ["--allow-read=.", "--allow-write=."],
  "it alone is allowed to be read and written": (path) => [
    `--allow-read=${path}`,
    `--allow-write=${path}`,
  ],
  "it alone is allowed to be written": (path) => [`--allow-write=${path}`],
};

for (const [mode, permissions] of Object.entries(modes)) {
  Deno.test({
    name: `A full disk is told in one line, and the file that was there is whole, where ${mode}`,
    ignore: !canMount,
    fn: async () => {
      await onFullDisk(async (folder) => {
        const old = "x".repeat(5000);
        await Deno.writeTextFile(`${folder}/a.svg`, old);
        const args = ["--seed", "1", "--out", "a.svg"];
        const { code, stderr } = await lloyd(folder, permissions("a.svg"), args);
        assert.equal(code, 1, stderr);
        const told = stderr.split("\n").filter((line) => line.startsWith("lloyd: "));
        assert.equal(told.length, 1, stderr);
        assert.match(told[0], /a\.svg cannot be written: No space left on device/);
        assert.equal(await Deno.readTextFile(`${folder}/a.svg`), old);
        assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.svg"]);
      });
    },
  });
}
