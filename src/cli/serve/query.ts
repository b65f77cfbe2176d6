import { UsageError } from "../errors.ts";
import type { Option } from "../option.ts";
import { OPTIONS, type Options } from "../options.ts";
import { parseCall, shortened } from "../parse.ts";

/** The most that a request can ask for. */
export const LIMITS = {
  k: 100,
  points: 20_000,
  restarts: 20,
  width: 1920,
  height: 1080,
  frames: 1000,
} as const;

/** Options that are about files, or make many runs. */
const CLOSED: readonly string[] = ["centroids", "elbow", "compare", "storyboard", "transparent"];

/** The options that can be parameters, by their names. */
export const PARAMETERS: readonly (readonly [string, Option])[] = Object.entries<Option>(OPTIONS)
  .filter(([name, { group }]) =>
    ["Run", "Generated data", "Picture", "Time"].includes(group) && !CLOSED.includes(name)
  );

const NAMES = new Map(PARAMETERS);

/**
 * Reads the parameters of a request as options. Without a seed it is 1, so that a link shows the
 * same picture to everybody.
 *
 * @throws {UsageError} If one is not known, cannot be read or asks for too much.
 */
export async function optionsOfQuery(query: URLSearchParams): Promise<Options & { seed: number }> {
  const args = [...query].flatMap(([name, value]) => {
    const option = NAMES.get(name);
    if (!option) throw new UsageError(`'${shortened(name)}' is no parameter: see / for all`);
    if (option.read) return [`--${name}=${value}`];
    if (["", "1", "true"].includes(value)) return [`--${name}`];
    if (["0", "false"].includes(value)) return [];
    throw new UsageError(`--${name} '${shortened(value)}' cannot be: expected true or false`);
  });
  const { values, given } = await parseCall(args, OPTIONS);
  const { k, restarts, clusters, points, shape, size: [width, height] } = values;
  const all = shape && shape !== "blobs" ? points : clusters * points;
  for (
    const [name, value, most] of [
      ["k", k, LIMITS.k],
      ["restarts", restarts, LIMITS.restarts],
      ["points in all", all, LIMITS.points],
      ["width", width, LIMITS.width],
      ["height", height, LIMITS.height],
    ] as const
  ) {
    if (value > most) throw new UsageError(`${name} ${value} is more than ${most}: lower it`);
  }
  return { ...values, seed: values.seed ?? 1, given, quiet: true };
}
