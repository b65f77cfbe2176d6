import fc from "fast-check";
import { changedBytes } from "../arbitraries/bytes.ts";
import { changedJson, jsonOf } from "../arbitraries/json.ts";
import { called } from "../captured.ts";
import { checkFiles, checkOutcome, filesHere } from "../oracles.ts";
import { TABLES, TRACES } from "../samples.ts";
import { target } from "../target.ts";

const sha256 = { data: "0".repeat(64) };
const SMALL = { size: [64, 48], interval: 80, hold: 80, fps: 5 };
const RECIPES = [
  { lloyd: "0.1.0", k: 2, clusters: 2, points: 5, seed: 1, ...SMALL },
  { lloyd: "0.1.0", k: 2, shape: "moons", points: 9, seed: 1, style: "classic", ...SMALL },
  { lloyd: "0.1.0", compare: { what: "k", values: [1, 2] }, points: 5, clusters: 2, ...SMALL },
  { lloyd: "0.1.0", elbow: [1, 3], points: 5, clusters: 2, seed: 1, ...SMALL },
  { lloyd: "0.1.0", k: 2, data: "in.csv", sha256, ...SMALL },
  { lloyd: "0.1.0", k: 2, storyboard: [0, "last"], points: 5, clusters: 2, ...SMALL },
];

/** The recipe in an SVG, as `replay` finds it. */
const svgWith = (recipe: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${recipe}</metadata></svg>`;

const artifacts = fc.oneof(
  changedJson(RECIPES).map((recipe) => ["a.svg", svgWith(jsonOf(recipe))] as const),
  changedJson(TRACES).map((trace) => ["a.json", jsonOf(trace)] as const),
  changedBytes(RECIPES.map((recipe) => new TextEncoder().encode(svgWith(JSON.stringify(recipe)))))
    .map((bytes) => ["a.svg", new TextDecoder().decode(bytes)] as const),
);

/** Artifacts whose recipes were written by somebody else, made again. */
export default target({
  each: 30,
  inputs: fc.tuple(artifacts, fc.constantFrom("b.svg", "b.png", "b.gif", "b.json")),
  check: async ([[name, text], out]) => {
    Deno.writeTextFileSync("in.csv", TABLES["in.csv"]);
    Deno.writeTextFileSync(name, text);
    const before = filesHere();
    const outcome = await called(["replay", name, "--out", out]);
    checkOutcome(outcome);
    await checkFiles(before, outcome, [name]);
  },
});
