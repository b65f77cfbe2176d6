import { quotable } from "../../data/data_error.ts";
import { distinctRows } from "../../data/features/distinct.ts";
import type { Features } from "../../data/features/features.ts";
import { acrossMeridian, coordinatesIn } from "../../data/features/geography.ts";
import { type Layout, layOut } from "../../data/features/layout.ts";
import type { Scaling } from "../../data/features/scaling.ts";
import { makeShape } from "../../data/generate/make_shape.ts";
import { requireLengths } from "../../data/features/unit_length.ts";
import type { Table } from "../../data/read/table.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import type { Projection } from "../../trace/projection.ts";
import { UsageError } from "../errors.ts";
import type { Option } from "../options/option.ts";
import { type OptionName, OPTIONS, type Options } from "../options/table.ts";
import { textOptionsOf } from "../options/text_options.ts";
import type { Progress } from "../progress.ts";
import { inFile, nameOf, readFile } from "./read.ts";

/** The points of a run, and where they come from. */
export interface Data {
  /** The table they were read from; `undefined` if they are generated. */
  readonly table?:
    & { readonly sha256: string }
    & Pick<
      Table,
      "cells" | "columns" | "lines" | "named" | "parquet" | "records" | "typed"
    >
    & Partial<Pick<Table, "numbers">>;
  /** The points in their own units. */
  readonly features: Omit<Features, "notes">;
  /** How they were scaled for the clustering. */
  readonly scaling: Scaling;
  /** The points as they are clustered. */
  readonly points: Matrix;
  /** How they are laid out in the plane. Default: one or two features as they are. */
  readonly projection?: Projection;
  /** What the user should know about them: columns and rows left out. */
  readonly notes: readonly string[];
}

/**
 * Reads or generates the points of a run.
 *
 * @param options The options.
 * @param seed The seed of what is generated.
 * @param keepRows Whether the rows are kept as they were read, to be written again.
 * @param progress Shows how much has been read.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function dataOf(
  options: Options,
  seed: number,
  keepRows: boolean,
  progress: Progress,
): Promise<Data> {
  requireFitting(options);
  const { data: path } = options;
  if (path === undefined) {
    const points = generated(options, seed);
    const features = { names: ["x", "y"], points };
    if (options.scale === "unit") {
      await inFile("generated data", () => Promise.resolve(requireLengths(points)));
    }
    return { features, notes: [], ...await laidOut(options, features, false) };
  }
  const { header, "no-header": noHeader, label } = options;
  if (header && noHeader) throw new UsageError("--header and --no-header contradict each other");
  const { table, sha256 } = await readFile(path, {
    format: options["input-format"],
    header: header ? true : noHeader ? false : undefined,
    jsonPath: options["json-path"],
    ...textOptionsOf(options),
    keep: keepRows || label !== undefined,
    progress,
  });
  return await inFile(path, async () => {
    const read = await tableData(table, sha256, options, keepRows);
    return { ...read, notes: read.notes.map((note) => `${nameOf(path)}: ${note}`) };
  });
}

/**
 * The points of a table.
 *
 * @param keepRows Whether its rows are to be written again.
 * @throws {DataError | UsageError} If it has none.
 */
export async function tableData(
  table: Table,
  sha256: string,
  options: Options,
  keepRows = false,
): Promise<Data> {
  const { label, columns, missing } = options;
  const { featuresOf } = await import("../../data/features/features.ts");
  const { unlikeSpread } = await import("../../data/features/unlike_spread.ts");
  const { notes, ...features } = await featuresOf(table, { columns, label, missing });
  if (options.scale === "unit") requireLengths(features.points, features.rows);
  const read = options.verbose
    ? [`read as ${table.about}: ${table.rows} rows × ${table.columns.length} columns`]
    : [];
  const isScaled = options.standardize || options.scale !== undefined;
  const unlike = isScaled ? undefined : unlikeSpread(features);
  const { cells, lines, named, parquet, records, typed } = table;
  const laid = await laidOut(options, features, table.named);
  return {
    table: {
      ...{ columns: table.columns, cells, lines, named, parquet, records, typed, sha256 },
      // Where rows are not written they would be kept for nothing.
      ...(keepRows && { numbers: table.numbers }),
    },
    features,
    notes: [
      ...read,
      ...table.notes ?? [],
      ...notes,
      ...(unlike ? [`warning: ${unlike}: consider --standardize`] : []),
      ...(table.named ? geographyNotes(features, laid) : []),
    ],
    ...laid,
  };
}

