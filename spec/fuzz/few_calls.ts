import * as lloyd from "../../mod.ts";

/** A public function, and a call of it that is right. */
export interface Call {
  readonly name: string;
  /** Arguments that are right, made anew each time. */
  readonly valid: () => unknown[];
  /** Calls it, and uses up what it gives. */
  readonly call: (...args: unknown[]) => unknown;
}

// deno-lint-ignore no-explicit-any
type Any = any;

const rows = () => [[0, 0], [0, 1], [9, 9], [8, 9]];
const run = () => ({ k: 2, init: "random", seed: 1, empty: "keep", maxIterations: 9, restarts: 2 });
const trace = lloyd.record(rows(), { k: 2, seed: 1 });
const film = lloyd.makeFilm(trace, { width: 64, height: 48, interval: 40, hold: 40 });

const call = (
  name: string,
  valid: () => unknown[],
  use: (...args: Any[]) => unknown = (lloyd as Any)[name],
): Call => ({ name, valid, call: use });

/** Some public functions with a call that is right. */
export const calls: readonly Call[] = [
  call("assign", () => [rows(), rows()]),
  call("inertia", () => [rows(), rows(), [0, 1, 2, 3]]),
  call("update", () => [rows(), [0, 0, 1, 1], [[0, 0], [9, 9]]]),
  call("KMeans", () => [rows(), run()], (...args) => {
    const kmeans = new lloyd.KMeans(...args as [Any, Any]);
    return [...kmeans.steps(), kmeans.fit()];
  }),
  call("silhouette", () => [rows(), [0, 0, 1, 1]]),
  call("adjustedRandIndex", () => [[0, 0, 1, 1], ["a", "a", "b", "c"]]),
  call("makeFilm", () => [trace, { width: 64, height: 48, interval: 40, title: "a" }]),
  call("filmToGif", () => [film, { theme: "dark", fps: 5, loop: 2, colors: 16 }]),
  call("filmToPng", () => [film, { theme: "dark", transparent: true }]),
  call("filmToSvg", () => [film, { theme: "auto", loop: 2 }]),
  call("readTable", () => [new TextEncoder().encode("x,y\n1,2\n3,4\n"), { format: "csv" }]),
  call("parseTrace", () => [lloyd.traceToJson(trace)]),
];
