import { MISSING_NAMES } from "../../data/features/missing.ts";
import { SCALE_NAMES } from "../../data/features/scaling.ts";
import { INPUT_FORMATS } from "../../data/read/input_formats.ts";
import { ENCODE_RULES } from "../../encode/encode_options.ts";
import { FILM_RULES, STYLE_NAMES } from "../../film/styles/film_options.ts";
import { SHAPE_NAMES, SHAPES } from "../../data/generate/shapes.ts";
import { EMPTY_NAMES } from "../../kmeans/empty_policies.ts";
import { MOST_CANDIDATES } from "../../kmeans/starts/kmeans_plus_plus.ts";
import { INIT_NAMES } from "../../kmeans/starts/inits.ts";
import { THEME_NAMES } from "../../film/scene/theme.ts";
import { FORMATS } from "../../formats/formats.ts";
import { flag, optional, repeated, valued, type Values } from "./option.ts";
import { textOptions } from "./text_options.ts";
import {
  bytes,
  comparison,
  iterations,
  moment,
  number,
  orAuto,
  range,
  ruled,
  size,
  text,
  time,
  whole,
  wholes,
  word,
} from "./values.ts";

/** The headings of the help, in order. */
export const GROUPS = [
  "Output",
  "Data",
  "Run",
  "Generated data",
  "Picture",
  "Time",
  "Help",
] as const;

/** What each format is; formats of the same description are told together. */
function formatsTold(): Record<string, string> {
  const endings = new Map<string, string[]>();
  for (const { about, ending } of FORMATS) {
    endings.set(about, [...endings.get(about) ?? [], ending]);
  }
  return Object.fromEntries([...endings].map(([about, names]) => [names.join(", "), about]));
}

