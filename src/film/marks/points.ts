import type { Beat } from "../scene/beats.ts";
import { dotPrint } from "../cloud/footprint.ts";
import { pointCloud } from "../cloud/point_cloud.ts";
import { type Geometry, Stamps } from "../scene/geometry.ts";
import type { History } from "../run/histories.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import type { MovingMark, Paint } from "../scene/mark.ts";
import { UNASSIGNED } from "../colors/palette.ts";
import { dotOf, shapeOf } from "./mark_shapes.ts";
import { Timeline } from "../scene/track.ts";

/** How much a point swells while it takes another colour. */
const SWELL = 1.8;
/** The share of an assignment after which it is largest and takes its colour. */
const PEAK = 0.2;
/** The share at the end in which all is at rest, so that the two beats are told apart. */
const REST = 0.3;

/**
 * The points: grey until the first assignment colours them; in each later one those that change
 * cluster swell and take its colour. Points of one history are one mark.
 */
export function pointMarks(
  story: Story,
  { points: pixels, colors, dot: diameter, hasShapes: shapes }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  // Before, their weights for the next pick are shown.
  const appears = story.isPickedByDistance ? beats[0].end : 0;
  const assigns = beats.filter(({ kind }) => kind === "assign");
  return byChanges(story.histories).map(({ points, clusters }) => {
    const at = gather(pixels, points);
    const shape = shapes ? (cluster: number) => shapeOf(cluster, diameter) : () => dotOf(diameter);
    const looks = new Map([...new Set(clusters)].map((cluster) => {
      const { stamp, reach, pen } = shape(cluster);
      return [cluster, { geometry: new Stamps(at, stamp, reach), pen }];
    }));
    let { pen } = dotOf(diameter);
    const geometry = new Timeline<Geometry>(
      shapes ? new Stamps(at) : looks.get(clusters[0])!.geometry,
    );
    const stroke = new Timeline<Paint>(UNASSIGNED);
    const width = new Timeline(appears ? 0 : pen);
    if (appears) width.jump(appears, pen);
    assigns.forEach(({ iteration, start, end }) => {
      if (iteration > 1 && clusters[iteration] === clusters[iteration - 1]) return;
      const look = looks.get(clusters[iteration])!;
      const peak = peakOf({ start, end });
      if (iteration > 1) width.move(start, peak, pen * SWELL, "linear");
      stroke.jump(peak, colors[clusters[iteration]]);
      if (shapes) geometry.jump(peak, look.geometry);
      pen = look.pen;
      if (iteration > 1) {
        width.jump(peak, pen * SWELL);
        width.move(peak, end - (end - start) * REST, pen, "linear");
      } else width.jump(peak, pen);
    });
    return {
      name: "points",
      geometry: geometry.done(),
      stroke: stroke.done(),
      width: width.done(),
    };
  });
}

/**
 * The points as a cloud: grey until the first assignment colours it; each later one colours anew
 * what changes.
 */
export function cloudMark(
  { course }: Story,
  { plane, view, colors, dot }: Stage,
  beats: readonly Beat[],
): MovingMark {
  const cloud = pointCloud(course, plane.points, view, colors, dotPrint(dot));
  const geometry = new Timeline<Geometry>(cloud.after(0));
  for (const beat of beats) {
    if (beat.kind === "assign") geometry.jump(peakOf(beat), cloud.after(beat.iteration + 1));
  }
  return { name: "points", geometry: geometry.done() };
}

/** When points change their colour in an assignment. */
function peakOf({ start, end }: Pick<Beat, "start" | "end">): number {
  return start + Math.round((end - start) * PEAK / 50) * 50;
}

/** Histories in such an order that those which change in the same iterations are neighbours. */
function byChanges(histories: readonly History[]): History[] {
  const keyOf = ({ clusters }: History) =>
    clusters.reduce(
      (key, cluster, i) => i > 1 && cluster !== clusters[i - 1] ? key + "," + i : key,
      "",
    );
  const keys = new Map(histories.map((history) => [history, keyOf(history)]));
  return histories.toSorted((a, b) => compare(keys.get(a)!, keys.get(b)!));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The places with the given indices, x and y by turns. */
export function gather(places: Float64Array, indices: Uint32Array): Float64Array {
  const gathered = new Float64Array(2 * indices.length);
  indices.forEach((index, i) => {
    gathered[2 * i] = places[2 * index];
    gathered[2 * i + 1] = places[2 * index + 1];
  });
  return gathered;
}
