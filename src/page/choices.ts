import { groupsIn, SHAPE_NAMES, type ShapeName } from "../data/generate/shapes.ts";
import { type Style, STYLE_NAMES } from "../film/styles/film_options.ts";
import { THEME_NAMES, type ThemeName } from "../film/scene/theme.ts";
import { type Init, INIT_NAMES } from "../kmeans/starts/inits.ts";
import { LIMITS } from "./limits.ts";

/** What is chosen on the page. A link has parameters of the same names. */
export interface Choices {
  readonly shape: ShapeName;
  readonly clusters: number;
  readonly points: number;
  readonly k: number;
  readonly init: Init;
  readonly seed: number;
  /** The seed of the start. Default: `seed`. */
  readonly startSeed?: number;
  readonly size: readonly [width: number, height: number];
  /** Default: the theme of the film. */
  readonly theme?: ThemeName;
  readonly style: Style;
  readonly cells: boolean;
  readonly trails: boolean;
  /** Whether the features of the reader's own points are given the same spread. */
  readonly standardize: boolean;
}

/**
 * Reads choices from the parameters of a link or the fields of the form; what is missing has its
 * default.
 *
 * @throws {RangeError} If a value is none of those that there are, or out of range.
 */
export function choicesOf(parameters: URLSearchParams): Choices {
  const said = (name: string) => parameters.get(name) || undefined;
  const word = <T extends string>(name: string, words: readonly T[], otherwise: T): T => {
    const value = said(name) ?? otherwise;
    if (words.includes(value as T)) return value as T;
    throw refused(name, value, `one of ${words.join(", ")}`);
  };
  const whole = (name: string, low: number, high: number): number | undefined => {
    const value = said(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= low && number <= high) return number;
    throw refused(name, value, `a whole number from ${low} to ${high}`);
  };
  const isSaid = (name: string) =>
    parameters.has(name) && !/^(0|false)$/.test(parameters.get(name)!);
  const shape = word("shape", SHAPE_NAMES, "blobs");
  const theme = word("theme", THEME_NAMES, "auto");
  const clusters = whole("clusters", 1, LIMITS.points) ?? 12;
  const points = whole("points", 1, LIMITS.points) ?? 100;
  if (clusters * points > LIMITS.points) {
    throw refused("points", `${clusters} × ${points}`, `at most ${LIMITS.points} in all`);
  }
  const startSeed = whole("start-seed", 0, 2 ** 32 - 1);
  return {
    shape,
    clusters,
    points,
    k: whole("k", 1, LIMITS.k) ?? groupsIn(shape),
    init: word("init", INIT_NAMES, "random"),
    seed: whole("seed", 0, 2 ** 32 - 1) ?? 1,
    ...(startSeed !== undefined && { startSeed }),
    size: sizeOf(said("size") ?? "640x480"),
    ...(theme !== "auto" && { theme }),
    style: word("style", STYLE_NAMES, "glide"),
    cells: !isSaid("no-cells"),
    trails: !isSaid("no-trails"),
    standardize: isSaid("standardize"),
  };
}

/** Choices as the parameters of a link, without those that have their default. */
export function parametersOf(choices: Choices): URLSearchParams {
  const { shape, clusters, points, k, init, seed, startSeed, size, theme, style } = choices;
  const said: readonly (readonly [string, unknown, unknown])[] = [
    ["shape", shape, "blobs"],
    ["clusters", clusters, 12],
    ["points", points, 100],
    ["k", k, groupsIn(shape)],
    ["init", init, "random"],
    ["seed", seed, 1],
    ["start-seed", startSeed, undefined],
    ["size", size.join("x"), "640x480"],
    ["theme", theme, undefined],
    ["style", style, "glide"],
    ["no-cells", !choices.cells, false],
    ["no-trails", !choices.trails, false],
    ["standardize", choices.standardize, false],
  ];
  return new URLSearchParams(
    said.filter(([, value, otherwise]) => value !== otherwise)
      .map(([name, value]) => [name, String(value)]),
  );
}

function sizeOf(text: string): readonly [number, number] {
  const [, width, height] = /^(\d{1,4})x(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (width >= 16 && height >= 16 && width <= LIMITS.width && height <= LIMITS.height) {
    return [width, height];
  }
  throw refused("size", text, `16x16 to ${LIMITS.width}x${LIMITS.height}`);
}

function refused(name: string, value: string, wanted: string): RangeError {
  return new RangeError(`${name} '${value.slice(0, 40)}' cannot be: expected ${wanted}`);
}