/** Every option by its name: what the command reads, its help and its recipes are made from. */
export const OPTIONS = {
  "out": repeated(text, {
    group: "Output",
    short: "o",
    value: "FILE",
    help:
      "Write FILE, in the format its ending names; repeatable; - is stdout; steps-{i}.png is a still a step",
    each: formatsTold(),
  }),
  "format": optional(text, {
    group: "Output",
    value: "FORMAT",
    help: "The format of stdout, or of a file whose ending names none",
  }),
  "dark-out": repeated(text, {
    group: "Output",
    value: "FILE",
    help: "Write the picture in the dark theme too, for --embed; repeatable",
    otherwise: "not written",
  }),
  "embed": flag({
    group: "Output",
    help: "Print what to paste: Markdown, HTML for light and dark pages, a description",
  }),
  "check": flag({
    group: "Output",
    help: "Write nothing: fail, with status 1, if a file is not what would be written",
  }),
  "overwrite": flag({ group: "Output", help: "Replace files that are read-only, too" }),
  "centroids-out": optional(text, {
    group: "Output",
    value: "FILE",
    help: "Write the final centroids: csv, tsv, ndjson, parquet, json",
    otherwise: "not written",
  }),
  "model-out": optional(text, {
    group: "Output",
    value: "FILE",
    help: "Write what predict needs to label new rows: centroids, scaling, features",
    otherwise: "not written",
  }),
  "summary-out": optional(text, {
    group: "Output",
    value: "FILE",
    help: "Write the clusters, their size, share and inertia: json, csv, md",
    otherwise: "not written",
  }),
  "max-size": optional(bytes, {
    group: "Output",
    value: "BYTES",
    help: "Keep each picture within 2MB, say: fewer frames a second, then colours, then pixels",
    otherwise: "as large as it gets",
  }),
  "no-limits": flag({
    group: "Output",
    help: "Let replay work for as long, and a run take as much memory, as it needs",
  }),
  "quiet": flag({ group: "Output", short: "q", help: "Print nothing but errors" }),
  "verbose": flag({
    group: "Output",
    short: "v",
    help: "Print how the data were read, and the clusters",
  }),

  "input-format": optional(word(...INPUT_FORMATS), {
    group: "Data",
    value: "FORMAT",
    help: "csv (any delimiter), tsv, json, ndjson, parquet, xlsx; each may be packed by gzip",
    otherwise: "by the ending or the first bytes",
  }),
  "header": flag({
    group: "Data",
    help: "The first row names the columns, whatever it looks like",
  }),
  "no-header": flag({ group: "Data", help: "The first row is data" }),
  "json-path": optional(text, {
    group: "Data",
    value: "A.B",
    help: "Where in JSON the rows are: its keys, with points between them",
    otherwise: "where there are any",
  }),
  ...textOptions("Data"),
  "columns": optional(text, {
    group: "Data",
    value: "A,B",
    help: "The features, by name or number, a name with a comma in double quotes",
    otherwise: "every column of numbers",
  }),
  "x": optional(text, {
    group: "Data",
    not: ["elbow"],
    value: "A",
    help: "The feature drawn to the right",
  }),
  "y": optional(text, {
    group: "Data",
    not: ["elbow"],
    value: "B",
    help: "The feature drawn upwards",
  }),
  "label": optional(text, {
    group: "Data",
    value: "A",
    help: "A column that is the true class: no feature, but compared with the clusters",
  }),
  "missing": optional(word(...MISSING_NAMES), {
    group: "Data",
    value: "HOW",
    help: "What becomes of rows that lack a value: drop, error, mean (of the column)",
    otherwise: "drop",
  }),
  "standardize": flag({ group: "Data", help: "Give every feature the same spread (z-scores)" }),
  "scale": optional(word(...SCALE_NAMES), {
    group: "Data",
    value: "HOW",
    help:
      "none, zscore as --standardize, minmax: every feature from 0 to 1, unit: rows of length 1",
    otherwise: "none",
  }),

  "k": valued(12, whole(1), {
    group: "Run",
    not: ["elbow", "compare k"],
    short: "k",
    value: "N",
    help: "How many clusters to look for",
    otherwise: "12; as many as a shape has groups or --centroids rows",
  }),
  "centroids": optional(text, {
    group: "Run",
    not: ["elbow", "compare"],
    value: "FILE",
    help: "A file of initial centroids, in any format that data can have",
  }),
  "compare": optional(comparison, {
    group: "Run",
    not: ["classic"],
    value: "WHAT=A,B",
    help: "Film several runs on the same points side by side: init=…, k=… or seed=…",
  }),
  "elbow": optional(wholes, {
    group: "Run",
    not: ["classic", "compare"],
    value: "LOW..HIGH",
    help: "Draw inertia and silhouette over k, the best of several runs each, to choose k by",
  }),
  "seed": optional(whole(0, 2 ** 32 - 1), {
    group: "Run",
    value: "N",
    help: "Where the random numbers start: the same seed, the same artifact",
    otherwise: "drawn, and printed",
  }),
  "start-seed": optional(whole(0, 2 ** 32 - 1), {
    group: "Run",
    not: ["elbow", "compare seed", "centroids"],
    value: "N",
    help: "Where the random numbers of the start begin: other centroids on the same points",
    otherwise: "as --seed",
  }),
  "init": valued("random", word(...INIT_NAMES), {
    group: "Run",
    not: ["compare init", "centroids"],
    value: "HOW",
    help: `How the first centroids are chosen: ${INIT_NAMES.join(", ")}`,
  }),
  "candidates": valued("auto", orAuto(whole(1, MOST_CANDIDATES)), {
    group: "Run",
    not: ["another start", "centroids"],
    value: "N",
    help: "Candidates for each pick of kmeans++, of which the best is taken; 1 is the paper's",
    otherwise: "2 + ln K",
  }),
  "restarts": valued(1, whole(1, 100_000), {
    group: "Run",
    called: "n-init",
    not: ["centroids"],
    value: "N",
    help: "Run from N starts and keep the run of lowest inertia; --restarts is the same",
  }),
  "max-iterations": optional(whole(0), {
    group: "Run",
    value: "N",
    help: "Stop after N iterations, 0 for the start alone; if it is not given, after 10,000",
    otherwise: "run until it converges",
  }),
  "tol": optional(number(0, 1_000_000), {
    group: "Run",
    value: "X",
    help: "Stop where the squared moves of all centroids are at most X times the mean variance",
    otherwise: "run until nothing moves",
  }),
  "empty": valued("keep", word(...EMPTY_NAMES), {
    group: "Run",
    value: "POLICY",
    help: `What becomes of a cluster without points: ${EMPTY_NAMES.join(", ")}`,
  }),

  "shape": optional(word(...SHAPE_NAMES), {
    group: "Generated data",
    value: "SHAPE",
    help: "What to generate, and what it shows about K-means",
    otherwise: "blobs",
    each: Object.fromEntries(SHAPE_NAMES.map((name) => [name, SHAPES[name].shows])),
  }),
  "clusters": valued(12, whole(1, 10_000_000), {
    group: "Generated data",
    value: "N",
    help: "How many Gaussian clusters to generate",
  }),
  "points": valued(100, whole(1, 10_000_000), {
    group: "Generated data",
    value: "N",
    help: "Points in each of them; another shape has as many in all",
  }),
  "spread": valued(0.01, number(0, 1000), {
    group: "Generated data",
    value: "X",
    help: "Their variance, as a share of the width of the bounds; how blurred another shape is",
  }),
  "bounds": valued([-4, 4], range, {
    group: "Generated data",
    value: "LOW,HIGH",
    help: "Where their centres lie, in both features",
  }),

  "style": valued("glide", word(...STYLE_NAMES), {
    group: "Picture",
    value: "STYLE",
    help: "glide: recoloured, then moved; classic: the tutorial's, one frame a step",
  }),
  "theme": optional(word(...THEME_NAMES), {
    group: "Picture",
    value: "THEME",
    help: "light, dark, classic, or auto: an SVG follows its reader, all else is light",
    otherwise: "auto; classic in that style",
  }),
  "transparent": flag({ group: "Picture", help: "Leave out the background, of an svg or png" }),
  "size": valued([640, 480], size, {
    group: "Picture",
    value: "WxH",
    help: "Width and height in pixels",
    otherwise: "640x480",
  }),
  "colors": optional(ruled(ENCODE_RULES.colors), {
    group: "Picture",
    value: "N",
    help: "How many colours a GIF has at the most",
    otherwise: "255",
  }),
  "quality": optional(ruled(ENCODE_RULES.quality), {
    group: "Picture",
    value: "N",
    help: "How finely an MP4 is encoded, from 1 to 100",
    otherwise: "75",
  }),
  "title": optional(text, { group: "Picture", not: ["classic"], value: "TEXT", help: "A heading" }),

  "storyboard": optional(iterations, {
    group: "Picture",
    not: ["classic", "compare", "elbow"],
    value: "STEPS",
    help: "Show iterations side by side, such as 0,1,2,last, or auto: for print and slides",
    otherwise: "a film",
  }),
  "shapes": flag({
    group: "Picture",
    not: ["classic", "elbow"],
    help: "Tell clusters apart by the shape of their points too",
  }),
  "axes": flag({
    group: "Picture",
    not: ["classic", "elbow"],
    help: "Draw axes, also where the features have no names",
  }),
  "no-axes": flag({ group: "Picture", not: ["classic", "elbow"], help: "Draw none" }),
  "no-cells": flag({
    group: "Picture",
    not: ["elbow"],
    help: "Leave out the lines between the clusters",
  }),
  "no-trails": flag({
    group: "Picture",
    not: ["elbow"],
    help: "Leave out the trails of the centroids",
  }),
  "no-chart": flag({
    group: "Picture",
    not: ["elbow"],
    help: "Leave out the chart of the inertia",
  }),
  "no-caption": flag({
    group: "Picture",
    not: ["classic", "elbow"],
    help: "Leave out the caption",
  }),

  "interval": optional(time(FILM_RULES.interval), {
    group: "Time",
    not: ["storyboard"],
    value: "TIME",
    help: "How long an iteration lasts, such as 500ms or 2s",
    otherwise: "1s, less as the run calms down; 500ms in classic style",
  }),
  "speed": optional(ruled(FILM_RULES.speed), {
    group: "Time",
    not: ["storyboard"],
    value: "X",
    help: "How fast the run is told, all but the hold: 2 is twice as fast",
    otherwise: "1",
  }),
  "hold": optional(time(FILM_RULES.hold), {
    group: "Time",
    not: ["storyboard"],
    value: "TIME",
    help: "How long the end is held",
    otherwise: "2.5s; an interval in classic style",
  }),
  "fps": valued(20, ruled(ENCODE_RULES.fps), {
    group: "Time",
    value: "N",
    help: "Frames a second while something moves",
  }),
  "at": optional(moment, {
    group: "Time",
    value: "MOMENT",
    help:
      "The moment that a png or svg shows as a still: 3.2s, iteration=4, iteration=4:assign or :update",
    otherwise: "png: the end; svg: the film",
  }),
  "loop": optional(ruled(ENCODE_RULES.loop), {
    group: "Time",
    value: "N",
    help: "How often to play it",
    otherwise: "for ever",
  }),

  "help": flag({ group: "Help", short: "h", help: "Print this help" }),
  "version": flag({ group: "Help", short: "V", help: "Print the version" }),
};

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** A file that was read: its name without its folder, and the SHA-256 of its bytes. */
export interface Source {
  readonly name: string;
  readonly sha256: string;
}

/** The files that are read, by what is read from them. */
export type Sources = { readonly [S in "data" | "centroids" | "trace"]?: Source };

/** The value of every option. */
export type Options = Values<typeof OPTIONS> & {
  /** The file of data, `-` for standard input; `undefined` if the data are generated. */
  readonly data?: string;
  /** The files, if a recipe names them or they have been read. */
  readonly sources?: Sources;
  /** Whether they come from a recipe, which anybody can have written. */
  readonly fromRecipe?: boolean;
  /** Which options were given. */
  readonly given?: ReadonlySet<OptionName>;
};
