import { visible } from "./visible.ts";

/** What an option may be. */
export type Rule =
  | {
    readonly is: "number";
    readonly least: number;
    readonly most: number;
    readonly isWhole?: boolean;
  }
  | { readonly is: "word"; readonly words: readonly string[] }
  | { readonly is: "boolean" }
  | { readonly is: "text" };

/** Rules by the names of the options. */
export type Rules = Readonly<Record<string, Rule>>;

/**
 * Checks options against their rules. An option that is `undefined` has its default.
 *
 * @param action What cannot be done otherwise, for the message: `make the film`.
 * @param options The options.
 * @param rules What each may be.
 * @throws {TypeError} If they are no object, or an option is of a wrong type.
 * @throws {RangeError} If an option is out of range.
 */
export function requireOptions(action: string, options: object, rules: Rules): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`Cannot ${action} as the options must be an object: ${shown(options)}`);
  }
  const values = options as Readonly<Record<string, unknown>>;
  for (const name in rules) {
    if (values[name] !== undefined) requireOption(action, name, values[name], rules[name]);
  }
}

/**
 * Checks one value against its rule, as {@link requireOptions} does.
 *
 * @throws {TypeError} If it is of a wrong type.
 * @throws {RangeError} If it is out of range.
 */
export function requireOption(action: string, name: string, value: unknown, rule: Rule): void {
  if (fits(value, rule)) return;
  const Kind = rule.is === "word" || typeof value === "number" && rule.is === "number"
    ? RangeError
    : TypeError;
  throw new Kind(`Cannot ${action} as '${name}' must be ${wanted(rule)}: ${shown(value)}`);
}

function fits(value: unknown, rule: Rule): boolean {
  switch (rule.is) {
    case "number":
      return typeof value === "number" && value >= rule.least && value <= rule.most &&
        (!rule.isWhole || Number.isInteger(value));
    case "word":
      return rule.words.includes(value as string);
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
  }
}

function wanted(rule: Rule): string {
  switch (rule.is) {
    case "number": {
      const kind = rule.isWhole ? "a whole number" : "a number";
      return rule.most < Number.MAX_SAFE_INTEGER
        ? `${kind} from ${rule.least} to ${rule.most}`
        : `${kind} of ${rule.least} or more`;
    }
    case "word":
      return `one of ${rule.words.join(", ")}`;
    case "boolean":
      return "true or false";
    case "text":
      return "a text";
  }
}

/** A value in a few characters, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `'${value.length > 40 ? `${value.slice(0, 39)}…` : value}'`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  if (typeof value === "function") return "a function";
  return String(value);
}

/** How long an excerpt can be, in characters. */
const EXCERPT = 40;

/** The beginning of a JSON value as JSON, however large and deep it is. */
export function excerptOf(value: unknown): string {
  let text = "";
  const add = (more: string) => {
    text += more;
    return text.length <= EXCERPT;
  };
  const write = (value: unknown): boolean => {
    if (typeof value === "string") return add(visible(JSON.stringify(value.slice(0, EXCERPT + 1))));
    if (typeof value !== "object" || value === null) return add(String(value));
    const isArray = Array.isArray(value);
    let before = isArray ? "[" : "{";
    for (const name in value) {
      if (!add(isArray ? before : `${before}${visible(JSON.stringify(name.slice(0, EXCERPT)))}:`)) {
        return false;
      }
      if (!write(value[name as never])) return false;
      before = ",";
    }
    return add(`${before === "," ? "" : before}${isArray ? "]" : "}"}`);
  };
  if (value === undefined) return "missing";
  write(value);
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
}
