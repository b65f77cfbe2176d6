import type { Beat } from "../scene/beats.ts";
import type { MovingMark, Point } from "../scene/mark.ts";
import type { Story } from "../run/story.ts";
import { TextReel, textWidth } from "../scene/text.ts";
import { Timeline } from "../scene/track.ts";

/** Out of every picture, in pixels. */
const FAR = 10_000;
/** How many texts a reel has at most: farther away, places would be rounded. */
const ROWS = 40;

/** What the caption says in each beat, in parts that change on their own. */
export type Caption = readonly (readonly string[])[];

/**
 * The caption: `iteration 7 · assign · 3 changed`, and what the end was.
 *
 * @param story What happened.
 * @param beats The beats of the film.
 * @param hasNotes Whether more is told than what each beat is.
 */
export function captionOf(story: Story, beats: readonly Beat[], hasNotes: boolean): Caption {
  const start = story.isPickedByDistance ? String(story.trace.recipe.init) : "start";
  return beats.map((beat) => {
    const { kind, iteration } = beat;
    if (kind === "hold") return [story.endingAfter(iteration)];
    return [
      "iteration",
      String(iteration),
      `· ${kind === "start" ? start : kind}`,
      ...(hasNotes ? story.notes(beat) : []),
    ];
  });
}

/** How wide a caption is at its widest, in pixels. */
export function captionWidth(caption: Caption, size: number): number {
  return Math.max(...caption.map((parts) => textWidth(parts.join(" "), size)));
}

/**
 * The marks of a caption, one for each of its parts.
 *
 * @param beats The beats of the film.
 * @param caption What it says in each of them.
 * @param x Where it begins.
 * @param baseline On what it stands.
 * @param size Of the text.
 */
export function captionMarks(
  beats: readonly Beat[],
  caption: Caption,
  x: number,
  baseline: number,
  size: number,
): MovingMark[] {
  const columns = Math.max(...caption.map((parts) => parts.length));
  return Array.from({ length: columns }, (_, column) => {
    const contents = [...new Set(caption.flatMap((parts) => parts[column] ?? []))];
    return Array.from({ length: Math.ceil(contents.length / ROWS) }, (_, i) => {
      const rows = contents.slice(i * ROWS, (i + 1) * ROWS);
      const places = caption.map((parts): Point => {
        const row = rows.indexOf(parts[column]);
        const before = parts.slice(0, column).map((part) => `${part} `).join("");
        return row < 0 ? [0, FAR] : [x + textWidth(before, size), baseline - row * FAR];
      });
      const translate = new Timeline(places[0]);
      beats.forEach(({ start }, beat) => translate.jump(start, places[beat]));
      const geometry = new TextReel(rows, size, FAR);
      return { name: "caption", fill: "ink" as const, geometry, translate: translate.done() };
    });
  }).flat();
}
