import { quotable } from "../data_error.ts";
import type { Features } from "./features.ts";
import { spreadOf } from "./scaling.ts";

/** How many times as wide as another a feature must spread for a warning. */
const UNLIKE = 10;

/** What there is to say where features spread so unlike that one of them decides all. */
export function unlikeSpread(
  { names, points }: Pick<Features, "names" | "points">,
): string | undefined {
  if (names.length < 2) return undefined;
  let [widest, narrowest] = [0, -1];
  const spreads = names.map((_, j) => spreadOf(points, j).deviation);
  spreads.forEach((spread, j) => {
    if (spread > spreads[widest]) widest = j;
    if (spread > 0 && !(spread >= spreads[narrowest])) narrowest = j;
  });
  const ratio = spreads[widest] / spreads[narrowest];
  if (!(ratio > UNLIKE)) return undefined;
  const [wide, narrow] = [widest, narrowest].map((j) => quotable(names[j]));
  const times = ratio < 1e6
    ? Math.round(ratio).toLocaleString("en")
    : Math.min(ratio, Number.MAX_VALUE).toPrecision(2);
  return `${wide} spreads ${times} times as widely as ${narrow} and decides the clusters`;
}
