import { main } from "../../src/cli/main.ts";

/** What a call of the command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command in this process, and takes what it prints. */
export async function called(args: readonly string[]): Promise<Outcome> {
  const { stdout } = Deno;
  const { error, log } = console;
  const printed: Uint8Array[] = [];
  const told: string[] = [];
  const writeSync = (bytes: Uint8Array) => {
    printed.push(bytes.slice());
    return bytes.length;
  };
  const write = (bytes: Uint8Array) => Promise.resolve(writeSync(bytes));
  const value = { write, writeSync, isTerminal: () => false };
  Object.defineProperty(Deno, "stdout", { configurable: true, value });
  console.error = (...parts) => told.push(`${parts.join(" ")}\n`);
  console.log = (...parts) => writeSync(new TextEncoder().encode(`${parts.join(" ")}\n`));
  try {
    const code = await main(args);
    const bytes = await new Blob(printed as BlobPart[]).arrayBuffer();
    return { code, stdout: new TextDecoder().decode(bytes), stderr: told.join("") };
  } finally {
    Object.defineProperty(Deno, "stdout", { configurable: true, value: stdout });
    Object.assign(console, { error, log });
  }
}
