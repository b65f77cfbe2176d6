import { BEAT_NAMES } from "../../film/scene/beats.ts";
import type { Film } from "../../film/scene/film.ts";

const KEYS = "space pause · ← → step · q quit";

/**
 * The line below a film: what happens, and which keys there are.
 *
 * @param film The film.
 * @param time The moment that is shown, in milliseconds.
 * @param isPaused Whether it stands still.
 * @param room How many characters there is room for; of more, the least important parts are left out.
 */
export function statusLine(
  { beats, figures, duration }: Pick<Film, "beats" | "figures" | "duration">,
  time: number,
  isPaused: boolean,
  room: number,
): string {
  const beat = beats.find(({ end }) => time < end) ?? beats[beats.length - 1];
  const { iteration, kind } = beat;
  const figure = figures?.[kind === "assign" ? iteration - 1 : iteration];
  const where = [`iteration ${iteration}`, BEAT_NAMES[kind]];
  const inertia = figure ? [`inertia ${Number(figure.inertia.toPrecision(4))}`] : [];
  const clock = [`${(time / 1000).toFixed(1)}/${(duration / 1000).toFixed(1)} s`];
  const keys = isPaused ? KEYS.replace("pause", "play") : KEYS;
  const few = keys.replace(/ (step|quit)/g, "");
  const lines = [
    [...where, ...inertia, ...clock, keys],
    [...where, ...inertia, ...clock, few],
    [...where, ...clock, few],
    [...where, few],
    [where[0], few],
    [...where, "q quit"],
    [where[0], "q quit"],
  ].map((parts) => parts.join(" · "));
  return lines.find((line) => line.length <= room) ?? where[0].slice(0, Math.max(0, room));
}
