import { groupsIn } from "../../data/generate/shapes.ts";
import { LIMITS } from "../../page/limits.ts";
import { UsageError } from "../errors.ts";
import { requireApplicable } from "../options/applicable.ts";
import type { Option } from "../options/option.ts";
import { OPTIONS, type Options } from "../options/table.ts";
import { parseCall, shortened } from "../options/parse.ts";

/** Options that are no parameters: they read files, make several runs or several pictures. */
const CLOSED: readonly string[] = ["centroids", "elbow", "compare", "storyboard", "transparent"];
/** The parameters for a table that is sent. */
export const OF_TABLES: readonly string[] = [
  "input-format",
  "delimiter",
  "decimal",
  "skip",
  "comment",
  "encoding",
  "columns",
  "x",
  "y",
  "label",
  "missing",
  "standardize",
  "scale",
];

/** The options that can be parameters, by their names. */
export const PARAMETERS: readonly (readonly [string, Option])[] = Object.entries<Option>(OPTIONS)
  .filter(([name, { group }]) =>
    ["Run", "Generated data", "Picture", "Time"].includes(group) && !CLOSED.includes(name) ||
    OF_TABLES.includes(name)
  );

const NAMES = new Map(
  PARAMETERS.flatMap(([name, option]) => [[name, option], [option.called ?? name, option]]),
);

/** The options that a request asks for. */
export type Asked = Options & { readonly seed: number };

/**
 * Reads the parameters of a request as options. The seed is 1 unless one is given, so that a link
 * shows everybody the same picture.
 *
 * @throws {UsageError} If one is not known, cannot be read or asks for too much.
 */
export async function optionsOfQuery(query: URLSearchParams): Promise<Asked> {
  const args = [...query].flatMap(([name, value]) => {
    const option = NAMES.get(name);
    if (!option) throw new UsageError(`'${shortened(name)}' is no parameter: see / for all`);
    if (option.read) return [`--${name}=${value}`];
    if (["", "1", "true"].includes(value)) return [`--${name}`];
    if (["0", "false"].includes(value)) return [];
    throw new UsageError(`--${name} '${shortened(value)}' cannot be: expected true or false`);
  });
  const { values, given } = await parseCall(args, OPTIONS);
  const k = given.has("k") || !values.shape ? values.k : groupsIn(values.shape);
  const options = { ...values, k, seed: values.seed ?? 1, given, quiet: true };
  requireApplicable(options);
  requireWithin(options);
  return options;
}

/**
 * Checks that a request asks for no more than the limits of the server.
 *
 * @throws {UsageError} If it asks for more.
 */
export function requireWithin(options: Asked): void {
  const { k, restarts, clusters, points, size: [width, height] } = options;
  for (
    const [name, value, most] of [
      ["k", k, LIMITS.k],
      ["n-init", restarts, LIMITS.restarts],
      ["points in all", clusters * points, LIMITS.points],
      ["width", width, LIMITS.width],
      ["height", height, LIMITS.height],
      ["k × points × n-init", k * clusters * points * restarts, LIMITS.distances],
    ] as const
  ) {
    if (value > most) throw new UsageError(`${name} ${value} is more than ${most}: lower it`);
  }
}
