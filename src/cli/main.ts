import { told } from "./errors.ts";
import { tell } from "./tell.ts";

/** A command: it takes its arguments and returns its exit status. */
type Command = (args: readonly string[]) => Promise<number>;

/** The commands besides making artifacts, each loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  conform: async () => (await import("./commands/conform.ts")).conform,
  menu: async () => (await import("./commands/menu.ts")).menu,
  play: async () => (await import("./commands/play.ts")).play,
  predict: async () => (await import("./commands/predict.ts")).predict,
  replay: async () => (await import("./commands/replay.ts")).replay,
  serve: async () => (await import("./commands/serve.ts")).serve,
  "step-server": async () => (await import("./commands/step_server.ts")).stepServer,
};

/**
 * Runs the command.
 *
 * @param args Its arguments.
 * @returns Its exit status: 0 done, 1 it could not be done, 2 the call is wrong.
 */
export async function main(args: readonly string[]): Promise<number> {
  // What fails beside the command, such as in a timer, ends it as what fails in it does.
  globalThis.addEventListener("unhandledrejection", ({ reason }) => Deno.exit(tellError(reason)));
  globalThis.addEventListener("error", ({ error }) => Deno.exit(tellError(error)));
  try {
    if (Object.hasOwn(COMMANDS, args[0] ?? "")) {
      const command = await COMMANDS[args[0]]();
      return await command(args.slice(1));
    }
    // Help alone needs no parsing of arguments.
    const asksForHelp = args.length === 1 && /^(-h|--help)$/.test(args[0]);
    const options = asksForHelp
      ? undefined
      : await (await import("./options/parse.ts")).parseOptions(args);
    if (!options || options.help) await print((await import("./options/help.ts")).helpText());
    else if (options.version) {
      await print(`lloyd ${(await import("../version.ts")).VERSION}\n`);
    } else await (await import("./commands/make.ts")).make(options);
    return 0;
  } catch (error) {
    return tellError(error);
  }
}

/** Prints what is to be said of an error, and gives the exit status. */
function tellError(error: unknown): number {
  const { message, status } = told(error);
  tell(`lloyd: ${message}`);
  return status;
}

async function print(text: string): Promise<void> {
  const { writeStandardOutput } = await import("./output/write.ts");
  await writeStandardOutput(new TextEncoder().encode(text));
}
