import type { Look, Subject } from "../../formats/format.ts";
import type { Options } from "../options/table.ts";
import type { Made } from "../runs/made.ts";
import { stillAt } from "./still.ts";

/** What artifacts are made from: what was made of the data, and the options. */
export interface Source extends Omit<Made, "about"> {
  readonly options: Options;
}

/** What a format makes a file from. */
export function subjectOf(source: Source): Subject {
  const { options, film: filmOf, trace, rows, recipe } = source;
  const { at } = options;
  const film = () => filmOf();
  return {
    film,
    ...(at !== undefined && { still: async () => stillAt(await film(), at) }),
    look: lookOf(options),
    trace,
    rows,
    recipe,
  };
}

/** How the options ask pictures to look. */
export function lookOf(
  { theme, fps, loop, colors, quality, transparent }: Options,
): Look {
  return { theme, fps, loop, colors, quality, transparent };
}
