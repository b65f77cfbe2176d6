/** A key that was typed, as the terminal sends it, and what was typed after it. */
export interface Typed {
  readonly key: string;
  readonly rest: string;
}

/**
 * An escape sequence: CSI with its parameters, as arrows send it (ECMA-48), SS3 with one letter, as
 * arrows send it in application mode, or an escape before any other character, which is Alt.
 */
// deno-lint-ignore no-control-regex
const SEQUENCE = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[^[O])/;
/** The beginning of one that is not whole. */
// deno-lint-ignore no-control-regex
const BEGINNING = /^\x1b(?:\[[0-?]*[ -/]*|O)?$/;

/**
 * Splits the first key off what was typed: several can come in one read, when a key is held down or
 * text is pasted, and one can come in two.
 *
 * @param text What was typed.
 * @returns The first key; nothing where there is none, or where its sequence is not whole yet.
 */
export function firstKey(text: string): Typed | undefined {
  if (text === "" || BEGINNING.test(text)) return undefined;
  const key = SEQUENCE.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(0)!);
  return { key, rest: text.slice(key.length) };
}
