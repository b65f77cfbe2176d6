import { shown } from "../../checks.ts";

/** A value of an option as it stands in a recipe. */
export type RecipeValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | { readonly iteration: string | number; readonly part?: string | number }
  | { readonly what: string | number; readonly values: readonly (string | number)[] };

/** How many values a list can have: far more than any option takes. */
const MOST = 1000;

/** Whether what stands in a recipe can be the value of an option: anybody can have written it. */
export function isRecipeValue(value: unknown): value is RecipeValue {
  if (isWord(value) || typeof value === "boolean" || isList(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  // A moment, or what runs are compared by.
  const { iteration, part, what, values } = value as Readonly<Record<string, unknown>>;
  return isWord(iteration) && (part === undefined || isWord(part)) ||
    isWord(what) && isList(values);
}

function isWord(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function isList(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.length <= MOST && value.every(isWord);
}

/** What stands in a recipe, for a message, whatever it is. */
export function shownValue(value: unknown): string {
  return typeof value === "string" ? value : shown(value);
}