/** What to say of longitude and latitude. */
function geographyNotes(
  { names, points }: Pick<Features, "names" | "points">,
  { projection, scaling }: Layout,
): string[] {
  const coordinates = coordinatesIn(names, points);
  if (!coordinates) return [];
  const { longitude, latitude, share } = coordinates;
  const across = acrossMeridian(names, points, coordinates);
  const drawn = projection?.aspect === undefined ? [] : [
    `a degree of ${quotable(names[longitude])} is drawn ${
      share.toFixed(2)
    } times as long as one of ` +
    quotable(names[latitude]) +
    (scaling.kind === "none" ? ", but counts as much for the clusters" : ""),
  ];
  return [...drawn, ...(across ? [`warning: ${across}`] : [])];
}

/**
 * Checks that there are enough points for the clusters.
 *
 * @throws {UsageError} If there are not.
 */
export function requireDistinct({ points }: Data, options: Options): void {
  const { k, elbow, compare, data, given } = options;
  const compared = compare?.what === "k" ? compare.values as readonly number[] : undefined;
  const wanted = elbow?.[1] ?? (compared ? Math.max(...compared) : k);
  const distinct = distinctRows(points, wanted);
  if (distinct >= wanted) return;
  const where = data === undefined ? "" : `${nameOf(data)}: `;
  const asked = elbow
    ? `--elbow ${elbow.join("..")}`
    : compared
    ? `--compare k=${compared}`
    : `--k ${k}${given?.has("k") ? "" : ", the default,"}`;
  const kind = distinct < points.rows ? "distinct point" : "point";
  const there = `${distinct} ${kind}${distinct === 1 ? " there is" : "s there are"}`;
  const mend = data === undefined ? "lower it, or raise --points" : "lower it";
  throw new UsageError(`${where}${asked} is more than the ${there}: ${mend}`);
}

/**
 * Refuses options that the data make meaningless: of tables where points are generated, and the
 * other way round.
 *
 * @throws {UsageError} If one is given.
 */
export function requireFitting({ data, given }: Options): void {
  const astray = data === undefined ? "Data" : "Generated data";
  const option = [...given ?? []].find((name) =>
    (OPTIONS[name] as Option).group === astray &&
    !(["standardize", "scale", "x", "y"] as OptionName[]).includes(name)
  );
  if (option === undefined) return;
  throw new UsageError(
    data === undefined
      ? `--${option} is about a file: name one, as in penguins.csv --${option}`
      : `--${option} is about generated data: leave it out, or ${nameOf(data)}`,
  );
}

function generated(options: Options, seed: number): Matrix {
  const { shape, clusters, points: each, spread, bounds } = options;
  if (clusters * each > 10_000_000) {
    throw new UsageError(
      `--clusters ${clusters} times --points ${each} is more than 10,000,000 points: lower one`,
    );
  }
  return makeShape(shape ?? "blobs", { clusters, points: each, spread, bounds, seed });
}

/** The points scaled for the clustering, and the projection that draws them in their own units. */
async function laidOut(
  options: Options,
  { names, points }: Pick<Features, "names" | "points">,
  named: boolean,
): Promise<Layout> {
  const { standardize, scale } = options;
  if (standardize && scale !== undefined && scale !== "zscore") {
    throw new UsageError(`--standardize and --scale ${scale} contradict each other: give one`);
  }
  const chosen = standardize ? "zscore" : scale ?? "none";
  return layOut(points, chosen, named ? names : [], await chosenAxes(options, names));
}

/** The features that `--x` and `--y` choose. */
async function chosenAxes(
  { x, y }: Options,
  names: readonly string[],
): Promise<number[] | undefined> {
  if (x === undefined && y === undefined) return undefined;
  const { findColumn } = await import("../../data/features/find_columns.ts");
  const columns = names.map((name) => ({ name }));
  const find = async (option: string, wanted: string) => {
    try {
      return await findColumn(columns, wanted);
    } catch (error) {
      throw new UsageError(`--${option}: among the features ${(error as Error).message}`);
    }
  };
  if (x === undefined) throw new UsageError("--y needs --x: name the feature to the right too");
  if (y === undefined) {
    if (names.length === 1) return [await find("x", x)];
    throw new UsageError("--x needs --y: name the feature upwards too");
  }
  const axes = [await find("x", x), await find("y", y)];
  if (axes[0] === axes[1]) throw new UsageError("--x and --y name one feature: choose two");
  return axes;
}
