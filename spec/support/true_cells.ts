import type { DrawnFilm, Line, Point, Segments } from "../../src/internal.ts";
import { sceneAt } from "../../src/internal.ts";

/** The lines between cells that a film draws at a time, and the centroids that it draws. */
export function drawnCells(film: DrawnFilm, time: number): { lines: Line[]; centroids: Point[] } {
  const { marks } = sceneAt(film, time);
  const mark = marks.find(({ name }) => name === "cells")!;
  const { ends } = mark.geometry as Segments;
  const lines = mark.opacity === 0 ? [] : Array.from(
    { length: ends.length / 4 },
    (_, i) => [...ends.subarray(4 * i, 4 * i + 4)] as unknown as Line,
  );
  const centroids = marks.filter(({ name, opacity }) => name === "halo" && opacity !== 0)
    .map(({ translate }) => translate!);
  return { lines, centroids };
}

/**
 * The lines between the cells of centroids, each cut by all others and by the picture: nothing is
 * spared, so that nothing is missed.
 *
 * @param metric The distance in the clustering that a unit of each axis stands for.
 */
export function trueCells(
  { view }: DrawnFilm,
  centroids: readonly Point[],
  metric: readonly [number, number] = [1, 1],
): Line[] {
  const { box: [left, top, right, bottom], x, y } = view!;
  const [sx, sy] = [
    (x.range[1] - x.range[0]) / (right - left) * metric[0],
    (y.range[1] - y.range[0]) / (bottom - top) * metric[1],
  ];
  const lines: Line[] = [];
  /** Where the distances to two centroids are equal: how far a place is beyond, as a + b x + c y. */
  const beyond = ([ux, uy]: Point, [vx, vy]: Point) => [
    (ux * ux - vx * vx) * sx * sx + (uy * uy - vy * vy) * sy * sy,
    2 * (vx - ux) * sx * sx,
    2 * (vy - uy) * sy * sy,
  ];
  for (let i = 0; i < centroids.length; i++) {
    for (let j = i + 1; j < centroids.length; j++) {
      const [a, b, c] = beyond(centroids[i], centroids[j]);
      const square = b * b + c * c;
      if (square === 0) continue;
      const [px, py] = [-a * b / square, -a * c / square];
      const [dx, dy] = [-c, b].map((value) => value / Math.sqrt(square));
      let [first, last] = [-Infinity, Infinity];
      const sides = [[left, -1, 0], [-right, 1, 0], [top, 0, -1], [-bottom, 0, 1]];
      const others = centroids.filter((_, k) => k !== i && k !== j).map((other) =>
        beyond(centroids[i], other)
      );
      for (const [a, b, c] of [...sides, ...others]) {
        const [value, slope] = [a + b * px + c * py, b * dx + c * dy];
        if (slope > 0) last = Math.min(last, -value / slope);
        else if (slope < 0) first = Math.max(first, -value / slope);
        else if (value > 0) last = -Infinity;
      }
      if (last > first) {
        lines.push([px + first * dx, py + first * dy, px + last * dx, py + last * dy]);
      }
    }
  }
  return lines;
}

/** How far apart the ends of two lines are, whichever way they go. */
export function apart([a, b, c, d]: Line, [e, f, g, h]: Line): number {
  return Math.min(
    Math.max(Math.hypot(a - e, b - f), Math.hypot(c - g, d - h)),
    Math.max(Math.hypot(a - g, b - h), Math.hypot(c - e, d - f)),
  );
}

/** What a picture of cells is worth. */
export interface Fidelity {
  /** How many corners lie within the picture. */
  readonly corners: number;
  /** The farthest that the third end of three that are to meet in a corner is from the first. */
  readonly torn: number;
  /** The farthest that an end of a line is from that of the true line, both ways. */
  readonly astray: number;
}

/** Lines shorter than this many pixels need not be there, as long as those around are closed. */
const SHORT = 1.5;

/** Measures the lines that a film draws at a time. */
export function fidelityOf(
  film: DrawnFilm,
  time: number,
  metric?: readonly [number, number],
): Fidelity {
  const { lines, centroids } = drawnCells(film, time);
  const truth = trueCells(film, centroids, metric);
  const [left, top, right, bottom] = film.view!.box;
  const ends = lines.flatMap(([a, b, c, d]) => [[a, b], [c, d]]);
  let [corners, torn, astray] = [0, 0, 0];
  ends.forEach(([x, y], i) => {
    if (Math.min(x - left, right - x, y - top, bottom - y) < 0.3) return;
    corners++;
    const [, third] = ends.flatMap(([u, v], j) =>
      j === i || j === (i ^ 1) ? [] : Math.hypot(u - x, v - y)
    ).sort((a, b) => a - b);
    torn = Math.max(torn, third);
  });
  const isLong = ([a, b, c, d]: Line) => Math.hypot(a - c, b - d) > SHORT;
  for (const [some, others] of [[lines, truth], [truth, lines]]) {
    for (const line of some.filter(isLong)) {
      astray = Math.max(astray, Math.min(...others.map((other) => apart(line, other))));
    }
  }
  return { corners, torn, astray };
}
