import type { Finding } from "./target.ts";

/** What is tried, and what an input may take. */
export interface Trial {
  readonly name: string;
  /** The module of the target. */
  readonly file: string;
  readonly seed: number;
  /** The first index, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** How long one input may take, in milliseconds. */
  readonly limit: number;
  /** How many bytes of memory the process may have. */
  readonly memory: number;
  /** The programs that the target runs. */
  readonly runs?: readonly string[];
}

/** What the worker loads. */
const ROOT = new URL("../../", import.meta.url).pathname;
const WORKER = new URL("./worker.ts", import.meta.url).pathname;
/** How long it may take until the first input is tried, in milliseconds. */
const START = 120_000;
/** How often time and memory are looked at, in milliseconds. */
const WATCH = 100;
/** How many inputs one process tries, so that what they leave in memory does not add up. */
const MOST = 2000;

/** Tries inputs in a process that is ended, and started again, whenever one takes too much. */
export async function* findings(trial: Trial): AsyncGenerator<Finding> {
  for (let from = trial.from; from < trial.to;) {
    const part = { ...trial, from, to: Math.min(trial.to, from + MOST) };
    let last = from - 1;
    for await (const [path, what] of tried(part)) {
      last = path;
      if (what !== undefined) yield { target: trial.name, seed: trial.seed, path, what };
    }
    from = last + 1;
  }
}

/** Tries inputs until one ends the process. Gives the index of each, with what is wrong if anything is. */
async function* tried(trial: Trial): AsyncGenerator<[path: number, what?: string]> {
  const { file, seed, from, to, limit, memory, runs = [] } = trial;
  const folder = await Deno.makeTempDir();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-check"],
      // It may write in its folder alone: a file elsewhere cannot be touched.
      ...[`--allow-read=${folder},${ROOT}`, `--allow-write=${folder}`],
      ...(runs.length > 0 ? [`--allow-run=${runs.join(",")}`] : []),
      `--v8-flags=--max-old-space-size=${Math.floor(memory / 2 ** 20)}`,
      ...[WORKER, file, `${seed}`, `${from}`, `${to}`],
    ],
    cwd: folder,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  let path = from;
  let isAtWork = false;
  let hasTried = false;
  /** For how long nothing was said, in ticks of the watch: a machine that stands still has none. */
  let silent = 0;
  let why: string | undefined;
  const watch = setInterval(() => {
    if (why !== undefined) return;
    if (++silent * WATCH > (isAtWork ? limit : START)) {
      why = `it takes longer than ${limit / 1000} s`;
    } else if (memoryOf(child.pid) > memory) why = `it takes more than ${memory / 2 ** 20} MB`;
    if (why !== undefined) kill(child);
  }, WATCH);
  const said = new Response(child.stderr).text();
  try {
    let rest = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const line of lines) {
        const [index, word, wrong] = JSON.parse(line) as [number, string, string];
        silent = 0;
        path = index;
        isAtWork = word !== "end";
        if (word === "wrong") yield [path, wrong];
        if (word !== "end") continue;
        hasTried = true;
        yield [path];
      }
    }
    const { code, signal } = await child.status;
    if (why === undefined && code === 0) return;
    const wasEnded = why !== undefined;
    const end = signal ?? `status ${code}`;
    why ??= `it ends the process with ${end}: ${(await said).trim().slice(-1000)}`;
    if (isAtWork) yield [path, why];
    // It may be ended when it has just done with an input.
    else if (!wasEnded || !hasTried) throw new Error(`${trial.name}, between inputs: ${why}`);
  } finally {
    clearInterval(watch);
    kill(child);
    await child.status;
    await Deno.remove(folder, { recursive: true });
  }
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended.
  }
}

/** How many bytes of memory a process has; 0 where that cannot be told. */
function memoryOf(pid: number): number {
  try {
    const [, resident] = /^VmRSS:\s+(\d+) kB$/m.exec(Deno.readTextFileSync(`/proc/${pid}/status`))!;
    return Number(resident) * 1024;
  } catch {
    return 0;
  }
}
