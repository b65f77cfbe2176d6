import type { Format } from "./format.ts";

/** The run as a trace. */
export const json: Format = {
  ending: "json",
  mime: "application/json",
  about: "the run, step by step",
  holds: "run",
  encode: async ({ trace }) => {
    const { traceToJson } = await import("../trace/trace_json.ts");
    return new TextEncoder().encode(traceToJson(trace!));
  },
  recipeIn: (bytes) => {
    const text = new TextDecoder().decode(bytes);
    return /^\s*\{/.test(text) ? text : undefined;
  },
};
