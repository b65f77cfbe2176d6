/**
 * How often a start by k-means++ leads to the best run that is known, here and in scikit-learn:
 * `deno run --allow-all bench/starts.ts`. It counts, so that it gives the same on every machine.
 */
import { blobs, KMeans, type Matrix, toMatrix } from "../mod.ts";
import { out, PYTHON } from "./calls.ts";
import { ROOT } from "./files.ts";

/** How many starts are drawn of each kind. */
const SEEDS = 200;
/** An inertia so much above the lowest is that of another optimum. */
const SAME = 1.001;

const s1 = toMatrix(
  Deno.readTextFileSync(`${ROOT}fixtures/data/s1.txt`).trim().split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number)),
);
const DATA: Readonly<Record<string, readonly [points: Matrix, k: number]>> = {
  "S1, k = 15": [s1, 15],
  "50 blobs of 100, k = 50": [
    toMatrix(blobs({ clusters: 50, points: 100, spread: 0.0005, seed: 1 })),
    50,
  ],
};

function inertias(points: Matrix, k: number, candidates?: number): number[] {
  return Array.from(
    { length: SEEDS },
    (_, seed) => new KMeans(points, { k, init: "kmeans++", candidates, seed }).fit().inertia,
  );
}

async function scikitLearn({ data, rows, columns }: Matrix, k: number): Promise<number[]> {
  const file = out("starts.f64");
  Deno.writeFileSync(file, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const { stdout } = await new Deno.Command(PYTHON!, {
    args: [`${ROOT}bench/peers/starts.py`, file, `${rows}`, `${columns}`, `${k}`, `${SEEDS}`],
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

console.log(
  `| points | start | in the optimum | inertia on average |\n| --- | --- | ---: | ---: |`,
);
for (const [name, [points, k]] of Object.entries(DATA)) {
  const runs = {
    "one candidate": inertias(points, k, 1),
    "2 + ⌊ln K⌋ candidates": inertias(points, k),
    ...(PYTHON && { "scikit-learn": await scikitLearn(points, k) }),
  };
  const best = Math.min(...Object.values(runs).flat());
  for (const [start, found] of Object.entries(runs)) {
    const met = found.filter((inertia) => inertia <= SAME * best).length / SEEDS;
    const mean = found.reduce((sum, inertia) => sum + inertia, 0) / SEEDS / best;
    console.log(`| ${name} | ${start} | ${Math.round(100 * met)} % | ${mean.toFixed(3)} |`);
  }
}
