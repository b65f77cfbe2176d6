import type { Beat } from "../scene/beats.ts";
import type { MovingMark, Point } from "../scene/mark.ts";
import type { Story } from "../run/story.ts";
import { TextReel, textWidth } from "../scene/text.ts";
import { Timeline } from "../scene/track.ts";

/**
 * How far apart texts of a reel stand, in pixels: more than the height of the largest picture,
 * 8192.
 */
const FAR = 10_000;
/** How many texts a reel has at most: farther than 400,000 pixels away, renderers round places. */
const ROWS = 40;

/** What the caption says in each beat, in parts, each of which changes on its own. */
export type Caption = readonly (readonly string[])[];

/**
 * The caption: `iteration 7 · assign · 3 changed`; in the last beat how the run ended.
 *
 * @param story What happened.
 * @param beats The beats of the film.
 * @param hasNotes Whether it says what is worth noting in a beat, such as `3 changed`.
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

/** The width of a caption in that beat in which it is widest, in pixels. */
export function captionWidth(caption: Caption, size: number): number {
  return caption.reduce((most, parts) => Math.max(most, textWidth(parts.join(" "), size)), 0);
}

/**
 * The marks of a caption. The texts of each part stand on a reel far below each other, which is
 * moved so that the text of the beat is in the picture; long reels are cut into several.
 *
 * @param beats The beats of the film.
 * @param caption What it says in each of them.
 * @param x The left end of the text, in pixels.
 * @param baseline The line on which it stands, in pixels.
 * @param size The size of the text, in pixels.
 */
export function captionMarks(
  beats: readonly Beat[],
  caption: Caption,
  x: number,
  baseline: number,
  size: number,
): MovingMark[] {
  const columns = caption.reduce((most, parts) => Math.max(most, parts.length), 0);
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
