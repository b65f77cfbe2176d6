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
    const rowOf = new Map(contents.map((content, row) => [content, row]));
    const rows = caption.map((parts) => rowOf.get(parts[column]) ?? -1);
    const placeIn = (reel: number, beat: number): Point => {
      if (Math.floor(rows[beat] / ROWS) !== reel) return [0, FAR];
      const before = caption[beat].slice(0, column).map((part) => `${part} `).join("");
      return [x + textWidth(before, size), baseline - rows[beat] % ROWS * FAR];
    };
    const reels = Array.from(
      { length: Math.ceil(contents.length / ROWS) },
      (_, reel) => new Timeline(placeIn(reel, 0)),
    );
    beats.forEach(({ start }, beat) => {
      // The other reels stay where they are: far from the picture.
      const moved = [rows[Math.max(0, beat - 1)], rows[beat]].map((row) => Math.floor(row / ROWS));
      for (const reel of new Set(moved)) reels[reel]?.jump(start, placeIn(reel, beat));
    });
    return reels.map((translate, reel) => ({
      // What is told of a beat, after the number of its iteration.
      name: column < 2 ? "caption" : "caption-note",
      fill: "ink" as const,
      geometry: new TextReel(contents.slice(reel * ROWS, (reel + 1) * ROWS), size, FAR),
      translate: translate.done(),
    }));
  }).flat();
}
