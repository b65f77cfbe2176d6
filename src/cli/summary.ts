import { describe } from "../film/description.ts";
import type { Film } from "../film/film.ts";
import type { Trace } from "../trace/trace.ts";

/** What was done, for people: the run and its seed, the files, a line to paste into a README. */
export function summary(
  trace: Trace,
  film: Film | undefined,
  artifacts: readonly { path: string; bytes: Uint8Array }[],
): string {
  const { title, description } = film ?? describe(trace);
  const files = artifacts.filter(({ path }) => path !== "-");
  const picture = files.find(({ path }) => /\.(gif|svg)$/i.test(path));
  return [
    description,
    ...files.map(({ path, bytes }) => `${path}: ${sizeText(bytes.length)}`),
    ...(film ? [`${film.width}×${film.height} pixels, ${film.duration / 1000} s`] : []),
    ...(picture ? [`To embed it: ![${title}](${encodeURI(picture.path)})`] : []),
  ].join("\n");
}

function sizeText(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${Number(size.toPrecision(3))} ${unit}`;
}
