import assert from "node:assert/strict";
import fc from "fast-check";
import { principalComponents, principalPlane, project, toMatrix } from "../../mod.ts";
import { ordinary } from "../../src/conform/arbitraries/values.ts";
import { holds } from "../property.ts";
import { largestEigenvectors } from "../../src/data/features/eigenvectors.ts";

/** A symmetric matrix with these eigenvalues: a diagonal one, seen in a mirror (Householder 1958). */
function withEigenvalues(values: readonly number[]): { size: number; matrix: Float64Array } {
  const n = values.length;
  const normal = Array.from({ length: n }, (_, i) => Math.sin(i + 1));
  const square = normal.reduce((sum, x) => sum + x * x, 0);
  const mirror = (i: number, j: number) => +(i === j) - 2 * normal[i] * normal[j] / square;
  const matrix = Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return values.reduce((sum, value, k) => sum + mirror(i, k) * value * mirror(j, k), 0);
  });
  return { size: n, matrix };
}

/** How far the product of a matrix and a vector is from the vector times a value. */
function residual(
  { size, matrix }: { size: number; matrix: Float64Array },
  vector: Float64Array,
  value: number,
): number {
  let most = 0;
  for (let i = 0; i < size; i++) {
    const product = vector.reduce((sum, x, j) => sum + x * matrix[i * size + j], 0);
    most = Math.max(most, Math.abs(product - value * vector[i]));
  }
  return most;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);

const spectra: Readonly<Record<string, readonly number[]>> = {
  "a few, all unlike": [9, 5, 2, 1],
  "the two largest equal": [4, 4, 1, 0.5],
  "all equal": [3, 3, 3],
  "some of them 0": [2, 0, 0, 0, 0],
  "two hundred and forty": Array.from({ length: 240 }, (_, i) => 100 / (i + 1)),
  "two hundred and forty, the two largest equal": [7, 7, ...Array(238).fill(1)],
};

for (const [name, values] of Object.entries(spectra)) {
  Deno.test(`The largest eigenvectors are found among eigenvalues: ${name}`, () => {
    const symmetric = withEigenvalues(values);
    const found = largestEigenvectors(symmetric, 2);
    const sorted = values.toSorted((a, b) => b - a);
    found.values.forEach((value, i) =>
      assert(Math.abs(value - sorted[i]) <= 1e-9 * sorted[0], `${value}, not ${sorted[i]}`)
    );
    found.vectors.forEach((vector, i) => {
      assert(Math.abs(dot(vector, vector) - 1) < 1e-9);
      assert(residual(symmetric, vector, found.values[i]) <= 1e-6 * sorted[0]);
    });
    assert(Math.abs(dot(found.vectors[0], found.vectors[1])) < 1e-6);
  });
}

Deno.test("The largest weight of a principal component is positive, whichever way the points lie", () => {
  const row = fc.array(ordinary, { minLength: 4, maxLength: 4 });
  holds(fc.array(row, { minLength: 3, maxLength: 8 }), (rows) => {
    for (const direction of principalComponents(toMatrix(rows)).directions) {
      const most = Math.max(...direction);
      assert(most > 0 && most >= -Math.min(...direction) - 1e-6, `${direction}`);
    }
  });
});

Deno.test("The mean of the points is the origin of their principal plane", () => {
  const rows = [[1, 2, 9], [4, 4, 4], [7, 9, 2]];
  const mean = [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
  const places = project(toMatrix([mean]), principalPlane(toMatrix(rows)));
  assert(places.every((place) => Math.abs(place) < 1e-12), `${places}`);
});

Deno.test("More features than points have the components of the plane that the points span", () => {
  const rows = [[1, 2, 0, 0, 3], [2, 0, 1, 0, 1], [0, 1, 1, 4, 0]];
  const { directions, shares } = principalComponents(toMatrix(rows));
  assert(Math.abs(shares[0] + shares[1] - 1) < 1e-9);
  // A feature that is 0 everywhere changes nothing.
  const more = principalComponents(toMatrix(rows.map((row) => [...row, 0])));
  directions.forEach((direction, i) =>
    direction.forEach((weight, j) => assert(Math.abs(weight - more.directions[i][j]) < 1e-9))
  );
});
