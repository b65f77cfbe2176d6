import { UsageError } from "../errors.ts";
import type { Options } from "../options/table.ts";
import { requestedOutputs, requireWritable } from "../output/output.ts";
import { writeArtifacts } from "../output/write_artifacts.ts";
import { Progress } from "../progress.ts";
import { isRandom, prepare } from "../runs/prepare.ts";

/**
 * Runs K-means and makes the artifacts that are asked for.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function make(options: Options): Promise<void> {
  const outputs = requestedOutputs(options);
  if (options.check && options.seed === undefined && isRandom(options)) {
    throw new UsageError("--check needs --seed: without it every run is another");
  }
  const { data, centroids } = options;
  await requireWritable(outputs, options, [data, centroids].filter((path) => path !== undefined));
  const progress = new Progress(!options.quiet);
  const keepRows = outputs.some(({ format }) => format.holds === "rows");
  const { made, data: read, settled } = await prepare(options, keepRows, progress);
  await writeArtifacts(outputs, made, read, settled, progress);
}
