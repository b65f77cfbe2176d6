import { visible } from "./visible.ts";

/** What is wrong with a text that should be JSON, in our own words: engines differ in theirs. */
export class JsonFault extends SyntaxError {
  /**
   * @param message What is wrong.
   * @param line In which line, counted from 1.
   * @param character At which character of it, counted from 1.
   */
  constructor(message: string, readonly line: number, readonly character: number) {
    super(message);
    this.name = "JsonFault";
  }
}

/**
 * Reads JSON.
 *
 * @param text The text.
 * @param change Changes each value, as for `JSON.parse`, and is told how it is written.
 * @returns What it holds; nothing about that is known yet.
 * @throws {JsonFault} If it is not JSON.
 */
export function parseJson(
  text: string,
  change?: (key: string, value: unknown, context?: { source?: string }) => unknown,
): unknown {
  try {
    return JSON.parse(text, change);
  } catch {
    const { at, reason } = faultIn(text);
    let line = 1;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
      line++;
      start = end + 1;
    }
    throw new JsonFault(reason, line, at - start + 1);
  }
}

/** What can come next, in words. */
type Expected = "a value" | "a value or ']'" | "a name" | "a name or '}'" | "':'" | "nothing more";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Finds the first place where a text is not JSON; nothing is called again for what lies within. */
function faultIn(text: string): { at: number; reason: string } {
  const open: ("[" | "{")[] = [];
  let expected: Expected | "',' or ']'" | "',' or '}'" = "a value";
  let at = 0;
  const past = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const ended = () => {
    const last = open[open.length - 1];
    return last === "[" ? "',' or ']'" : last === "{" ? "',' or '}'" : "nothing more";
  };
  for (;;) {
    while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
    if (at >= text.length) return { at, reason: `it ends where there must be ${expected}` };
    const next = text[at];
    const isName = expected.startsWith("a name");
    if (next === '"' && (isName || expected.startsWith("a value"))) {
      const fault = faultInText(text, at + 1);
      if (fault.reason !== undefined) return { at: fault.at, reason: fault.reason };
      at = fault.at;
      expected = isName ? "':'" : ended();
    } else if (expected.startsWith("a value") && (next === "[" || next === "{")) {
      open.push(next);
      at++;
      expected = next === "[" ? "a value or ']'" : "a name or '}'";
    } else if (
      next === "]" && expected.endsWith("']'") || next === "}" && expected.endsWith("'}'")
    ) {
      open.pop();
      at++;
      expected = ended();
    } else if (next === "," && expected.startsWith("','")) {
      at++;
      expected = open[open.length - 1] === "[" ? "a value" : "a name";
    } else if (next === ":" && expected === "':'") {
      at++;
      expected = "a value";
    } else if (expected.startsWith("a value") && (past(NUMBER) || past(WORD))) {
      expected = ended();
    } else {
      const found = /^[\w.+-]{1,20}|^./su.exec(text.slice(at, at + 40))?.[0] ?? next;
      return { at, reason: `there is '${visible(found)}' where there must be ${expected}` };
    }
  }
}

/** Finds where a text in quotation marks ends, or what is wrong with it. */
function faultInText(text: string, start: number): { at: number; reason?: string } {
  for (let at = start; at < text.length; at++) {
    const next = text[at];
    if (next === '"') return { at: at + 1 };
    if (next < " ") return { at, reason: "there is a control character in a text" };
    if (next !== "\\") continue;
    const escape = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0];
    if (escape === undefined) return { at, reason: "there is a '\\' in a text before no escape" };
    at += escape.length;
  }
  return { at: start - 1, reason: "a text begins that does not end" };
}
