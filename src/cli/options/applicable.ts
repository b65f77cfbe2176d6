import { UsageError } from "../errors.ts";
import type { Case, Option } from "./option.ts";
import { type OptionName, OPTIONS, type Options } from "./table.ts";

/** What each case is called in messages, and whether a call is one. */
const CASES: Readonly<Record<Case, readonly [told: string, is: (options: Options) => boolean]>> = {
  "classic": ["--style classic", ({ style }) => style === "classic"],
  "storyboard": ["--storyboard", ({ storyboard }) => storyboard !== undefined],
  "elbow": ["--elbow", ({ elbow }) => elbow !== undefined],
  "compare": ["--compare", ({ compare }) => compare !== undefined],
  "compare k": ["--compare k=…", ({ compare }) => compare?.what === "k"],
  "compare init": ["--compare init=…", ({ compare }) => compare?.what === "init"],
  "compare seed": ["--compare seed=…", ({ compare }) => compare?.what === "seed"],
  "another start": ["a start other than --init kmeans++", (options) => !picksByChance(options)],
  "centroids": ["--centroids", ({ centroids }) => centroids !== undefined],
};

/** Whether a start of a call is drawn by kmeans++: that of `--elbow` is, unless another is named. */
export function picksByChance({ init, elbow, compare, given }: Options): boolean {
  if (compare?.what === "init") return compare.values.includes("kmeans++");
  return init === "kmeans++" || elbow !== undefined && !given?.has("init");
}

/** An option that a call would ignore, and the other option because of which it would. */
export interface Clash {
  readonly name: OptionName;
  readonly other: string;
}

/** Those of some options that a call would ignore, according to the table of options. */
export function clashesIn(options: Options, names: Iterable<OptionName>): Clash[] {
  return [...names].flatMap((name) => {
    const { not = [] } = OPTIONS[name] as Option;
    const found = not.find((of) => CASES[of][1](options));
    return found === undefined ? [] : [{ name, other: CASES[found][0] }];
  });
}

/**
 * Refuses calls with an option that would be ignored.
 *
 * @throws {UsageError} If there is one.
 */
export function requireApplicable(options: Options): void {
  const [clash] = clashesIn(options, options.given ?? []);
  if (!clash) return;
  const { called = clash.name } = OPTIONS[clash.name] as Option;
  throw new UsageError(`--${called} means nothing with ${clash.other}: leave one of them out`);
}
