import assert from "node:assert/strict";
import { inEmptyFolder, lloyd, ROOT } from "../support/command.ts";

const isLinux = Deno.build.os === "linux";

/** Both ways in which the sandbox may allow a program; with the second, groups can be ended. */
const modes: readonly [told: string, permission: string, endsGroups: boolean][] = [
  ["it alone is allowed", "--allow-run=sh", false],
  ["every program is allowed", "--allow-run", true],
];

/** What a program starts: it writes its number into a file, and lives for five minutes. */
const child = (redirected = "") => `sh -c 'echo $$ > child.$0; exec sleep 300' $$ ${redirected} &`;
/** Waits until the child has written its number. */
const until = "until [ -s child.$$ ]; do sleep 0.01; done;";

const programs: Readonly<Record<string, readonly [script: string, says: RegExp]>> = {
  "whose child keeps its pipes": [
    `${child()} ${until} exit 3`,
    /ended with status 3 without an answer/,
  ],
  "whose child keeps its input": [
    `${child("<&0 >/dev/null 2>/dev/null")} ${until} exit 3`,
    /ended with status 3/,
  ],
  "whose child keeps its remarks": [
    `echo out of cheese >&2; ${child(">/dev/null")} ${until} exit 3`,
    /ended with status 3 without an answer; it said: out of cheese/,
  ],
  "that hangs with its child": [`${child()} ${until} exec sleep 300`, /no answer within 1 s/],
  "that does not listen to signals": [
    `trap '' TERM INT HUP; ${child()} ${until} while :; do sleep 0.1; done`,
    /no answer within 1 s/,
  ],
  "that answers, and leaves a child behind": [
    `${child()} ${until} while read line; do echo '{"error": "no"}'; done`,
    /It does not conform/,
  ],
};

/** The processes whose numbers are in the files of a folder and that still live. */
function living(folder: string, name: RegExp): number[] {
  return [...Deno.readDirSync(folder)].filter((file) => name.test(file.name)).flatMap((file) => {
    try {
      const pid = Number(Deno.readTextFileSync(`${folder}/${file.name}`));
      const [, state] = /\) (\w)/.exec(Deno.readTextFileSync(`/proc/${pid}/stat`))!;
      return state === "Z" ? [] : [pid];
    } catch {
      return [];
    }
  });
}

/** Ends what a test has left. */
function sweep(folder: string): void {
  for (const pid of living(folder, /^child|^program/)) Deno.kill(pid, "SIGKILL");
}

/** Waits for something that takes as long as the machine is busy. */
async function becomes(is: () => boolean): Promise<boolean> {
  for (let n = 0; n < 600 && !is(); n++) await new Promise((done) => setTimeout(done, 50));
  return is();
}

for (const [told, permission, endsGroups] of modes) {
  for (const [name, [script, says]] of Object.entries(programs)) {
    Deno.test({
      name: `A program ${name} is reported in time, where ${told}`,
      ignore: !isLinux,
      fn: () =>
        inEmptyFolder(async (folder) => {
          const begun = performance.now();
          const call = ["conform", "--limit", "1s", "--runs", "20", "--", "sh", "-c", script];
          const { stdout, stderr } = await lloyd(folder, [permission], call);
          const took = performance.now() - begun;
          const areGone = () => living(folder, /^child/).length === 0;
          const hasLeft = endsGroups && !await becomes(areGone);
          sweep(folder);
          assert(!hasLeft, "its child lives on");
          assert.match(new TextDecoder().decode(stdout) + stderr, says);
          // A child would keep it waiting for five minutes.
          assert(took < 120_000, `${took} ms`);
        }),
    });
  }

  for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]] as const) {
    Deno.test({
      name: `${signal} ends a test and its program, where ${told}`,
      ignore: !isLinux,
      fn: () =>
        inEmptyFolder(async (folder) => {
          const script = `${child()} ${until} echo $$ > program; exec sleep 300`;
          const conform = new Deno.Command(Deno.execPath(), {
            args: [
              ...["run", "--quiet", "--no-prompt", permission, `${ROOT}cli.ts`, "conform"],
              ...["--limit", "1000s", "--", "sh", "-c", script],
            ],
            cwd: folder,
            stdin: "null",
            stdout: "null",
            stderr: "null",
          }).spawn();
          assert(await becomes(() => living(folder, /^program/).length === 1), "it is started");
          conform.kill(signal);
          assert.equal((await conform.status).code, 128 + number);
          const all = endsGroups ? /^child|^program/ : /^program/;
          const haveEnded = await becomes(() => living(folder, all).length === 0);
          sweep(folder);
          assert(haveEnded, "the program lives on, or its child");
        }),
    });
  }
}
