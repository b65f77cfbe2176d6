// deno-fmt-ignore-file
import type { Mutation } from "./mutation.ts";

/** Mistakes in src/model, and in what the command makes of a model. */
export const model: readonly Mutation[] = [
  ["src/model/model_of.ts", "steps[steps.length - 1]", "steps[0]", "model/model_test.ts"],
  ["src/kmeans/cluster_figures.ts", "for (const label of labels) sizes[label]++;", "", "model/model_test.ts"],
  ["src/kmeans/cluster_figures.ts", "sums[label] += ", "sums[label] = ", "model/model_test.ts"],
  ["src/model/model_of.ts", "...(scaling && { scaling }),", "", "model/model_test.ts"],
  ["src/model/model_json.ts", "scaling ?? null", "null", "model/model_test.ts"],
  ["src/model/parse_model.ts", "model.version !== 1", "false", "model/model_test.ts"],
  ["src/model/parse_model.ts", "if (model.format === \"lloyd-trace\") return", "if (false) return", "model/model_test.ts"],
  ["src/model/parse_model.ts", "all.length !== k", "all.length > k", "model/model_test.ts"],
  ["src/model/parse_model.ts", "weight = size", "weight = 0", "model/model_test.ts"],
  ["src/model/parse_model.ts", "inertia === null ? Infinity", "inertia === null ? 0", "model/model_test.ts"],
  ["src/model/parse_model.ts", "cluster as number >= i", "true", "model/model_test.ts"],
  ["src/model/parse_model.ts", "number >= 0 ? number", "true ? number", "model/model_test.ts"],
  ["src/model/predict.ts", "scaling ? rescale(own, scaling) : own", "own", "model/model_test.ts"],
  ["src/model/predict.ts", "requireSameFeatures(own, centroids);", "", "model/model_test.ts"],
  ["src/trace/trace_scaling.ts", "number <= 0", "number < 0", "model/model_test.ts"],
  ["src/trace/trace_scaling.ts", "typeof kind !== \"string\") return", "false) return", "model/model_test.ts"],
  ["src/cli/runs/predicted.ts", "numbers > 0 && others === 0", "numbers > 0", "cli/predict_test.ts"],
  ["src/cli/runs/predicted.ts", "if (found.length === n) return found;", "return found;", "cli/predict_test.ts"],
  ["src/cli/runs/predicted.ts", "requireNumbers(columns[i], true)", "requireNumbers(columns[i])", "cli/predict_test.ts"],
  ["src/cli/commands/predict.ts", "model.clusters[k].cluster ?? k", "k", "cli/predict_test.ts"],
  ["src/cli/commands/predict.ts", "reads: [path, from]", "reads: [path]", "cli/predict_test.ts"],
  ["src/cli/runs/cluster_rows.ts", "sizes[row] / points.rows", "sizes[row] / own.rows", "cli/summary_test.ts"],
  ["src/cli/runs/cluster_rows.ts", "unscale(centroids, scaling)", "centroids", "cli/summary_test.ts"],
  ["src/cli/runs/cluster_rows.ts", "inertias[row] += ", "inertias[row] = ", "cli/summary_test.ts"],
  ["src/cli/runs/cluster_rows.ts", "replace(/[\\\\|]/g", "replace(/[\\\\]/g", "cli/summary_test.ts"],
  ["src/cli/runs/cluster_rows.ts", "(share as number) * 1000) / 10", "(share as number) * 100)", "cli/summary_test.ts"],
];
