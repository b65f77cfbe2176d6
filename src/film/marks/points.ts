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

/** How much larger than usual a point gets while it changes cluster. */
const SWELL = 1.8;
/** The share of an assignment after which the point is largest and takes its new colour. */
const PEAK = 0.2;
/** The share at its end in which nothing moves, so that the update is seen as a step of its own. */
const REST = 0.3;
/** Colours change at multiples of this many milliseconds, where most frame rates have a frame. */
const GRID = 50;

/**
 * The points: grey until the first assignment colours them. In each later one, those that change
 * cluster swell and take the colour of the new one. Points with the same history are one mark.
 */
export function pointMarks(
  story: Story,
  { points: pixels, colors, dot: diameter, hasShapes: shapes }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  // While centroids are picked by distance, `pointsWhilePicking` draws them.
  const appears = story.isPickedByDistance ? beats[0].end : 0;
  const recolorings = story.recolorings(beats);
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
    recolorings.forEach(({ iteration, start, end }) => {
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

/** The points as a cloud: grey until the first assignment colours it; later ones recolour it. */
export function cloudMark(
  story: Story,
  { plane, view, colors, dot }: Stage,
  beats: readonly Beat[],
): MovingMark {
  const cloud = pointCloud(story.shown, plane.points, view, colors, dotPrint(dot));
  const geometry = new Timeline<Geometry>(cloud.after(0));
  for (const beat of story.recolorings(beats)) {
    geometry.jump(peakOf(beat), cloud.after(beat.iteration + 1));
  }
  return { name: "points", geometry: geometry.done() };
}

/** When points change colour in an assignment, in milliseconds. */
function peakOf({ start, end }: Pick<Beat, "start" | "end">): number {
  return start + Math.round((end - start) * PEAK / GRID) * GRID;
}

/**
 * Histories sorted by the iterations in which they change: where marks that move alike follow each
 * other, an SVG says it once for all of them.
 */
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

/** The places with the given indices, x and y alternating. */
export function gather(places: Float64Array, indices: Uint32Array): Float64Array {
  const gathered = new Float64Array(2 * indices.length);
  indices.forEach((index, i) => {
    gathered[2 * i] = places[2 * index];
    gathered[2 * i + 1] = places[2 * index + 1];
  });
  return gathered;
}
