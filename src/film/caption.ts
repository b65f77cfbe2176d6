import type { Beat } from "./beats.ts";
import type { MovingMark, Point } from "./mark.ts";
import { TextReel, textWidth } from "./text.ts";
import { Timeline } from "./track.ts";

/** Out of every picture, in pixels. */
const FAR = 10_000;
/** How many texts a reel has at most: farther away, places would be rounded. */
const ROWS = 40;

/** What the caption says about the end. */
export function ending(iterations: number, converged: boolean): string {
  const count = `${iterations} iteration${iterations === 1 ? "" : "s"}`;
  return converged ? `converged after ${count}` : `stopped after ${count}`;
}

/**
 * The caption, `iteration 7 · assign · 3 changed`: a mark for each of its parts.
 *
 * @param beats The beats of the film.
 * @param changed How many points change cluster in each iteration from 1 on.
 * @param converged Whether the run converged.
 * @param start What the start is called.
 * @param x Where it begins.
 * @param baseline On what it stands.
 * @param size Of the text.
 */
export function captionMarks(
  beats: readonly Beat[],
  changed: readonly number[],
  converged: boolean,
  start: string,
  x: number,
  baseline: number,
  size: number,
): MovingMark[] {
  const numberLeft = x + textWidth("iteration ", size);
  const kindLeft = (beat: Beat) => numberLeft + textWidth(`${beat.iteration} `, size);
  const countLeft = (beat: Beat) => kindLeft(beat) + textWidth("· assign ", size);
  const counts = (beat: Beat) =>
    beat.kind === "assign" && beat.iteration > 1 && changed[beat.iteration - 1] > 0;
  const countText = ({ iteration }: Beat) => `· ${changed[iteration - 1]} `;

  /** A text for each beat, empty for none: reels are moved to where the beat's one shows. */
  const changing = (
    content: (beat: Beat) => string,
    left: (beat: Beat) => number,
  ): MovingMark[] => {
    const contents = [...new Set(beats.map(content))].filter(Boolean);
    return Array.from({ length: Math.ceil(contents.length / ROWS) }, (_, i) => {
      const rows = contents.slice(i * ROWS, (i + 1) * ROWS);
      const place = (beat: Beat): Point => {
        const row = rows.indexOf(content(beat));
        return row < 0 ? [0, FAR] : [left(beat), baseline - row * FAR];
      };
      const translate = new Timeline(place(beats[0]));
      beats.forEach((beat) => translate.jump(beat.start, place(beat)));
      const geometry = new TextReel(rows, size, FAR);
      return { name: "caption", fill: "ink", geometry, translate: translate.done() };
    });
  };
  const isHold = ({ kind }: Beat) => kind === "hold";
  const last = beats[beats.length - 1].iteration;
  return [
    ...changing((beat) => isHold(beat) ? ending(last, converged) : "iteration", () => x),
    ...changing((beat) => isHold(beat) ? "" : String(beat.iteration), () => numberLeft),
    ...changing(
      (beat) => isHold(beat) ? "" : `· ${beat.kind === "start" ? start : beat.kind}`,
      kindLeft,
    ),
    ...changing((beat) => counts(beat) ? countText(beat) : "", countLeft),
    ...changing(
      (beat) => counts(beat) ? "changed" : "",
      (beat) => countLeft(beat) + textWidth(countText(beat), size),
    ),
  ];
}
