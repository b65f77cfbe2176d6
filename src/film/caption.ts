import type { Beat } from "./beats.ts";
import type { MovingMark, Point } from "./mark.ts";
import { textOutline, textWidth } from "./text.ts";
import { Timeline } from "./track.ts";

/** What the caption says about the end. */
export function ending(iterations: number, converged: boolean): string {
  const count = `${iterations} iteration${iterations === 1 ? "" : "s"}`;
  return converged ? `converged after ${count}` : `stopped after ${count}`;
}

/**
 * The caption, `iteration 7 · assign · 3 changed`: one mark for the word, one for each number and each kind of
 * beat, shown while it holds.
 *
 * @param beats The beats of the film.
 * @param changed How many points change cluster in each iteration from 1 on.
 * @param converged Whether the run converged.
 * @param x Where it begins.
 * @param baseline On what it stands.
 * @param size Of the text.
 */
export function captionMarks(
  beats: readonly Beat[],
  changed: readonly number[],
  converged: boolean,
  x: number,
  baseline: number,
  size: number,
): MovingMark[] {
  const iterations = beats[beats.length - 1].iteration;
  const word = "iteration ";
  const numberLeft = x + textWidth(word, size);
  const kindLeft = (beat: Beat) => numberLeft + textWidth(`${beat.iteration} `, size);
  const countLeft = (beat: Beat) => kindLeft(beat) + textWidth("· assign ", size);
  const counts = (beat: Beat) =>
    beat.kind === "assign" && beat.iteration > 1 && changed[beat.iteration - 1] > 0;
  const countText = (iteration: number) => `· ${changed[iteration - 1]} `;

  const text = (content: string, left: number, shown: (beat: Beat) => boolean): MovingMark => {
    const opacity = new Timeline(shown(beats[0]) ? 1 : 0);
    beats.forEach((beat) => opacity.jump(beat.start, shown(beat) ? 1 : 0));
    return {
      name: "caption",
      geometry: textOutline(content, left, baseline, size),
      fill: "ink",
      opacity: opacity.done(),
    };
  };
  const movingText = (
    content: string,
    left: (beat: Beat) => number,
    shown: (beat: Beat) => boolean,
  ): MovingMark => {
    const translate = new Timeline<Point>([left(beats.find(shown) ?? beats[0]), 0]);
    beats.filter(shown).forEach((beat) => translate.jump(beat.start, [left(beat), 0]));
    return { ...text(content, 0, shown), translate: translate.done() };
  };
  const kind = (kind: Beat["kind"]) =>
    movingText(`· ${kind}`, kindLeft, (beat) => beat.kind === kind);
  return [
    text(word, x, ({ kind }) => kind !== "hold"),
    ...Array.from(
      { length: iterations + 1 },
      (_, i) => text(String(i), numberLeft, (beat) => beat.iteration === i && beat.kind !== "hold"),
    ),
    kind("start"),
    kind("assign"),
    kind("update"),
    ...beats.filter(counts).map((beat) =>
      text(countText(beat.iteration), countLeft(beat), (at) => at === beat)
    ),
    movingText(
      "changed",
      (beat) => countLeft(beat) + textWidth(countText(beat.iteration), size),
      counts,
    ),
    text(ending(iterations, converged), x, ({ kind }) => kind === "hold"),
  ];
}
