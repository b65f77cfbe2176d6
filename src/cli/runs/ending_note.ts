import { MOST_BYTES, type Trace, type Unconverged } from "../../trace/trace.ts";
import type { Options } from "../options/table.ts";

/** Why a run ended before it converged, and what can be done. */
const WHY: Readonly<Record<Exclude<Unconverged, "tolerance">, string>> = {
  limit: "which is the limit: --max-iterations raises it",
  cycle: "as rounding led it back to centroids that it had left",
  stall: "as its inertia no longer falls: rounding alone moves the centroids",
  memory: `as its steps take ${
    MOST_BYTES / 2 ** 30
  } GiB: lower --max-iterations, or give --no-limits`,
};

/** A warning that a run ended before it converged; `undefined` where it did not, or was asked to. */
export function endingNote({ steps, stopped }: Trace, options: Options): string | undefined {
  if (!stopped || stopped === "tolerance") return undefined;
  if (stopped === "limit" && options["max-iterations"] !== undefined) return undefined;
  const iterations = (steps.length - 1).toLocaleString("en");
  return `warning: stopped after ${iterations} iterations, ${WHY[stopped]}`;
}
