import type { Recipe } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import { fileName, nameOf } from "../input/read.ts";
import { LONGEST_TEXT } from "../../bytes/longest_text.ts";
import { sha256Hex } from "../../bytes/sha256.ts";
import { requestedOutputs, requireWritable } from "../output/output.ts";
import { writeArtifacts } from "../output/write_artifacts.ts";
import { Progress } from "../progress.ts";
import { optionOfRun, readTrace, recorded } from "../runs/recorded.ts";
import { optionsOfRecipe, type ReplayCall } from "./options.ts";

/**
 * Draws a trace, of this program or another.
 *
 * @param path Its file.
 * @param bytes What is in it.
 * @param call The command.
 * @param recipe The recipe of an artifact that names the trace. It does not say how the run was made.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function replayTrace(
  path: string,
  bytes: Uint8Array,
  call: ReplayCall,
  recipe?: Recipe,
): Promise<void> {
  const astray = optionOfRun(call.given);
  if (astray) {
    throw new UsageError(`--${astray} is about a run, and ${nameOf(path)} is one: leave it out`);
  }
  if (bytes.length > LONGEST_TEXT) {
    throw new UsageError(
      `${nameOf(path)} is longer than ${
        Math.floor(LONGEST_TEXT / 2 ** 20)
      } MB, more than a trace can be: leave steps out`,
    );
  }
  const trace = readTrace(new TextDecoder().decode(bytes), nameOf(path));
  const isOurs = !recipe && typeof trace.recipe.lloyd === "string";
  const read = await optionsOfRecipe(path, recipe ?? (isOurs ? trace.recipe : {}), call);
  const source = { name: fileName(path), sha256: await sha256Hex(bytes) };
  const options = isOurs ? read : { ...read, sources: { trace: source } };
  const outputs = requestedOutputs(options);
  // A trace of Lloyd is made again as it was; one of another program would lose what only that knows.
  await requireWritable(outputs, options, isOurs ? [] : [path]);
  const { made, data } = recorded(trace, options, isOurs);
  await writeArtifacts(outputs, made, data, options, new Progress(!options.quiet));
}
