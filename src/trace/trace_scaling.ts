import { isArray, readable, requireObject, shown } from "../checks.ts";
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

/**
 * Refuses what is no scaling of so many features.
 *
 * @throws {TypeError} If it is of a wrong type, or has not one number a feature.
 * @throws {RangeError} If a number is not finite, or what values are divided by is not more than 0.
 */
export function requireScaling(action: string, scaling: TraceScaling, columns: number): void {
  requireObject(action, "'scaling'", scaling);
  const { kind, ...numbers } = readable(action, "scaling", scaling, () => {
    const { kind, center, scale, factor } = scaling;
    return { kind, center, scale, ...(factor !== undefined && { factor }) };
  });
  if (typeof kind !== "string") {
    throw new TypeError(`Cannot ${action} as 'scaling.kind' must be a text: ${shown(kind)}`);
  }
  for (const [name, values] of Object.entries(numbers)) {
    const place = `scaling.${name}`;
    if (!isArray(values) || values.length !== columns) {
      throw new TypeError(
        `Cannot ${action} as '${place}' must be an array of ${columns} numbers: ${shown(values)}`,
      );
    }
    const least = name === "center" ? -Infinity : 0;
    const astray = values.find((value) => !(Number.isFinite(value) && value > least));
    if (astray === undefined) continue;
    const wanted = name === "center" ? "finite" : "finite and above 0";
    throw new RangeError(`Cannot ${action} as '${place}' must be ${wanted}: ${shown(astray)}`);
  }
}
