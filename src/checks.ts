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
  | { readonly is: "text" }
  | { readonly is: "function" }
  | { readonly is: "signal" }
  /** What `JSON.stringify` makes the text of an object of. */
  | { readonly is: "json" };

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
  requireObject(action, "the options", options);
  const values = options as Readonly<Record<string, unknown>>;
  for (const name in rules) {
    const value = readable(action, name, options, () => values[name]);
    if (value !== undefined) requireOption(action, name, value, rules[name]);
  }
}

/**
 * Refuses what is no object, or an array.
 *
 * @param name What it is called in the message: the options, or a name in quotes.
 * @throws {TypeError} If it is none.
 */
export function requireObject(action: string, name: string, value: unknown): void {
  if (typeof value === "object" && value !== null && !isArray(value)) return;
  throw new TypeError(`Cannot ${action} as ${name} must be an object: ${shown(value)}`);
}

/**
 * Refuses what is no array.
 *
 * @throws {TypeError} If it is none.
 */
export function requireArray(
  action: string,
  name: string,
  value: unknown,
): asserts value is readonly unknown[] {
  if (isArray(value)) return;
  throw new TypeError(`Cannot ${action} as '${name}' must be an array: ${shown(value)}`);
}

/**
 * Refuses what are no bytes.
 *
 * @throws {TypeError} If they are none.
 */
export function requireBytes(action: string, name: string, value: unknown): void {
  if (isInstance(value, Uint8Array)) return;
  throw new TypeError(`Cannot ${action} as '${name}' must be a Uint8Array: ${shown(value)}`);
}

/**
 * Reads from what somebody handed over. Of what throws when it is read, only that is told.
 *
 * @throws {TypeError} If it throws.
 */
export function readable<T>(action: string, name: string, value: unknown, read: () => T): T {
  try {
    return read();
  } catch {
    throw new TypeError(`Cannot ${action} as '${name}' cannot be read: ${shown(value)}`);
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
    case "function":
      return typeof value === "function";
    case "signal":
      return isInstance(value, AbortSignal);
    case "json":
      return typeof value === "object" && value !== null && !isArray(value) && isJson(value);
  }
}

function isJson(value: object): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** Whether it is an array; a proxy that has been revoked is none. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether it is of a class; a proxy that has been revoked is of none. */
export function isInstance<T>(
  value: unknown,
  // deno-lint-ignore no-explicit-any
  Class: new (...args: any[]) => T,
): value is T {
  try {
    return value instanceof Class;
  } catch {
    return false;
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
    case "function":
      return "a function";
    case "signal":
      return "an AbortSignal";
    case "json":
      return "an object that JSON can hold";
  }
}

/** The longest that a value is in a message, in characters. */
const LONGEST = 40;

/** A value in a few characters on one line, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `'${cut(value)}'`;
  if (typeof value === "object" && value !== null) return isArray(value) ? "[…]" : "{…}";
  if (typeof value === "function") return "a function";
  return cut(String(value));
}

function cut(text: string): string {
  const line = text.slice(0, LONGEST + 1).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
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
