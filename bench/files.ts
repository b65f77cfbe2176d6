import { Random } from "../mod.ts";

/** Where this repository is. */
export const ROOT = new URL("../", import.meta.url).pathname;

/** A folder for what benchmarks read and write, gone when they are done. */
export const FOLDER = await Deno.makeTempDir({ prefix: "lloyd-bench-" });
globalThis.addEventListener("unload", () => Deno.removeSync(FOLDER, { recursive: true }));

/** Points in as many Gaussian clusters as will be looked for. */
function* pointsOf(m: number, n: number, k: number, spread: number): Generator<number> {
  const random = new Random(1);
  const centres = Array.from({ length: k * n }, () => 8 * random.uniform() - 4);
  for (let i = 0; i < m; i++) {
    const cluster = random.integer(k);
    for (let j = 0; j < n; j++) yield centres[cluster * n + j] + spread * random.normal();
  }
}

/** Writes points, and K of them as initial centroids, as 64-bit floats; gives the names of the files. */
export function binaryOf(m: number, n: number, k: number, spread: number): [string, string] {
  const points = Float64Array.from({ length: m * n });
  let at = 0;
  for (const value of pointsOf(m, n, k, spread)) points[at++] = value;
  const random = new Random(2);
  const centroids = Array.from({ length: k }, () => {
    const i = random.integer(m) * n;
    return [...points.subarray(i, i + n)];
  }).flat();
  const names: [string, string] = [`${FOLDER}/${m}x${n}.points`, `${FOLDER}/${m}x${n}.centroids`];
  Deno.writeFileSync(names[0], new Uint8Array(points.buffer));
  Deno.writeFileSync(names[1], new Uint8Array(Float64Array.from(centroids).buffer));
  return names;
}

/** Writes points of two features in twelve clusters as CSV with a header; gives the name of the file. */
export function csvOf(m: number): string {
  const name = `${FOLDER}/${m}.csv`;
  using file = Deno.openSync(name, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  let text = "x,y\n";
  let x: number | undefined;
  for (const value of pointsOf(m, 2, 12, 0.28)) {
    if (x === undefined) {
      x = value;
      continue;
    }
    text += `${x.toFixed(6)},${value.toFixed(6)}\n`;
    x = undefined;
    if (text.length < 2 ** 16) continue;
    file.writeSync(encoder.encode(text));
    text = "";
  }
  file.writeSync(encoder.encode(text));
  return name;
}
