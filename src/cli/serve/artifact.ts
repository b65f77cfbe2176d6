import { DataError } from "../../data/data_error.ts";
import { readTable } from "../../data/read/read_table.ts";
import type { Table } from "../../data/read/table.ts";
import { framesOf } from "../../film/scene/film.ts";
import { FORMATS } from "../../formats/formats.ts";
import { LIMITS } from "../../page/limits.ts";
import { recording, type Trace } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import { type Data, dataOf, requireDistinct, requireFitting, tableData } from "../input/data.ts";
import { sha256Hex } from "../../bytes/sha256.ts";
import { textOptionsOf } from "../options/text_options.ts";
import { subjectOf } from "../output/source.ts";
import { stillAt } from "../output/still.ts";
import { Progress } from "../progress.ts";
import { filmFrames, videoFrames } from "../runs/cost.ts";
import type { Made } from "../runs/made.ts";
import { optionOfRun, readTrace, recorded } from "../runs/recorded.ts";
import { aboutOf, madeOf, runOptionsOf } from "../runs/run.ts";
import { type Asked, requireWithin } from "./query.ts";
import { TimeSlice } from "./time_slice.ts";

/** The formats that are served, by their endings: all but tables of rows. */
const SERVED = new Map(
  FORMATS.filter(({ holds }) => holds !== "rows").map((format) => [format.ending, format]),
);

/** The media types of the formats that are served. */
export const TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  [...SERVED.values()].map(({ ending, mime }) => [ending, mime]),
);

/** The names under which recipes refer to a table and a trace that were sent. */
const [TABLE, TRACE] = ["points.csv", "kmeans.json"];

/**
 * Makes the artifact that a request asks for.
 *
 * @param name The ending of its format.
 * @param options What the parameters ask for.
 * @param signal Aborts when the client has gone.
 * @param body What was sent with the request: a table or a trace.
 * @throws {UsageError} If it cannot be made, or would take too much.
 * @throws The signal's reason, if that aborts.
 */
export async function artifactOf(
  name: string,
  options: Asked,
  signal: AbortSignal,
  body?: Uint8Array,
): Promise<Uint8Array> {
  const format = SERVED.get(name)!;
  const slice = new TimeSlice(signal);
  const made = body && isTrace(body)
    ? await sentRun(body, options)
    : await run(await pointsOf(options, body), options, slice);
  await slice.giveWay(true);
  if (format.holds === "run") return await format.encode(subjectOf({ ...made, options }));
  requireFewMoves(made.trace!);
  requireShort(name, options, made.trace!);
  const whole = await made.film();
  await slice.giveWay(true);
  const { at, fps } = options;
  const film = at === undefined ? whole : stillAt(whole, at);
  requireFrames(framesOf(film, fps).length);
  const subject = subjectOf({ ...made, options, film: () => Promise.resolve(film) });
  return await format.encode({ ...subject, still: undefined, signal });
}

/** The points, generated or read from the table that was sent. */
async function pointsOf(options: Asked, body: Uint8Array | undefined): Promise<Data> {
  if (!body) return await dataOf(options, options.seed, false, new Progress(false));
  requireFitting({ ...options, data: TABLE });
  try {
    const table = await readTable(body, {
      format: options["input-format"],
      jsonPath: options["json-path"],
      ...textOptionsOf(options),
    });
    requireFewProducts(table, options);
    return await tableData(table, await sha256Hex(body), options);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new UsageError(`the table${error.place && `, ${error.place}`}: ${error.message}`);
  }
}

/** What a run that is too long needs. */
const SHORTER = "lower --max-iterations, --k or --n-init, or send fewer points";

/** Runs K-means, and lets other requests have their turn between steps. */
async function run(data: Data, options: Asked, slice: TimeSlice): Promise<Made> {
  const sha256 = data.table?.sha256;
  const settled = {
    ...options,
    ...(sha256 && { data: TABLE, sources: { data: { name: TABLE, sha256 } } }),
  };
  if (sha256 && data.points.rows > LIMITS.points) {
    throw new UsageError(
      `${data.points.rows} points were sent, more than ${LIMITS.points}: take a sample`,
    );
  }
  requireWithin({ ...settled, points: data.points.rows, clusters: 1 });
  requireDistinct(data, settled);
  try {
    let differences = 0;
    const onIteration = () => {
      differences += settled.k * data.points.data.length;
      if (differences > LIMITS.differences) throw new UsageError(`the run is too long: ${SHORTER}`);
    };
    const { signal } = slice;
    const how = { ...runOptionsOf(settled), onIteration, maxBytes: LIMITS.steps, signal };
    const steps = recording(data.points, how, aboutOf(data, settled));
    let next = steps.next();
    for (; !next.done; next = steps.next()) await slice.giveWay();
    const trace = next.value;
    if (trace.stopped === "memory") throw new UsageError(`its steps are too many: ${SHORTER}`);
    return madeOf(data, settled, trace);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

function isTrace(body: Uint8Array): boolean {
  return /^\s*\{\s*"format"\s*:\s*"lloyd-trace"/.test(
    new TextDecoder().decode(body.subarray(0, 200)),
  );
}

/** Reads the run that was sent. */
async function sentRun(body: Uint8Array, options: Asked): Promise<Made> {
  const astray = optionOfRun(options.given ?? []);
  if (astray) throw new UsageError(`${astray} is about a run, and one was sent: leave it out`);
  const trace = readTrace(new TextDecoder().decode(body));
  requireWithin({
    ...options,
    k: trace.steps[0].centroids.rows,
    points: trace.points.rows,
    clusters: 1,
  });
  const sources = { trace: { name: TRACE, sha256: await sha256Hex(body) } };
  return recorded(trace, { ...options, sources }, false).made;
}

/** Refuses points that would take long to lay out: the work grows with their features. */
function requireFewProducts({ rows, columns }: Table, { columns: chosen }: Asked): void {
  const features = Math.min(columns.length, chosen?.split(",").length ?? Infinity);
  if (features <= 2 || rows * features * Math.min(rows, features) <= LIMITS.products) return;
  throw new UsageError(
    `${rows} rows × ${features} columns are too many to be laid out: take a sample, or choose ` +
      "--columns",
  );
}

/** Refuses a run of so many steps that its film would take long. */
function requireFewMoves({ steps }: Trace): void {
  const iterations = steps.length - 1;
  const k = steps[0].centroids.rows;
  if (iterations <= LIMITS.iterations && k * iterations <= LIMITS.moves) return;
  throw new UsageError(
    `${iterations} iterations of ${k} centroids are too many to draw: lower --max-iterations, or ` +
      "send fewer steps",
  );
}

/** Refuses a film that would be too long, before any of it is made. */
function requireShort(format: string, options: Asked, { steps }: Trace): void {
  const { size: [width, height] } = options;
  const iterations = steps.length - 1;
  requireFrames(filmFrames(options, iterations));
  if (format !== "mp4") return;
  const frames = videoFrames(options, iterations);
  requireFrames(frames);
  if (frames * width * height > LIMITS.pixels) {
    throw new UsageError(
      `${frames} frames of ${width}x${height} are too many: lower size, fps, hold or interval`,
    );
  }
}

function requireFrames(frames: number): void {
  if (frames <= LIMITS.frames) return;
  throw new UsageError(
    `${frames} frames are more than ${LIMITS.frames}: lower --fps, --hold or --interval, or give --speed`,
  );
}
