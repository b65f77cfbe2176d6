import fc from "fast-check";
import type { Option } from "../../../src/cli/options/option.ts";
import { type OptionName, OPTIONS } from "../../../src/cli/options/table.ts";
import { numberText, text } from "./texts.ts";

/**
 * Values that each option takes, small enough that a run takes less than a second; the options
 * without one are switches.
 */
export const SAMPLES: Partial<Record<OptionName, readonly string[]>> = {
  "out": ["a.svg", "b.gif", "c.png", "d.json", "e.csv", "f.html", "g.apng", "h.parquet", "A.SVG"],
  "format": ["gif", "svg", "rows.json", "mp4", "ndjson"],
  "dark-out": ["dark.svg", "dark.png"],
  "centroids-out": ["centroids.csv", "centroids.json", "centroids.parquet"],
  "model-out": ["model.json"],
  "summary-out": ["summary.json", "summary.csv", "summary.md"],
  "max-size": ["1KB", "20KB", "2MB"],
  "input-format": ["csv", "tsv", "json", "ndjson", "parquet"],
  "json-path": ["data", "a.b"],
  "delimiter": [",", ";", "tab"],
  "decimal": [".", ","],
  "skip": ["0", "1", "3"],
  "comment": ["#", "none"],
  "encoding": ["utf-8", "utf-16le", "windows-1252"],
  "columns": ["x,y", "1,2", "x", '"x",2', "x,x"],
  "x": ["x", "1"],
  "y": ["y", "2"],
  "label": ["name", "x", "3"],
  "missing": ["drop", "error", "mean"],
  "scale": ["none", "zscore", "minmax", "unit"],
  "k": ["1", "2", "3", "7"],
  "centroids": ["centres.csv", "in.csv"],
  "compare": ["k=1,2", "init=random,kmeans++", "seed=1,2,3"],
  "elbow": ["1..3", "2..4"],
  "seed": ["0", "7", "4294967295"],
  "start-seed": ["0", "9"],
  "init": ["random", "kmeans++", "maxmin", "partition"],
  "candidates": ["auto", "1", "5"],
  "restarts": ["1", "3"],
  "tol": ["0", "1e-4", "3"],
  "max-iterations": ["1", "4"],
  "empty": ["keep", "farthest", "drop", "error"],
  "shape": ["moons", "rings", "grid", "unequal"],
  "clusters": ["1", "3"],
  "points": ["1", "5", "20"],
  "spread": ["0", "0.01", "2", "1000"],
  "bounds": ["-4,4", "0,1e-300", "-1e300,1e300", "1e15,1000000000000001"],
  "style": ["glide", "classic"],
  "theme": ["light", "dark", "auto", "classic"],
  "size": ["64x48", "16x16", "120x33"],
  "colors": ["2", "16", "255"],
  "quality": ["1", "75", "100"],
  "title": ["A title", "x".repeat(300)],
  "storyboard": ["auto", "0,1,last", "0"],
  "interval": ["40ms", "200ms"],
  "speed": ["1", "8", "0.5"],
  "hold": ["20ms", "100ms"],
  "fps": ["1", "5", "10"],
  "at": ["0", "100ms", "iteration=0", "iteration=1:assign", "9999s"],
  "loop": ["1", "3"],
};

/** What each option may be given: mostly what it takes, sometimes what it does not. */
const option = fc.constantFrom(...Object.keys(OPTIONS) as OptionName[]).chain((name) => {
  if (!(OPTIONS[name] as Option).read) {
    return fc.constantFrom<string[]>(...Array(20).fill([`--${name}`]), [`--${name}=x`]);
  }
  const values = fc.oneof(
    { weight: 18, arbitrary: fc.constantFrom(...SAMPLES[name]!) },
    { weight: 1, arbitrary: numberText.filter(isSmall) },
    { weight: 1, arbitrary: text.filter(isSmall) },
  );
  return values.map((value) => [`--${name}=${value}`]);
});

/** Whether a text asks for no more than a few, if it is a number at all. */
function isSmall(text: string): boolean {
  return !(Math.abs(parseFloat(text)) > 40);
}

/** Options as they may be typed. */
export const options: fc.Arbitrary<string[]> = fc.array(option, { maxLength: 4 }).map((given) =>
  given.flat()
);

/** What keeps a call small, and the same whenever it is made, unless the option is given already. */
const SMALL = ["--seed=1", "--size=64x48", "--fps=5", "--interval=80ms", "--hold=80ms"];

/** What is to be added to a call to keep it small. */
export function smallness(args: readonly string[], hasData: boolean): string[] {
  const isGiven = (name: string) => args.some((arg) => arg.startsWith(`--${name}`));
  const free = isGiven("elbow") || isGiven("compare=k") || isGiven("centroids");
  const wanted = [...SMALL, ...(free ? [] : ["--k=3"]), ...(hasData ? [] : ["--points=9"])];
  return wanted.filter((arg) => !isGiven(arg.slice(2, arg.indexOf("="))));
}
