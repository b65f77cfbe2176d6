import { UsageError } from "../errors.ts";
import { readBytes } from "../input/read.ts";
import { helpText } from "../options/help.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { OPTIONS } from "../options/table.ts";
import { writeStandardOutput } from "../output/write.ts";
import { replayRecipe } from "../replay/recipe.ts";
import { replayTrace } from "../replay/trace.ts";

/**
 * Makes artifacts again, from the recipe in one of them or from a trace.
 *
 * @param args The arguments: an artifact or a trace, the data if the recipe needs them, and options.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function replay(args: readonly string[]): Promise<number> {
  const call = await parseCall(args, OPTIONS);
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
  const bytes = await readBytes(path);
  if (isTrace(bytes)) await replayTrace(path, bytes, call);
  else await replayRecipe(path, bytes, data, call);
  return 0;
}

/** Whether a file is to be read as a trace: it is JSON. */
function isTrace(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}
