import { encodeFilm } from "../../encode/many.ts";
import { filmToHtml } from "../../encode/html.ts";
import { filmToPng } from "../../encode/png.ts";
import { framesOf } from "../../film/film.ts";
import { filmToSvg } from "../../svg/film_svg.ts";
import { traceToJson } from "../../trace/trace_json.ts";
import { UsageError } from "../errors.ts";
import { encodeOptionsOf } from "../formats.ts";
import { prepare } from "../make.ts";
import type { Options } from "../options.ts";
import { Progress } from "../progress.ts";
import { stillAt } from "../still.ts";
import { LIMITS } from "./query.ts";

/** The formats that are served, and what they are. */
export const TYPES = {
  svg: "image/svg+xml",
  gif: "image/gif",
  apng: "image/apng",
  png: "image/png",
  mp4: "video/mp4",
  html: "text/html; charset=utf-8",
  json: "application/json",
} as const;

/** A format that is served. */
export type ServedFormat = keyof typeof TYPES;

/**
 * Makes what a request asks for.
 *
 * @throws {UsageError} If it cannot be made, or is too much.
 * @throws The signal's reason, if it aborts.
 */
export async function artifactOf(
  format: ServedFormat,
  options: Options & { seed: number },
  signal: AbortSignal,
): Promise<Uint8Array | string> {
  const { made: { trace, recipe, film: make } } = await prepare(
    options,
    false,
    new Progress(false),
  );
  if (format === "json") return traceToJson(trace!);
  const whole = await make();
  const { theme, loop, at, fps } = options;
  const film = at === undefined ? whole : stillAt(whole, at);
  const frames = framesOf(film, fps).length;
  if (frames > LIMITS.frames) {
    throw new UsageError(
      `${frames} frames are more than ${LIMITS.frames}: lower --fps or --interval, or give --speed`,
    );
  }
  switch (format) {
    case "svg":
      return filmToSvg(film, { theme, loop, recipe });
    case "html":
      return await filmToHtml(film, { theme, loop, recipe });
    case "png":
      return await filmToPng(film, { theme, recipe });
    default:
      return (await encodeFilm(film, [format], { ...encodeOptionsOf(options), recipe, signal }))[
        format
      ];
  }
}
