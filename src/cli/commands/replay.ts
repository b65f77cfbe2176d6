import { readRecipe } from "../../encode/read_recipe.ts";
import { describe } from "../../film/run/description.ts";
import { scalingOf } from "../../data/features/scaling.ts";
import { parseTrace } from "../../trace/parse_trace.ts";
import type { Recipe, Trace } from "../../trace/trace.ts";
import { deliver } from "../output/write_artifacts.ts";
import { UsageError } from "../errors.ts";
import { helpText } from "../options/help.ts";
import { make } from "./make.ts";
import type { Option } from "../options/option.ts";
import {
  type OptionName,
  OPTIONS,
  type Options,
  type Source,
  type Sources,
} from "../options/table.ts";
import { requestedOutputs } from "../output/outputs.ts";
import { type Call, parseCall, shortened } from "../options/parse.ts";
import { Progress } from "../output/progress.ts";
import { fileName, nameOf, readBytes } from "../input/read.ts";
import { filmOf, ofPicture, recipeOf } from "../runs/run.ts";
import { sha256Of } from "../input/sha256.ts";
import { clusteredRows } from "../output/rows.ts";
import { VERSION } from "../../version.ts";
import { writeStandardOutput } from "../output/write.ts";

type Given = Call<typeof OPTIONS>;

/**
 * Makes artifacts again: from the recipe that one carries, or from a trace.
 *
 * @param args The arguments: an artifact or a trace, the data where the recipe needs them, options.
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
  const text = bytes[0] === 0x47 ? "" : textOf(bytes);
  if (text && isTrace(text)) await replayTrace(path, bytes, text, call);
  else await replayRecipe(path, bytes, data, call);
  return 0;
}

/** Runs K-means again as a recipe says. */
async function replayRecipe(
  path: string,
  bytes: Uint8Array,
  data: string | undefined,
  call: Given,
): Promise<void> {
  const recipe = readRecipe(bytes);
  if (!recipe) {
    throw new UsageError(
      `${nameOf(path)} carries no recipe: it was not made by Lloyd, or an optimiser took it out`,
    );
  }
  const options = await optionsOf(path, recipe, call);
  const { sources } = options;
  if (sources?.trace) {
    const file = data ?? beside(path, sources.trace);
    const traceBytes = await needed(path, file, sources.trace);
    return await replayTrace(file, traceBytes, textOf(traceBytes), call, recipe);
  }
  const found: { -readonly [S in "data" | "centroids"]?: string } = {};
  if (sources?.data) {
    found.data = data ?? beside(path, sources.data);
    await requireThere(path, found.data, sources.data);
  } else if (data !== undefined) {
    throw new UsageError(`${nameOf(path)} was made from generated data: leave ${nameOf(data)} out`);
  }
  if (sources?.centroids) {
    found.centroids = call.values.centroids ?? beside(path, sources.centroids);
    await requireThere(path, found.centroids, sources.centroids);
  }
  await make({ ...options, ...found });
}

/** Draws a trace, also one that another program wrote. */
async function replayTrace(
  path: string,
  bytes: Uint8Array,
  text: string,
  call: Given,
  recipe?: Recipe,
): Promise<void> {
  const astray = [...call.given].find((name) =>
    ["Data", "Run", "Generated data"].includes((OPTIONS[name] as Option).group)
  );
  if (astray) {
    throw new UsageError(`--${astray} is about a run, and ${nameOf(path)} is one: leave it out`);
  }
  const trace = traceOf(path, text);
  // What names its trace does not say how that was made.
  const isOurs = !recipe && typeof trace.recipe.lloyd === "string";
  const ownRecipe = recipe ?? (isOurs ? trace.recipe : {});
  const read = await optionsOf(path, ownRecipe, call);
  const source = { name: fileName(path), sha256: await sha256Of(bytes) };
  const options: Options = isOurs ? read : { ...read, sources: { trace: source } };
  const outputs = requestedOutputs(options);
  const { features: names, points, projection } = trace;
  const features = {
    names: names.length > 0 ? names : Array.from({ length: points.columns }, (_, i) => `${i + 1}`),
    points,
  };
  const laid = { features, points, scaling: scalingOf(points, "none"), projection, notes: [] };
  const made = {
    about: describe(trace),
    recipe: isOurs ? recipeOf(options) : ofPicture(recipeOf(options)),
    trace,
    film: (size = options.size) => filmOf(trace, { ...options, size }),
    rows: () => clusteredRows(laid, trace),
  };
  await deliver(outputs, made, laid, options, new Progress(!options.quiet));
}

