import type { Film } from "../film/film.ts";
import type { Trace } from "../trace/trace.ts";
import { UsageError } from "./errors.ts";
import type { Options } from "./options.ts";
import { shortened } from "./parse.ts";

/** What an artifact is made from. */
export interface Subject {
  readonly trace: Trace;
  /** Makes the film; it is made once. */
  readonly film: () => Promise<Film>;
  readonly options: Options;
  readonly onProgress: (share: number) => void;
}

/** Makes the bytes of a file. */
type Encode = (subject: Subject) => Promise<Uint8Array>;

/** How each format is made; its code is loaded when it is needed. */
const FORMATS: Readonly<Record<string, Encode>> = {
  gif: async ({ trace: { recipe }, film, options: { theme, fps, loop }, onProgress }) => {
    const { filmToGif } = await import("../encode/gif.ts");
    return await filmToGif(await film(), { theme, fps, loop, recipe, onProgress });
  },
  svg: async ({ trace: { recipe }, film, options: { theme, loop } }) => {
    const { filmToSvg } = await import("../svg/film_svg.ts");
    return new TextEncoder().encode(filmToSvg(await film(), { theme, loop, recipe }));
  },
  json: async ({ trace }) => {
    const { traceToJson } = await import("../trace/trace_json.ts");
    return new TextEncoder().encode(traceToJson(trace));
  },
};

/** A file to be written, `-` for standard output, and how its bytes are made. */
export interface Output {
  readonly path: string;
  readonly encode: Encode;
}

/**
 * What the options ask to be written.
 *
 * @throws {UsageError} If it is nothing, a format is not known, or two have one place.
 */
export function outputsOf({ out, format }: Options): Output[] {
  const known = Object.keys(FORMATS).join(", ");
  if (out.length === 0) {
    throw new UsageError(`there is nothing to write: add --out anim.gif (formats: ${known})`);
  }
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`--format '${shortened(format)}' is no format: choose one of ${known}`);
  }
  const twice = out.find((path, i) => out.indexOf(path) < i);
  if (twice !== undefined) {
    throw new UsageError(
      twice === "-"
        ? "--out - is given twice: standard output takes one artifact"
        : `--out ${shortened(twice)} is given twice: give each file its own name`,
    );
  }
  return out.map((path) => {
    if (path === "-") {
      if (format === undefined) {
        throw new UsageError(`--out - needs a format: add --format, one of ${known}`);
      }
      return { path, encode: FORMATS[format] };
    }
    const ending = /\.([^./\\]+)$/.exec(path)?.[1].toLowerCase() ?? "";
    const chosen = Object.hasOwn(FORMATS, ending) ? ending : format;
    if (chosen === undefined) {
      throw new UsageError(
        `--out '${shortened(path)}' does not end in a format: choose one of ${
          known.replace(/\w+/g, ".$&")
        }, or add --format`,
      );
    }
    return { path, encode: FORMATS[chosen] };
  });
}
