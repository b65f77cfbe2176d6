import { readable, shown } from "../checks.ts";

/**
 * Checks labels against the number of points and clusters.
 *
 * @throws {TypeError} If they are no labels, or there is not one a point.
 * @throws {RangeError} If one is not the index of a centroid.
 */
export function toLabels(labels: ArrayLike<number>, points: number, k: number): Uint32Array {
  const checked = readable("use labels", "labels", labels, () => labelsOf(labels, points, k));
  if (checked instanceof Error) throw checked;
  return checked;
}

/** The labels; the error, where they are none. */
function labelsOf(labels: ArrayLike<number>, points: number, k: number): Uint32Array | Error {
  if (typeof labels !== "object" || labels === null) {
    return new TypeError(`Cannot use labels as they must be an array: ${shown(labels)}`);
  }
  if (labels.length !== points) {
    return new TypeError(
      `Cannot use labels as there must be one a point: ${
        shown(labels.length)
      } labels, ${points} points`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (!(Number.isInteger(label) && label >= 0 && label < k)) {
      const range = k < Infinity ? `the index of a centroid, from 0 to ${k - 1}` : "a whole number";
      return new RangeError(
        `Cannot use labels as each must be ${range}: label ${i} is ${shown(label)}`,
      );
    }
  }
  return labels instanceof Uint32Array ? labels : Uint32Array.from(labels);
}
