import type { Fields } from "./fields.ts";

/** What was done to each feature before the run: `(value * factor - center) / scale`. */
export interface TraceScaling {
  /** How the features were made comparable: `zscore`, `minmax`, or another program's word. */
  readonly kind: string;
  /** What was subtracted from each of the N features, in its own unit. */
  readonly center: readonly number[];
  /** What each of the N features was then divided by, in its own unit. */
  readonly scale: readonly number[];
  /** What values were multiplied by first, powers of two: only near the ends of the numbers. */
  readonly factor?: readonly number[];
}

/** Reads a scaling; `null` and nothing at all mean that there is none. */
export function scalingIn(
  value: unknown,
  columns: number,
  fields: Fields,
): TraceScaling | undefined {
  if (value === undefined || value === null) return undefined;
  const { kind, center, scale, factor } = fields.object(value, "scaling");
  if (typeof kind !== "string") return fields.refuse("scaling.kind", kind, "a word");
  const positive = (value: unknown, place: string) => {
    const read = fields.numbers(value, place, columns);
    const astray = read.findIndex((number) => number <= 0);
    return astray < 0 ? read : fields.refuse(`${place}[${astray}]`, read[astray], "more than 0");
  };
  return {
    kind,
    center: fields.numbers(center, "scaling.center", columns),
    scale: positive(scale, "scaling.scale"),
    ...(factor !== undefined && { factor: positive(factor, "scaling.factor") }),
  };
}
