import type { Trace } from "../../trace/trace.ts";
import { drawn, type Film } from "../../film/scene/film.ts";
import { type Artifact, nameOf } from "./artifact.ts";
import { artifactsOf } from "./artifacts.ts";
import type { Data } from "../input/data.ts";
import { SystemError } from "../errors.ts";
import { writeFile } from "../files/write_file.ts";
import type { Made } from "../runs/made.ts";
import { type Output, requireWritable } from "./output.ts";
import type { Options } from "../options/table.ts";
import type { Progress } from "../progress.ts";
import { readBytes } from "../input/read.ts";
import { weighFilms } from "../runs/cost.ts";
import { warningsOfLoss } from "./places.ts";
import { sideArtifacts, sideFilesOf } from "./side_files.ts";
import { withSteps } from "./step_outputs.ts";
import { sizeText } from "./size_text.ts";
import { agreement, summary } from "./summary.ts";
import { tell } from "../tell.ts";
import { writeStandardOutput } from "./write.ts";

/**
 * Makes the artifacts that are asked for, writes them, and reports it. All are made before any is
 * written.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function writeArtifacts(
  asked: readonly Output[],
  { about, ...made }: Made,
  data: Data,
  options: Options,
  progress: Progress,
): Promise<void> {
  const outputs = withSteps(asked, made.iterations);
  if (outputs.length > asked.length) await requireWritable(outputs, options, []);
  weighFilms(options, made.iterations, made.k, outputs.map(({ format }) => format));
  let film: Promise<Film> | undefined;
  const filmOf = (size?: Options["size"]) => size ? made.film(size) : film ??= made.film();
  const artifacts = await artifactsOf(outputs, { ...made, film: filmOf, options }, progress);
  const { trace } = made;
  const sideFiles = sideFilesOf(options);
  if (sideFiles.length > 0 && trace) {
    artifacts.push(...await sideArtifacts(sideFiles, data, trace));
  }
  progress.end();
  if (options.check) return await check(artifacts, options.quiet);
  if (!options.quiet) {
    for (const line of await warningsOfLoss(artifacts.map(({ path }) => path))) tell(line);
  }
  for (const { path, bytes } of artifacts) {
    if (path === "-") await writeStandardOutput(bytes);
    else await writeFile(path, bytes);
  }
  if (options.embed) {
    const { embedding } = await import("./embed.ts");
    const text = embedding(about.description, await film, artifacts, options["dark-out"]);
    await writeStandardOutput(new TextEncoder().encode(text));
  }
  if (options.quiet) return;
  tell(
    ...await missingLettersIn(await film, outputs),
    ...summary(about, await film, artifacts, !options.embed),
    ...(trace ? agreement(data, trace) : []),
    ...(trace && options.verbose ? await clustersTold(data, trace) : []),
  );
}

/** Compares files with what would be written to them. */
async function check(artifacts: readonly Artifact[], quiet: boolean): Promise<void> {
  for (const { path, bytes } of artifacts) {
    const there = await readBytes(path);
    if (there.length === bytes.length && there.every((byte, i) => byte === bytes[i])) continue;
    throw new SystemError(
      `${nameOf(path)} is stale: it has ${sizeText(there.length)}, and would be written anew with ${
        sizeText(bytes.length)
      }: make it again without --check`,
    );
  }
  if (quiet) return;
  tell(`up to date: ${artifacts.map(({ path }) => nameOf(path)).join(", ")}`);
}

async function clustersTold(data: Data, trace: Trace): Promise<string[]> {
  const { clusterLines, clusterRows } = await import("../runs/cluster_rows.ts");
  return clusterLines(clusterRows(data, trace));
}

/** A warning if pixels show boxes instead of letters. */
async function missingLettersIn(
  film: Film | undefined,
  outputs: readonly Output[],
): Promise<string[]> {
  const pixels = outputs.find(({ format }) => format.isPixels);
  if (!film || !pixels) return [];
  const { missingLetters } = await import("../../film/scene/text.ts");
  const letters = missingLetters(drawn(film).marks);
  if (letters.length === 0) return [];
  const some = letters.slice(0, 8).join(" ") + (letters.length > 8 ? " …" : "");
  return [
    `warning: the typeface has no ${some}: boxes in a ${pixels.format.ending}, letters in an svg`,
  ];
}
