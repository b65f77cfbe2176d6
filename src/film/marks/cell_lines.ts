// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import type { Box } from "../scene/geometry.ts";
import type { Point } from "../scene/mark.ts";

/**
 * The lines between cells and the corners that they end in. A corner is named after what meets in
 * it: three clusters, or two and a side of the picture, so that it is known again at other moments.
 */
export interface CellLines {
  /** Where each corner is, in pixels. */
  readonly corners: ReadonlyMap<string, Point>;
  /** The two corners of each line, by the two clusters that it lies between. */
  readonly lines: ReadonlyMap<string, readonly [string, string]>;
}

/** What a line is cut by at an end: how far along it that is, and what cuts it. */
interface Cut {
  readonly at: number;
  readonly by: string | number;
}

/**
 * The lines on which two centroids are the nearest, both at the same distance as the clustering
 * measures it. The axes may have different scales, so that the picture is stretched first until
 * pixels are square in this distance, and its lines are shrunk again.
 *
 * @param places Where the centroid of each cluster is, in pixels; none for those that are dropped.
 * @param box Where lines are seen, in pixels.
 * @param stretch How many times as long as a pixel to the right one upwards is.
 */
export function cellLines(
  places: readonly (Point | undefined)[],
  box: Box,
  stretch: number,
): CellLines {
  const present = [...places.keys()].filter((i) => places[i]);
  const square = present.map((i) => [places[i]![0], places[i]![1] * stretch] as const);
  const delaunay = new Delaunay(Float64Array.from(square.flat()));
  const [left, top, right, bottom] = [box[0], box[1] * stretch, box[2], box[3] * stretch];
  const corners = new Map<string, Point>();
  const lines = new Map<string, readonly [string, string]>();
  for (let a = 0; a < present.length; a++) {
    const neighbors = [...delaunay.neighbors(a)];
    for (const b of neighbors) if (b > a) addLine(a, b, neighbors);
  }
  return { corners, lines };

  /** Adds the line between two centroids, cut by those around the first and by the box. */
  function addLine(a: number, b: number, neighbors: readonly number[]): void {
    const [ax, ay] = square[a];
    const [bx, by] = [square[b][0] - ax, square[b][1] - ay];
    // All as seen from a: the line goes through the middle, at a right angle to b.
    const [alongX, alongY] = [-by, bx];
    let first: Cut = { at: -Infinity, by: -1 };
    let last: Cut = { at: Infinity, by: -1 };
    /** Keeps that part of the line where a share of it is at most a limit. */
    const cut = (slope: number, limit: number, by: string | number) => {
      const at = limit / slope;
      if (slope > 0) {
        if (at < last.at) last = { at, by };
      } else if (slope < 0) {
        if (at > first.at) first = { at, by };
      } else if (limit < 0) last = { at: -Infinity, by };
    };
    const [middleX, middleY] = [ax + bx / 2, ay + by / 2];
    cut(-alongX, middleX - left, "left");
    cut(alongX, right - middleX, "right");
    cut(-alongY, middleY - top, "top");
    cut(alongY, bottom - middleY, "bottom");
    for (const c of neighbors) {
      if (c === b) continue;
      const [cx, cy] = [square[c][0] - ax, square[c][1] - ay];
      cut(
        alongX * cx + alongY * cy,
        (cx * (cx - bx) + cy * (cy - by)) / 2,
        present[c],
      );
    }
    if (!(last.at > first.at && last.at < Infinity && first.at > -Infinity)) return;
    const pair = [present[a], present[b]];
    const ends = [first, last].map(({ at, by }) => {
      const name = typeof by === "string"
        ? `${pair.join(" ")} ${by}`
        : [...pair, by].sort((i, j) => i - j).join(" ");
      if (!corners.has(name)) {
        corners.set(name, [middleX + at * alongX, (middleY + at * alongY) / stretch]);
      }
      return name;
    });
    lines.set(pair.join(" "), [ends[0], ends[1]]);
  }
}
