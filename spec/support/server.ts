import { ROOT } from "./command.ts";

/** Serves in a process of its own, with leave for the network alone, while a check goes on. */
export async function whileServing(
  check: (address: string, pid: number) => Promise<void>,
): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--allow-net", `${ROOT}cli.ts`, "serve", "--port", "0"],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  let said = "";
  const reader = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  try {
    while (!said.includes("\n")) said += (await reader.read()).value ?? "\n";
    const listening = (async () => {
      for (;;) {
        const { value } = await reader.read();
        if (value === undefined) return;
        said += value;
      }
    })();
    await check(said.slice(0, said.indexOf("\n")).replace(/\/$/, ""), child.pid);
    child.kill("SIGTERM");
    await listening;
    const errors = said.split("\n").slice(1).filter((line) => /error|Uncaught/i.test(line));
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
