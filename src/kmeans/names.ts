import { readable, requireArray, shown } from "../checks.ts";

/**
 * Refuses what are no names of features, one a feature or none at all.
 *
 * @param columns How many features there are.
 * @throws {TypeError} If they are none.
 */
export function requireNames(
  action: string,
  what: string,
  names: readonly string[],
  columns: number,
): void {
  requireArray(action, what, names);
  const length = readable(action, what, names, () => names.length);
  if (length !== 0 && length !== columns) {
    throw new TypeError(
      `Cannot ${action} as '${what}' must be one name a feature: ${length} names, ${columns} features`,
    );
  }
  const astray = readable(
    action,
    what,
    names,
    () => names.findIndex((name) => typeof name !== "string"),
  );
  if (astray >= 0) {
    throw new TypeError(
      `Cannot ${action} as '${what}[${astray}]' must be a text: ${shown(names[astray])}`,
    );
  }
}
