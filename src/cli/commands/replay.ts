import { UsageError } from "../errors.ts";
import { nameOf, readBytes } from "../input/read.ts";
import { helpText } from "../options/help.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { optional } from "../options/option.ts";
import { type OptionName, OPTIONS } from "../options/table.ts";
import { text } from "../options/values.ts";
import { writeStandardOutput } from "../output/write.ts";
import type { ReplayCall } from "../replay/options.ts";
import { replayRecipe } from "../replay/recipe.ts";
import { replayTrace } from "../replay/trace.ts";

/**
 * Makes artifacts again, from the recipe in one of them or from a trace.
 *
 * @param args The arguments: an artifact or a trace, the data if the recipe needs them and they are
 * not beside it, and options.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function replay(args: readonly string[]): Promise<number> {
  const { data: elsewhere, call } = await calledWith(args);
  if (call.values.help) {
    await writeStandardOutput(new TextEncoder().encode(helpText()));
    return 0;
  }
  const [path, data, surplus] = call.positionals;
  if (path === undefined) {
    throw new UsageError("replay needs an artifact or a trace: replay anim.gif --out again.gif");
  }
  if (surplus !== undefined) {
    throw new UsageError(`'${shortened(surplus)}' is one file too many: replay ANIM [DATA]`);
  }
  if (data !== undefined && elsewhere !== undefined) {
    throw new UsageError(`'${shortened(data)}' and --data both name the data: give one`);
  }
  const bytes = await readBytes(path);
  if (isTrace(bytes)) {
    if (elsewhere !== undefined) {
      throw new UsageError(
        `--data is about a recipe, and ${nameOf(path)} is a trace: leave it out`,
      );
    }
    await replayTrace(path, bytes, call);
  } else await replayRecipe(path, bytes, { named: data, elsewhere }, call);
  return 0;
}

/** The options that all commands have, and the file of data that only this one has an option for. */
async function calledWith(
  args: readonly string[],
): Promise<{ data: string | undefined; call: ReplayCall }> {
  const data = optional(text, { group: "Data", value: "FILE", help: "The data of a recipe" });
  const { values: { data: named, ...values }, given, positionals } = await parseCall(args, {
    ...OPTIONS,
    data,
  });
  const others = [...given].filter((name) => name !== "data") as OptionName[];
  return { data: named, call: { values, given: new Set(others), positionals } };
}

/** Whether a file is to be read as a trace: it is JSON. */
function isTrace(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}
