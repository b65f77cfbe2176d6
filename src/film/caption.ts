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
 * The caption, `iteration 7 · assign · 3 points changed`: one mark for the word, one for each number and each kind of
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
  const changes = changed.flatMap((count, i) => {
    const beat = beats.find((beat) => beat.kind === "assign" && beat.iteration === i + 1);
    if (!beat || count === 0 || i === 0) return [];
    const left = kindLeft(beat) + textWidth("· assign ", size);
    const points = count === 1 ? "1 point" : `${count} points`;
    return [text(`· ${points} changed`, left, (at) => at === beat)];
  });
  const kind = (kind: Beat["kind"]): MovingMark => {
    const translate = new Timeline<Point>([kindLeft(beats[0]), 0]);
    beats.forEach((beat) => {
      if (beat.kind === kind) translate.jump(beat.start, [kindLeft(beat), 0]);
    });
    return { ...text(`· ${kind}`, 0, (beat) => beat.kind === kind), translate: translate.done() };
  };
  return [
    text(word, x, ({ kind }) => kind !== "hold"),
    ...Array.from(
      { length: iterations + 1 },
      (_, i) => text(String(i), numberLeft, (beat) => beat.iteration === i && beat.kind !== "hold"),
    ),
    kind("start"),
    kind("assign"),
    kind("update"),
    ...changes,
    text(ending(iterations, converged), x, ({ kind }) => kind === "hold"),
  ];
}