function traceOf(path: string, text: string): Trace {
  try {
    return parseTrace(text);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new UsageError(`${nameOf(path)}: ${error.message}`);
  }
}

/** What a recipe asks for, and the command beside it, which has the last word. */
async function optionsOf(path: string, recipe: Recipe, call: Given): Promise<Options> {
  const { lloyd, data, centroids, trace, sha256, ...shaping } = recipe;
  if (lloyd !== undefined && lloyd !== VERSION && !call.values.quiet) {
    console.error(
      `warning: ${nameOf(path)} was made by version ${
        shortened(String(lloyd))
      }, this is ${VERSION}: the bytes may differ`,
    );
  }
  const place = `${nameOf(path)}: its recipe`;
  const silent = Object.keys(shaping).find((name) =>
    !Object.hasOwn(OPTIONS, name) ||
    ["Output", "Help"].includes((OPTIONS as Record<string, Option>)[name].group)
  );
  if (silent !== undefined) {
    throw new UsageError(`${place} has '${shortened(silent)}', which no recipe has: see --help`);
  }
  let read: Given;
  try {
    read = await parseCall(Object.entries(shaping).map(argument), OPTIONS);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${place}: ${error.message}`);
  }
  const said = Object.fromEntries([...call.given].map((name) => [name, call.values[name]]));
  const sources = sourcesOf(place, { data, centroids, trace }, sha256);
  return {
    ...read.values,
    ...said,
    ...(sources.data && { data: sources.data.name }),
    sources,
    given: new Set([...read.given, ...call.given]),
  } as Options;
}

/** An option of a recipe as an argument. */
function argument([name, value]: [string, unknown]): string {
  return value === true ? `--${name}` : `--${name}=${textOfValue(name as OptionName, value)}`;
}

function textOfValue(name: OptionName, value: unknown): string {
  const parts = Object(value) as { iteration?: unknown; what?: unknown; values?: unknown };
  switch (name) {
    case "size":
      return String(value).replace(",", "x");
    case "elbow":
      return String(value).replace(",", "..");
    case "interval":
    case "hold":
      return `${value}ms`;
    case "at":
      return typeof value === "number" ? `${value}ms` : `iteration=${parts.iteration}`;
    case "compare":
      return `${parts.what}=${parts.values}`;
    default:
      return String(value);
  }
}

/** The files that a recipe names. */
function sourcesOf(place: string, names: Recipe, hashes: unknown): Sources {
  const entries = Object.entries(names).filter(([, name]) => name !== undefined);
  return Object.fromEntries(entries.map(([from, name]) => {
    const sha256 = Object(hashes)[from];
    if (typeof name !== "string" || /[/\\]/.test(name) || !/^[0-9a-f]{64}$/.test(sha256)) {
      throw new UsageError(
        `${place} names ${from} '${shortened(String(name))}' without a SHA-256: it is damaged`,
      );
    }
    return [from, { name, sha256 }];
  }));
}

/** Where a file is expected that lies in the folder of another. */
function beside(path: string, { name }: Source): string {
  return path.slice(0, path.length - fileName(path).length) + name;
}

/** The bytes of a file that a recipe names. */
async function needed(
  path: string,
  file: string,
  source: Source,
): Promise<Uint8Array> {
  await requireThere(path, file, source);
  const bytes = await readBytes(file);
  if (await sha256Of(bytes) === source.sha256) return bytes;
  throw new UsageError(
    `${nameOf(file)} is not the ${source.name} that ${
      nameOf(path)
    } was made from: name the right one`,
  );
}

/**
 * Checks that a file is where it is expected.
 *
 * @throws {UsageError} If it is not; the message says which file is needed.
 */
async function requireThere(path: string, file: string, { name, sha256 }: Source): Promise<void> {
  if (file === "-") return;
  try {
    await Deno.stat(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) return;
    throw new UsageError(
      `${
        nameOf(path)
      } was made from ${name} (SHA-256 ${sha256}): put it beside, or name it, as in replay ${
        nameOf(path)
      } folder/${name}`,
    );
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Whether a text is a trace, or wants to be one. */
function isTrace(text: string): boolean {
  return /^\s*[{[]/.test(text);
}
