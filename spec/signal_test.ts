import assert from "node:assert/strict";
import {
  elbow,
  KMeans,
  makeFilm,
  principalComponents,
  principalPlane,
  Random,
  readTable,
  record,
  silhouette,
  toMatrix,
} from "../mod.ts";

const REASON = new Error("enough");

/** A signal that aborts when it has been asked so often. */
function after(times: number): AbortSignal & { asked: () => number } {
  const { signal } = new AbortController();
  let asked = 0;
  return Object.assign(signal, {
    asked: () => asked,
    throwIfAborted() {
      if (++asked > times) throw REASON;
    },
  });
}

const random = new Random(1);
const rows = (count: number, columns: number) =>
  Array.from({ length: count }, () => Array.from({ length: columns }, () => random.normal()));
const points = rows(400, 2);
const wide = toMatrix(rows(40, 300));
const many = toMatrix(rows(300, 250));
const trace = record(points, { k: 9 });
const csv = new TextEncoder().encode("x,y\n" + "1.5,2.5\n".repeat(400_000));
const json = new TextEncoder().encode(JSON.stringify(rows(100_000, 2)));

/** Long calculations, and how often each asks its signal at the least. */
const long: Readonly<Record<string, readonly [number, (signal?: AbortSignal) => unknown]>> = {
  "KMeans.fit": [10, (signal) => new KMeans(points, { k: 9, signal }).fit()],
  "KMeans.steps": [10, (signal) => [...new KMeans(points, { k: 9, signal }).steps()]],
  "KMeans with restarts": [
    200,
    (signal) => new KMeans(points, { k: 9, restarts: 20, signal }).fit(),
  ],
  "a start by kmeans++": [
    300,
    (signal) => new KMeans(points, { k: 300, init: "kmeans++", maxIterations: 1, signal }).fit(),
  ],
  "a start by maxmin": [
    300,
    (signal) => new KMeans(points, { k: 300, init: "maxmin", maxIterations: 1, signal }).fit(),
  ],
  "record": [10, (signal) => record(points, { k: 9, signal })],
  "elbow": [300, (signal) => [...elbow(points, { to: 4, restarts: 9, signal })]],
  "the silhouette of elbow": [
    400,
    (signal) => [...elbow(points, { from: 2, to: 2, restarts: 1, signal })],
  ],
  "silhouette": [400, (signal) => silhouette(points, points.map((_, i) => i % 3), { signal })],
  "principalComponents": [400, (signal) => principalComponents(toMatrix(points), { signal })],
  "principalComponents of more features than points": [
    40,
    (signal) => principalComponents(wide, { signal }),
  ],
  "principalComponents of many features": [
    310,
    (signal) => principalComponents(many, { signal }),
  ],
  "principalPlane": [40, (signal) => principalPlane(wide, { signal })],
  "makeFilm": [50, (signal) => makeFilm(trace, { signal })],
  "makeFilm in the classic style": [1, (signal) => makeFilm(trace, { style: "classic", signal })],
  "makeFilm of a storyboard": [2, (signal) => makeFilm(trace, { storyboard: "auto", signal })],
  "readTable of text": [3, (signal) => readTable(csv, { signal })],
  "readTable of JSON": [3, (signal) => readTable(json, { signal })],
};

for (const [name, [least, call]] of Object.entries(long)) {
  Deno.test(`${name} gives up with the signal's reason, whenever it aborts`, async () => {
    const patient = after(Infinity);
    await call(patient);
    assert(patient.asked() >= least, `asked ${patient.asked()} times`);
    for (const times of new Set([0, Math.floor(patient.asked() / 2), patient.asked() - 1])) {
      const signal = after(times);
      await assert.rejects(async () => await call(signal), (error) => error === REASON);
      assert.equal(signal.asked(), times + 1);
    }
    const aborted = AbortSignal.abort(REASON);
    await assert.rejects(async () => await call(aborted), (error) => error === REASON);
  });

  Deno.test(`${name} gives the same with a signal as without`, async () => {
    assert.deepEqual(
      JSON.stringify(await call(new AbortController().signal)),
      JSON.stringify(await call()),
    );
  });
}

Deno.test("A run that is watched ends at the step after which it was aborted", () => {
  const controller = new AbortController();
  const steps = new KMeans(points, { k: 9, signal: controller.signal }).steps();
  steps.next();
  steps.next();
  controller.abort(REASON);
  assert.throws(() => steps.next(), (error) => error === REASON);
  const { signal } = controller;
  const kmeans = new KMeans(points, { k: 9, signal });
  assert.throws(() => kmeans.fit(), (error) => error === REASON);
});

Deno.test("A run is aborted by what is told of its iterations", () => {
  const controller = new AbortController();
  const told: number[] = [];
  const onIteration = (iteration: number) => {
    told.push(iteration);
    if (iteration === 3) controller.abort(REASON);
  };
  const options = { k: 9, onIteration, signal: controller.signal };
  assert.throws(() => record(points, options), (error) => error === REASON);
  assert.deepEqual(told, [1, 2, 3]);
});

Deno.test("Timers have their turn while a table is read, so that one can abort it", async () => {
  const controller = new AbortController();
  let chunks = 0;
  async function* endless() {
    await Promise.resolve();
    for (;;) {
      chunks++;
      yield new TextEncoder().encode("1,2\n");
    }
  }
  setTimeout(() => controller.abort(REASON), 20);
  const reading = readTable(endless(), { format: "csv", signal: controller.signal });
  await assert.rejects(reading, (error) => error === REASON);
  assert(chunks > 1);
});

Deno.test("No recipe of a run holds its signal", () => {
  const { signal } = new AbortController();
  assert.deepEqual(record(points, { k: 2, seed: 3, signal }).recipe, { k: 2, seed: 3 });
});
