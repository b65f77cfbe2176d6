import { readable, shown } from "../checks.ts";
import { pickRows } from "./pick_rows.ts";
import type { Matrix } from "./matrix.ts";

/**
 * The weight of each point, brought near 1 by a power of two, which rounds nothing: whatever the
 * unit of weights is, no sum of products overflows or vanishes, and runs are the same to the bit.
 */
export interface Weights {
  /** M weights divided by `unit`: from 0 to below 2, the largest 1 or more. */
  readonly of: Float64Array;
  /** What they are multiplied by to be as they were given. */
  readonly unit: number;
}

/** What takes the weight of each point, and nothing else. */
export interface WeightOptions {
  /** The weights of the points, M numbers of 0 or more, not all 0. Default: 1 each. */
  weights?: ArrayLike<number>;
}

/**
 * Checks weights.
 *
 * @throws {TypeError} If they are no array, or there is not one a point.
 * @throws {RangeError} If one is not finite or below 0, or all are 0.
 */
export function toWeights(
  action: string,
  weights: ArrayLike<number> | undefined,
  points: number,
): Weights | undefined {
  if (weights === undefined) return undefined;
  const found = readable(action, "weights", weights, () => weightsOf(action, weights, points));
  if (found instanceof Error) throw found;
  return found;
}

/** The weights; the error, where they are none. */
function weightsOf(action: string, weights: ArrayLike<number>, points: number): Weights | Error {
  if (typeof weights !== "object" || weights === null || typeof weights.length !== "number") {
    return new TypeError(`Cannot ${action} as 'weights' must be an array: ${shown(weights)}`);
  }
  if (weights.length !== points) {
    return new TypeError(
      `Cannot ${action} as 'weights' must be one a point: ${
        shown(weights.length)
      } weights, ${points} points`,
    );
  }
  let largest = 0;
  for (let i = 0; i < points; i++) {
    const weight = weights[i];
    if (!(Number.isFinite(weight) && weight >= 0)) {
      return new RangeError(
        `Cannot ${action} as 'weights' must be finite and 0 or more: weight ${i} is ${
          shown(weight)
        }`,
      );
    }
    if (weight > largest) largest = weight;
  }
  if (largest === 0) return new RangeError(`Cannot ${action} as 'weights' must not all be 0: 0`);
  const unit = powerBelow(largest);
  return { of: Float64Array.from(weights, (weight) => weight / unit), unit };
}

/** The largest power of two that is not above a number. */
function powerBelow(value: number): number {
  let power = 2 ** Math.max(-1074, Math.floor(Math.log2(value)));
  if (power > value) power /= 2;
  return value / power >= 2 ? power * 2 : power;
}

/** The points that count, with their weights: the matrix itself where all do. */
export function counting(
  points: Matrix,
  weights: Weights | undefined,
): { readonly points: Matrix; readonly weights?: Float64Array } {
  if (!weights) return { points };
  if (!weights.of.includes(0)) return { points, weights: weights.of };
  const indices = weights.of.keys().filter((i) => weights.of[i] > 0).toArray();
  return {
    points: pickRows(points, indices),
    weights: Float64Array.from(indices, (i) => weights.of[i]),
  };
}
