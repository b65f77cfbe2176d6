import { ROOT } from "./command.ts";

/** How the command serves, with leave for the network alone. */
const SERVE = ["run", "--allow-net", `${ROOT}cli.ts`, "serve", "--port", "0"];

/**
 * Serves in a process of its own while a check goes on.
 *
 * @param check Is given the address and the process.
 * @param command The arguments of Deno.
 */
export async function whileServing(
  check: (address: string, pid: number) => Promise<void>,
  command: readonly string[] = SERVE,
): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [command[0], "--no-prompt", ...command.slice(1)],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  let said = "";
  const reader = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  try {
    while (!/http:\S+\n/.test(said)) said += (await reader.read()).value ?? "http:\n";
    const listening = (async () => {
      for (;;) {
        const { value } = await reader.read();
        if (value === undefined) return;
        said += value;
      }
    })();
    const [, address] = /(http:\S+?)\/?\s/.exec(said)!;
    await check(address.replace("0.0.0.0", "127.0.0.1"), child.pid);
    child.kill("SIGTERM");
    await listening;
    const errors = said.split("\n").filter((line) =>
      /error|Uncaught|BadResource|^\s+at /i.test(line)
    );
    if (errors.length > 0) throw new Error(said);
  } finally {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
    await child.status;
    await reader.cancel();
  }
}
