/** The repository's folder. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs `cli.ts` in a folder, with the permissions given and no others; `stdin` is what it reads. */
export async function lloyd(
  folder: string,
  permissions: readonly string[],
  args: readonly string[],
  stdin?: Uint8Array<ArrayBuffer>,
): Promise<Outcome> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", ...permissions, `${ROOT}cli.ts`, ...args],
    cwd: folder,
    stdin: stdin ? "piped" : "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  const [{ code, stdout, stderr }] = await Promise.all([
    child.output(),
    // The command need not read all of it.
    stdin && new Blob([stdin]).stream().pipeTo(child.stdin).catch(() => {}),
  ]);
  return { code, stdout, stderr: new TextDecoder().decode(stderr) };
}

/** Runs a check in an empty folder that is gone afterwards. */
export async function inEmptyFolder(check: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await check(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether a program that nobody here wrote is on this machine. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await new Deno.Command(program, { args: ["--version"], stdout: "null", stderr: "null" })
      .output();
    return true;
  } catch {
    return false;
  }
}

/** Runs a program and gives what it printed on both of its outputs. */
export async function printed(program: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command(program, { args }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}
