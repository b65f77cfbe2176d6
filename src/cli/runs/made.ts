import type { NamedRows } from "../../data/write/rows.ts";
import type { Film } from "../../film/scene/film.ts";
import type { Recipe, Trace } from "../../trace/trace.ts";
import type { Options } from "../options/table.ts";

/** What was made of the data, for artifacts to be made from. */
export interface Made {
  /** What it is, for people. */
  readonly about: { readonly title: string; readonly description: string };
  readonly recipe: Recipe;
  /** The run; of a choice of k, or of several runs, there is none. */
  readonly trace: Trace | undefined;
  /** Makes the film, of another size than the options ask for where one is given. */
  readonly film: (size?: Options["size"]) => Promise<Film>;
  /** The rows as they came, with their cluster; of a choice of k, what each comes to. */
  readonly rows: () => NamedRows;
}
