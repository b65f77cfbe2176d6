import type { NamedRows } from "../../data/write/rows.ts";
import type { EncodeOptions, MovingFormat } from "../../encode/encode_film.ts";
import type { Film } from "../../film/scene/film.ts";
import type { Recipe, Trace } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import type { Options } from "../options/table.ts";
import { shortened } from "../options/parse.ts";

/** What was made of the data, for artifacts to be made from. */
export interface Made {
  /** What it is, for people. */
  readonly about: { readonly title: string; readonly description: string };
  readonly recipe: Recipe;
  /** The run; of a choice of k there is none. */
  readonly trace: Trace | undefined;
  /** Makes the film, of another size than the options ask for where one is given. */
  readonly film: (size?: Options["size"]) => Promise<Film>;
  /** The rows as they came, with their cluster; of a choice of k, what each comes to. */
  readonly rows: () => NamedRows;
}

/** What an artifact is made from. */
export interface Subject extends Omit<Made, "about"> {
  readonly options: Options;
  readonly onProgress: (share: number) => void;
}

/** Makes the bytes of a file. */
type Encode = (subject: Subject) => Promise<Uint8Array>;

/** Makes the bytes of a file of rows. */
type EncodeRows = (rows: NamedRows) => Promise<Uint8Array>;

/** How each format of rows is made. */
const ROW_FORMATS: Readonly<Record<string, EncodeRows>> = {
  "csv": async (rows) => (await import("../../data/write/rows.ts")).rowsToDelimited(rows, ","),
  "tsv": async (rows) => (await import("../../data/write/rows.ts")).rowsToDelimited(rows, "\t"),
  "ndjson": async (rows) => (await import("../../data/write/rows.ts")).rowsToNdjson(rows),
  "parquet": async (rows) => (await import("../../data/write/parquet.ts")).rowsToParquet(rows),
  "rows.json": async (rows) => (await import("../../data/write/rows.ts")).rowsToJson(rows),
};

/** The formats that are drawn frame by frame. */
const MOVING: readonly string[] = ["gif", "mp4", "apng"] satisfies MovingFormat[];

/** Draws the moment that is asked for. */
const stillAt = async (film: Subject["film"], at: NonNullable<Options["at"]>) =>
  (await import("./still.ts")).stillAt(await film(), at);

/** How each format is made; its code is loaded when it is needed. */
const FORMATS: Readonly<Record<string, Encode>> = {
  gif: moving("gif"),
  svg: async ({ recipe, film, options: { theme, loop, at, transparent } }) => {
    const { filmToSvg } = await import("../../svg/film_svg.ts");
    const shown = at === undefined ? await film() : await stillAt(film, at);
    return new TextEncoder().encode(filmToSvg(shown, { theme, loop, transparent, recipe }));
  },
  html: async ({ recipe, film, options: { theme, loop } }) => {
    const { filmToHtml } = await import("../../encode/html.ts");
    return new TextEncoder().encode(await filmToHtml(await film(), { theme, loop, recipe }));
  },
  mp4: moving("mp4"),
  apng: moving("apng"),
  png: async ({ recipe, film, options: { theme, at, transparent } }) => {
    const { filmToPng } = await import("../../encode/png.ts");
    const shown = at === undefined ? await film() : await stillAt(film, at);
    return await filmToPng(shown, { theme, transparent, recipe });
  },
  json: async ({ trace }) => {
    const { traceToJson } = await import("../../trace/trace_json.ts");
    return new TextEncoder().encode(traceToJson(trace!));
  },
  ...Object.fromEntries(
    Object.entries(ROW_FORMATS).map(([name, make]): [string, Encode] => [
      name,
      ({ rows }) => make(rows()),
    ]),
  ),
};

/** How the options ask films to be encoded. */
export function encodeOptionsOf(options: Options): EncodeOptions {
  const { theme, fps, loop, colors, quality } = options;
  return { theme, fps, loop, colors, quality };
}

/** Makes a format that is drawn frame by frame. */
function moving(format: MovingFormat): Encode {
  return async ({ recipe, film, options, onProgress }) => {
    const { encodeFilm } = await import("../../encode/encode_film.ts");
    const files = await encodeFilm(await film(), [format], {
      ...encodeOptionsOf(options),
      recipe,
      onProgress,
    });
    return files[format];
  };
}

/** A file to be written, `-` for standard output, and how its bytes are made. */
export interface Output {
  readonly path: string;
  readonly format: string;
  /** Whether it is drawn in the dark theme, whatever the theme is. */
  readonly isDark: boolean;
  /** Whether it is drawn frame by frame, which can be done once for several files. */
  readonly moves: boolean;
  readonly encode: Encode;
  /** What it holds. */
  readonly holds: "picture" | "run" | "rows";
}

/**
 * What the options ask to be written.
 *
 * @throws {UsageError} If it is nothing, a format is not known, or two have one place.
 */
export function outputsOf(options: Options): Output[] {
  const { format, "centroids-out": centroids, "dark-out": dark } = options;
  const out = [...options.out, ...dark];
  const known = Object.keys(FORMATS).join(", ");
  if (out.length === 0 && centroids === undefined) {
    throw new UsageError(`there is nothing to write: add --out anim.gif (formats: ${known})`);
  }
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`--format '${shortened(format)}' is no format: choose one of ${known}`);
  }
  const all = centroids === undefined ? out : [...out, centroids];
  const twice = all.find((path, i) => all.indexOf(path) < i);
  if (twice !== undefined) {
    throw new UsageError(
      twice === "-"
        ? "--out - is given twice: standard output takes one artifact"
        : `--out ${shortened(twice)} is given twice: give each file its own name`,
    );
  }
  return out.map((path, i) => {
    const isDark = i >= options.out.length;
    if (path === "-") {
      if (format === undefined) {
        throw new UsageError(`--out - needs a format: add --format, one of ${known}`);
      }
      return output(path, format, isDark);
    }
    const ending = endingOf(path);
    const chosen = Object.hasOwn(FORMATS, ending) ? ending : format;
    if (chosen === undefined) {
      throw new UsageError(
        `--out '${shortened(path)}' does not end in a format: choose one of ${
          known.replace(/[\w.]+/g, ".$&")
        }, or add --format`,
      );
    }
    return output(path, chosen, isDark);
  });
}

/**
 * How the file of centroids is made that the options ask for.
 *
 * @throws {UsageError} If its ending names no format.
 */
export function centroidsOutputOf(path: string): EncodeRows {
  const ending = endingOf(path);
  if (ending === "json") return ROW_FORMATS["rows.json"];
  if (Object.hasOwn(ROW_FORMATS, ending)) return ROW_FORMATS[ending];
  throw new UsageError(
    `--centroids-out '${
      shortened(path)
    }' does not end in a format: choose one of .csv, .tsv, .ndjson, .parquet, .json`,
  );
}

function output(path: string, format: string, isDark: boolean): Output {
  const isRows = Object.hasOwn(ROW_FORMATS, format);
  const holds = isRows ? "rows" : format === "json" ? "run" : "picture";
  if (isDark && holds !== "picture") {
    throw new UsageError(`--dark-out ${shortened(path)}: a ${format} has no theme: use --out`);
  }
  return {
    path,
    format,
    isDark,
    moves: MOVING.includes(format),
    encode: FORMATS[format],
    holds,
  };
}

function endingOf(path: string): string {
  return /\.(rows\.json|[^./\\]+)$/i.exec(path)?.[1].toLowerCase() ?? "";
}
