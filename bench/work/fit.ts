/** The algorithm alone, from files of 64-bit floats; prints milliseconds an iteration. */
import { KMeans, type Matrix } from "../../mod.ts";

const [points, centroids, m, n, k] = Deno.args;

function matrixIn(path: string, rows: string): Matrix {
  const data = new Float64Array(Deno.readFileSync(path).buffer);
  return { data, rows: Number(rows), columns: Number(n) };
}

const [matrix, init] = [matrixIn(points, m), matrixIn(centroids, k)];
const begun = performance.now();
const { iterations } = new KMeans(matrix, { init }).fit();
console.log((performance.now() - begun) / iterations);
