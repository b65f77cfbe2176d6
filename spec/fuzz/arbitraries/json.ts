import fc from "fast-check";
import { text } from "./texts.ts";

/** Values of JSON that a reader may not expect. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, 4e9, "", "1", [], {}, [[]], [null]],
    ...[{ toString: 1 }, { length: 1e9 }, { __proto__: null }],
  ),
  text,
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer({ min: 1, max: 4000 }).map(nested),
);

/** A value as JSON; where it is too deep for that, a text as deep. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "[".repeat(10_000);
  }
}

/** An array in an array, and so on. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** What is done to one place of a value: it becomes another, it goes, or it is there twice. */
type Change = readonly [kind: "set" | "drop" | "double", place: number, value: unknown];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom("set" as const, "set" as const, "drop" as const, "double" as const),
  fc.nat(),
  oddValue,
);

/** A value of JSON with some places of it changed. */
export function changedJson(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([sample, changes]) => {
      const value = structuredClone(sample);
      changes.forEach((change) => apply(value, change));
      return value;
    });
}

// deno-lint-ignore no-explicit-any
function apply(value: any, [kind, place, other]: Change): void {
  const places: [parent: Record<string, unknown>, key: string][] = [];
  const visit = (parent: Record<string, unknown>) => {
    for (const key of Object.keys(parent)) {
      places.push([parent, key]);
      const child = parent[key];
      if (typeof child === "object" && child !== null && places.length < 10_000) {
        visit(child as Record<string, unknown>);
      }
    }
  };
  visit(value);
  if (places.length === 0) return;
  const [parent, key] = places[place % places.length];
  if (kind === "set") parent[key] = other;
  else if (Array.isArray(parent)) {
    parent.splice(Number(key), 1, ...kind === "drop" ? [] : [parent[+key], parent[+key]]);
  } else if (kind === "drop") delete parent[key];
  else parent[`${key}2`] = parent[key];
}
