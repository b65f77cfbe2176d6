import assert from "node:assert/strict";
import { Random } from "../../src/kmeans/random.ts";
import { inEmptyFolder, ROOT } from "../support/command.ts";

/** How large the file is, in bytes: writing it takes a few milliseconds, so that kills hit that. */
const SIZE = 6_000_000;

/** How long after the first file is there a signal comes at the latest, in milliseconds. */
const LONGEST = 60;

/** Starts what writes a file for ever, waits for the first, and sends a signal at some moment. */
async function ended(
  folder: string,
  permissions: readonly string[],
  signal: Deno.Signal,
  after: number,
): Promise<Deno.CommandStatus> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-check", "--no-prompt", ...permissions],
      ...[`${ROOT}spec/support/write_for_ever.ts`, "a.bin", `${SIZE}`],
    ],
    cwd: folder,
    stdin: "null",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill(signal);
  await reader.cancel();
  return await child.status;
}

/** Whether bytes are all one content, 1 or 2, whole. */
function isWhole(bytes: Uint8Array): boolean {
  return bytes.length === SIZE && (bytes[0] === 1 || bytes[0] === 2) &&
    bytes.every((byte) => byte === bytes[0]);
}

const modes: Readonly<Record<string, readonly string[]>> = {
  "all is allowed": ["--allow-all"],
  "its folder is allowed": ["--allow-read=.", "--allow-write=."],
  "it alone is allowed": ["--allow-write=a.bin"],
};
const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;
/** How often each signal is sent in each mode: a hundred in all. */
const times = [[9, 8, 8, 9], [9, 8, 8, 8], [9, 8, 8, 8]];

for (const [mode, [name, permissions]] of Object.entries(modes).entries()) {
  for (const [i, signal] of signals.entries()) {
    Deno.test({
      name: `${signal} at any moment of writing loses nothing and leaves no litter, where ${name}`,
      ignore: Deno.build.os === "windows",
      fn: () =>
        inEmptyFolder(async (folder) => {
          const path = `${folder}/a.bin`;
          const random = new Random(10 * mode + i);
          const isInPlace = name === "it alone is allowed";
          for (let n = 0; n < times[mode][i]; n++) {
            const after = LONGEST * random.uniform();
            const status = await ended(folder, permissions, signal, after);
            const bytes = Deno.readFileSync(path);
            const about = `${signal} after ${after} ms: ${bytes.length} bytes`;
            if (signal === "SIGKILL") {
              assert.equal(status.signal, "SIGKILL");
              // In place the old bytes are whole at the beginning, or the new ones at the end.
              const halves = [bytes.subarray(0, SIZE), bytes.subarray(-SIZE)];
              assert(isWhole(bytes) || isInPlace && halves.some(isWhole), about);
            } else {
              const number = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal];
              assert.equal(status.code, 128 + number, about);
              assert(isWhole(bytes), about);
              assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.bin"]);
            }
          }
          if (isInPlace || signal !== "SIGKILL") return;
          // What the kills left behind is swept by whoever writes the file next.
          await ended(folder, permissions, "SIGTERM", 0);
          assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.bin"]);
          assert(isWhole(Deno.readFileSync(path)));
        }),
    });
  }
}
