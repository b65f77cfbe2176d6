import { drawn, type Film } from "../film/scene/film.ts";
import { mixes, type Point } from "../film/scene/mark.ts";
import { type Plane, planeOf } from "../film/run/plane.ts";
import { type Animated, valueAt } from "../film/scene/track.ts";
import { type Range, rangeOf, type View } from "../film/scene/view.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import type { Trace } from "../trace/trace.ts";

/**
 * How finely centroids and points are placed, as a share of the width of their feature: finer than a
 * pixel, and coarse enough that a link needs few digits.
 */
const GRID = 1 / 2000;

/** Maps the pixels of a film to the points and centroids of its run, and back. */
export class PixelMapping {
  readonly #trace: Trace;
  readonly #film: Film;
  readonly #view: View;
  readonly #plane: Plane;
  readonly #translates: readonly Animated<Point>[];
  /** The ranges of the points: nothing is placed outside, so that the view stays as it is. */
  readonly #reach: readonly [x: Range, y: Range];
  /** The grid of each feature that values are rounded to; 0 where it has no width. */
  readonly #grids: readonly number[];

  /**
   * @param trace The run.
   * @param film Its film, which has a view.
   */
  constructor(trace: Trace, film: Film) {
    this.#trace = trace;
    this.#film = film;
    const { view, marks } = drawn(film);
    this.#view = view!;
    const own = marks.filter(({ name }) => name === "centroid");
    // A centroid is several discs that share one translation.
    this.#translates = [...new Set(own.map(({ translate }) => translate!))];
    this.#plane = planeOf(trace);
    const { points } = this.#plane;
    this.#reach = [rangeOf([points], 0), rangeOf([points], 1)];
    const { data, columns } = trace.points;
    this.#grids = Array.from({ length: columns }, (_, j) => {
      const values = data.filter((_, i) => i % columns === j);
      const width = values.reduce((a, b) => Math.max(a, b)) -
        values.reduce((a, b) => Math.min(a, b));
      return width > 0 ? 10 ** Math.floor(Math.log10(width * GRID)) : 0;
    });
  }

  /** Whether points can be added to the picture: it shows all of their features. */
  get canAddPoints(): boolean {
    return !this.#trace.projection && this.#trace.points.columns <= 2;
  }

  /** Where the film shows the centroids at a time, in pixels. */
  placesAt(time: number): Point[] {
    return this.#translates.map((translate) => valueAt(translate, time, mixes.translate));
  }

  /** Where any centroids lie, in pixels. */
  placesOf(centroids: Matrix): Point[] {
    const pixels = this.#view.pixels(this.#plane.centroids(centroids));
    return Array.from({ length: centroids.rows }, (_, i) => [pixels[2 * i], pixels[2 * i + 1]]);
  }

  /**
   * The centroids at a time. Where the picture does not show all of their features they are those of
   * a step, never on their way between two.
   */
  centroidsAt(time: number): Matrix {
    if (this.canAddPoints) {
      return matrixOf(this.placesAt(time).map((place) => this.pointAt(place)));
    }
    const { beats } = this.#film;
    const beat = beats.find(({ end }) => time < end) ?? beats[beats.length - 1];
    const step = beat.kind === "assign" ? beat.iteration - 1 : beat.iteration;
    const { centroids } = this.#trace.steps[step];
    return { ...centroids, data: centroids.data.map((value, i) => this.#rounded(value, i)) };
  }

  /**
   * The centroids with one of them moved to a pixel. Features that the picture does not show change
   * as little as can be.
   */
  moved(centroids: Matrix, i: number, to: Point): Matrix {
    const { columns } = centroids;
    const data = centroids.data.slice();
    const own = data.subarray(i * columns, (i + 1) * columns);
    const { projection } = this.#trace;
    if (this.canAddPoints) own.set(this.pointAt(to));
    else {
      const place = this.#value(to);
      const axes = projection?.axes ??
        [0, 1].map((j) => ({ offset: 0, weights: Array.from(own, (_, i) => i === j ? 1 : 0) }));
      axes.forEach(({ offset, weights }, axis) => {
        const at = weights.reduce((sum, weight, j) => sum + weight * own[j], offset);
        const length = weights.reduce((sum, weight) => sum + weight * weight, 0);
        weights.forEach((weight, j) => own[j] += (place[axis] - at) * weight / length);
      });
      own.forEach((value, j) => own[j] = this.#rounded(value, j));
    }
    return { ...centroids, data };
  }

  /** The features of a point at a pixel, where the picture shows all of them. */
  pointAt(place: Point): number[] {
    return this.#value(place).slice(0, this.#trace.points.columns)
      .map((value, j) => this.#rounded(value, j));
  }

  #value([x, y]: Point): number[] {
    const within = (value: number, [low, high]: Range) => Math.max(low, Math.min(high, value));
    return [
      within(this.#view.x.value(x), this.#reach[0]),
      within(this.#view.y.value(y), this.#reach[1]),
    ];
  }

  #rounded(value: number, i: number): number {
    const grid = this.#grids[i % this.#grids.length];
    const rounded = Number((Math.round(value / grid) * grid).toPrecision(10));
    // A feature without a width, or one so wide that this overflows, is not rounded.
    return Number.isFinite(rounded) ? rounded : value;
  }
}

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0].length };
}
