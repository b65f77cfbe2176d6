import * as lloyd from "../../mod.ts";
import { lastScene, sceneAt } from "../../src/internal.ts";

/** A public function, and a call of it that is right. */
export interface Call {
  /** What is called. */
  readonly name: string;
  /** Arguments that are right, made anew each time. */
  readonly valid: () => unknown[];
  /** Calls it, and uses up what it gives. */
  readonly call: (...args: unknown[]) => unknown;
}

const signal = new AbortController().signal;

// deno-lint-ignore no-explicit-any
type Any = any;

const rows = () => [[0, 0], [0, 1], [9, 9], [8, 9]];
const labels = () => [0, 0, 1, 1];
const matrix = () => lloyd.toMatrix(rows());
const run = {
  k: 2,
  init: "random",
  seed: 1,
  empty: "keep",
  maxIterations: 9,
  restarts: 2,
} as const;
const runOptions = () => ({ ...run, onIteration: () => {}, signal });
const trace = () => lloyd.record(rows(), run, { features: ["x", "y"] });
/** One that nobody has checked before. */
const foreignTrace = () => ({ ...trace() });
const picture = { width: 64, height: 48, interval: 40, hold: 40, speed: 2 };
const film = lloyd.makeFilm(trace(), picture);
const foreignFilm = () => ({ ...film });
const choices = () => [...lloyd.elbow(rows(), { to: 3, restarts: 1 })];
const scaling = () => lloyd.scalingOf(matrix(), "zscore");
const model = () => ({ ...lloyd.modelOf(trace()), scaling: traceScaling() });
const traceScaling = () => ({ kind: "zscore", center: [1, 2], scale: [3, 4] });
const axis = () => ({ name: "sum", offset: 0, weights: [1, 1] });
const projection = () => ({ axes: [axis(), axis()], metric: [1, 1] });
const bytes = () => new TextEncoder().encode("x,y\n1,2\n3,4\n");
const table = await lloyd.readTable(bytes());
const recipe = () => ({ k: 2 });
const shape = () => ({ clusters: 2, points: 3, spread: 0.1, bounds: [-1, 1], seed: 1 });
const frames = () => ({
  theme: "dark",
  fps: 5,
  loop: 2,
  colors: 16,
  quality: 50,
  recipe: recipe(),
  onProgress: () => {},
  signal,
});
const still = () => ({ theme: "dark", time: 10, loop: 2, transparent: true, recipe: recipe() });
const filmOptions = () => ({
  ...picture,
  style: "glide",
  title: "a",
  axes: true,
  cells: true,
  trails: true,
  shapes: true,
  chart: true,
  caption: true,
});

const call = (
  name: string,
  valid: () => unknown[],
  use: (...args: Any[]) => unknown = (lloyd as Any)[name],
): Call => ({ name, valid, call: use });

/** Every public function and method with a call that is right. */
export const calls: readonly Call[] = [
  call("assign", () => [rows(), rows()]),
  call("inertia", () => [matrix(), rows(), [0, 1, 2, 3]]),
  call("update", () => [rows(), labels(), [[0, 0], [9, 9]]]),
  call("KMeans", () => [rows(), runOptions()], (...args) => {
    const kmeans = new lloyd.KMeans(...args as [Any, Any]);
    return [...kmeans.steps(), kmeans.fit()];
  }),
  call("KMeans.steps", () => [{ copy: false }], (options) => {
    return [...new lloyd.KMeans(rows(), run).steps(options)];
  }),
  call("toMatrix", () => [rows(), "points"]),
  call("toRows", () => [matrix()]),
  call("adjustedRandIndex", () => [labels(), ["a", "a", "b", "c"]]),
  call(
    "elbow",
    () => [rows(), { ...runOptions(), k: undefined, from: 1, to: 2, sample: 3 }],
    (...args) => [...lloyd.elbow(...args as [Any, Any])],
  ),
  call("kneeOf", () => [choices()]),
  call("silhouette", () => [rows(), labels()]),
  call(
    "Random",
    () => [1, 0],
    (...args) => new lloyd.Random(...args as [number, number]).uniform(),
  ),
  call("Random.integer", () => [9], (end) => new lloyd.Random(1).integer(end)),
  call("featuresOf", () => [table, { columns: [0, 1], missing: "mean" }]),
  call(
    "featuresOf by name",
    () => [{ ...table }, { columns: "x", label: "y", missing: "drop" }],
    lloyd.featuresOf,
  ),
  call("layOut", () => [matrix(), "zscore", ["x", "y"], [0, 1]]),
  call("principalComponents", () => [matrix()]),
  call("principalPlane", () => [matrix()]),
  call("rescale", () => [matrix(), scaling()]),
  call("unscale", () => [matrix(), scaling()]),
  call("modelOf", () => [foreignTrace()]),
  call("modelToJson", () => [model()]),
  call("parseModel", () => [lloyd.modelToJson(model())]),
  call("predict", () => [rows(), model()]),
  call("scalingOf", () => [matrix(), "minmax"]),
  call("blobs", () => [shape()]),
  call("makeShape", () => ["moons", shape()]),
  call("readTable", () => [bytes(), {
    format: "csv",
    header: true,
    keep: true,
    onProgress: () => {},
  }]),
  call("parseTrace", () => [lloyd.traceToJson(trace())]),
  call("project", () => [matrix(), projection()]),
  call("record", () => [rows(), runOptions(), {
    recipe: recipe(),
    features: ["x", "y"],
    projection: projection(),
  }]),
  call("traceToJson", () => [foreignTrace()]),
  call("framesOf", () => [foreignFilm(), 5]),
  call("stillOf", () => [foreignFilm(), { iteration: 1 }]),
  call("stillOf a time", () => [foreignFilm(), 10], lloyd.stillOf),
  call("compareFilm", () => [[{ name: "a", trace: foreignTrace() }], filmOptions()]),
  call("elbowFilm", () => [choices(), { ...picture, title: "a" }]),
  call("makeFilm", () => [foreignTrace(), filmOptions()]),
  call(
    "makeFilm of a storyboard",
    () => [trace(), { ...picture, storyboard: [0, "last"] }],
    lloyd.makeFilm,
  ),
  call("encodeFilm", () => [foreignFilm(), ["gif", "apng", "mp4"], frames()]),
  call("filmToGif", () => [foreignFilm(), frames()]),
  call("filmToApng", () => [foreignFilm(), frames()]),
  call("filmToMp4", () => [foreignFilm(), frames()]),
  call(
    "filmToGifStream",
    () => [foreignFilm(), frames()],
    async (...args) => await new Response(lloyd.filmToGifStream(...args as [Any, Any])).bytes(),
  ),
  call("filmToHtml", () => [foreignFilm(), still()]),
  call("filmToPng", () => [foreignFilm(), still()]),
  call("filmToSvg", () => [foreignFilm(), still()]),
  call("readRecipe", () => [bytes()]),
  call("sceneAt", () => [foreignFilm(), 10], sceneAt),
  call("lastScene", () => [foreignFilm()], lastScene),
];
