import { fileURLToPath } from "node:url";

/** The top of the repository. */
export const TOP = fileURLToPath(new URL("../../", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** How a command is run. */
export interface How {
  /** Where. Default: at the top of the repository. */
  readonly cwd?: string;
  /** What it is allowed, as flags of Deno. Default: all. */
  readonly allow?: readonly string[];
  /** What it reads from standard input. Default: nothing. */
  readonly stdin?: Uint8Array<ArrayBuffer>;
}

/** Runs the command as a user does. */
export async function lloyd(args: readonly string[], how: How = {}): Promise<Ended> {
  const { cwd = TOP, allow = ["--allow-all"], stdin } = how;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--quiet", ...allow, `${TOP}cli.ts`, ...args],
    cwd,
    stdin: stdin ? "piped" : "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  if (stdin) await new Blob([stdin]).stream().pipeTo(child.stdin);
  const { code, stdout, stderr } = await child.output();
  return { code, stdout, stderr: new TextDecoder().decode(stderr) };
}

/** Does something with a folder that is gone afterwards. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
