// deno-fmt-ignore-file
import type { Mutation } from "./mutation.ts";

/** Mistakes in src/trace. */
export const trace: readonly Mutation[] = [
  ["src/trace/course.ts", "if (clusters[labels[i]] !== now[i]) count++;", "count++;", "trace/course_test.ts"],
  ["src/trace/course.ts", "this.#go(this.#changes.length);", "", "trace/course_test.ts"],
  ["src/trace/course.ts", "if (step < this.#at) {", "if (false) {", "trace/course_test.ts"],
  ["src/trace/course.ts", "clusters.forEach((cluster, label) => labelOf[cluster] = label);", "clusters.forEach((cluster, label) => labelOf[label] = cluster);", "trace/parse_trace_test.ts trace/course_test.ts"],
  ["src/trace/kept_steps.ts", "recent.find((kept) => kept.step === step)", "recent[0]", "trace/course_test.ts"],
  ["src/trace/final_clusters.ts", "converged ? labels : assign(points, centroids)", "labels", "trace/course_test.ts trace/trace_test.ts"],
  ["src/trace/parse_trace.ts", "trace.version !== 1", "trace.version < 1", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "features.length !== 0 && features.length !== columns", "features.length > columns", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "(step.iteration ?? iteration) !== iteration", "false", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "i > 0 && cluster <= clusters[i - 1]", "i > 0 && cluster < clusters[i - 1]", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "step.inertia ?? inertia(points, centroids, labels)", "step.inertia ?? 0", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "!(measured >= 0)", "false", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "item as number >= 0 && item as number < below", "item as number >= 0 && item as number <= below", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "scale <= 0", "scale < 0", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "text.length > 40", "text.length > 4000", "trace/parse_trace_test.ts"],
  ["src/trace/parse_trace.ts", "trace.converged ?? hasConverged(steps)", "trace.converged ?? true", "trace/parse_trace_test.ts"],
  ["src/trace/projection.ts", "places[to] = sum + offset;", "places[to] = sum;", "trace/trace_test.ts"],
  ["src/trace/projection.ts", "weights[j] * data[i * columns + j]", "weights[j] * data[j]", "trace/trace_test.ts"],
  ["src/trace/trace.ts", "before?.length === last.length &&", "", "trace/trace_test.ts"],
  ["src/trace/trace.ts", "features.length !== 0 && features.length !== matrix.columns", "false", "trace/trace_test.ts"],
  ["src/trace/trace.ts", "{ init, onIteration: _, ...options }", "{ init, ...options }", "trace/trace_test.ts"],
  ["src/trace/trace_json.ts", "Number.isFinite(inertia) ? inertia : null", "inertia", "trace/trace_test.ts"],
  ["src/trace/trace_json.ts", "...(centroids.rows < k && { clusters: [...clusters] }),", "", "trace/parse_trace_test.ts trace/trace_test.ts"],
];
