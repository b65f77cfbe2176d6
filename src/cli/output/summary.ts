import type { Film } from "../../film/scene/film.ts";
import { adjustedRandIndex } from "../../kmeans/measures/adjusted_rand_index.ts";
import type { Trace } from "../../trace/trace.ts";
import { type Artifact, nameOf } from "./artifact.ts";
import { sizeText } from "./size_text.ts";
import type { Data } from "../input/data.ts";
import { markdownImage } from "./embed.ts";
import { shortened } from "../options/parse.ts";
import { finalClusters } from "../../trace/final_clusters.ts";
import { trueClasses } from "../runs/rows.ts";

/** Tells the user what was done: the run and its seed, the files, a line to paste into a README. */
export function summary(
  about: { readonly title: string; readonly description: string },
  film: Film | undefined,
  artifacts: readonly Artifact[],
  toEmbed: boolean,
): string[] {
  const files = artifacts.filter(({ path }) => path !== "-");
  const picture = files.find(({ format }) => /^(image|still)$/.test(format?.embeddedAs ?? ""));
  return [
    about.description,
    ...artifacts.filter(({ path, given }) => path !== "-" || given).map(
      ({ path, bytes, given }) =>
        `${nameOf(path)}: ${sizeText(bytes.length)}${given ? `, with ${given}` : ""}`,
    ),
    ...(film ? [`${film.width}×${film.height} pixels, ${film.duration / 1000} s`] : []),
    ...(toEmbed && picture
      ? [`To embed it: ${markdownImage(about.description, picture.path)}`]
      : []),
  ];
}

/** How well the clusters meet the true classes, where the data name them. */
export function agreement(data: Data, trace: Trace): string[] {
  const classes = trueClasses(data);
  if (!classes) return [];
  const { table, features: { label } } = data;
  const name = shortened(table!.columns[label!].name);
  if (classes.length > 1 && new Set(classes).size === classes.length) {
    return [`--label ${name} is another in every row: it is a name, and no class to compare with`];
  }
  const index = adjustedRandIndex(finalClusters(trace), classes);
  return [
    `adjusted Rand index with ${name}: ${index.toFixed(3)} (1: the same, 0: no better than chance)`,
  ];
}
