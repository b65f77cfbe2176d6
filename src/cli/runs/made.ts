import type { NamedRows } from "../../data/write/rows.ts";
import type { Film } from "../../film/scene/film.ts";
import type { Recipe, Trace } from "../../trace/trace.ts";
import type { Options } from "../options/table.ts";

/** What was made of the data: all that artifacts are made from. */
export interface Made {
  /** A title and a description of it. */
  readonly about: { readonly title: string; readonly description: string };
  readonly recipe: Recipe;
  /** The run; `undefined` for a choice of k or several runs. */
  readonly trace: Trace | undefined;
  /** How many iterations the film tells at the most, or how many k. */
  readonly iterations: number;
  /** How many clusters it shows at the most. */
  readonly k: number;
  /** Makes the film, in another size than that of the options if one is given. */
  readonly film: (size?: Options["size"]) => Promise<Film>;
  /** The rows as they were read, each with its cluster; for a choice of k, the measures of each. */
  readonly rows: () => NamedRows;
}
