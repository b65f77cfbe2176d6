import type { Beat } from "./beats.ts";
import { type DrawnFilm, lastScene, sceneAt } from "./film.ts";
import type { Mark } from "./mark.ts";

/** One of the two parts of an iteration. */
export type Part = "assign" | "update";

/**
 * How long before the end of a beat a picture is taken, in milliseconds: the next beat changes
 * nothing yet.
 */
const JUST_BEFORE = 1e-6;

/**
 * The marks that show an iteration or one of its parts, each from the moment at which it is true:
 *
 * - an iteration: its centroids, their cells, and the labels that these give, which a film shows in
 *   the assignment that follows, or at its end;
 * - its `assign`: the centroids and cells of the iteration before, and the labels they gave;
 * - its `update`: the centroids as they are moved, and the labels they are the means of; no cells.
 *
 * A film without assignments shows an iteration at the end of its beat.
 *
 * @returns Nothing if the film has no such part.
 */
export function stepMarks(
  film: DrawnFilm,
  iteration: number,
  part?: Part,
): readonly Mark[] | undefined {
  const { beats } = film;
  const beatOf = (kind: Beat["kind"], iteration: number) =>
    beats.find((beat) => beat.kind === kind && beat.iteration === iteration);
  const marksAt = (time: number) => sceneAt(film, time).marks;
  if (part) {
    const beat = beatOf(part, iteration);
    if (!beat || !hasAssignments(film)) return undefined;
    if (part === "assign") return marksAt(beat.end - JUST_BEFORE);
    const [moved, during] = [marksAt(beat.end), marksAt(beat.end - JUST_BEFORE)];
    return moved.flatMap((mark, i) =>
      mark.name === "cells" ? [] : isCaption(mark) ? during[i] : mark
    );
  }
  const own = beats.filter((beat) => beat.iteration === iteration);
  const beat = own.findLast(({ kind }) => kind === "start" || kind === "update") ?? own[0];
  if (!beat) return undefined;
  const during = marksAt(beat.end - JUST_BEFORE);
  if (!hasAssignments(film)) return during;
  const next = beatOf("assign", iteration + 1);
  const { marks } = next ? sceneAt(film, next.end - JUST_BEFORE) : lastScene(film);
  return marks.flatMap((mark, i) =>
    mark.name === "caption-note" ? [] : isCaption(mark) ? during[i] : mark
  );
}

function hasAssignments({ beats }: DrawnFilm): boolean {
  return beats.some(({ kind }) => kind === "assign");
}

function isCaption({ name }: Mark): boolean {
  return name.startsWith("caption");
}
