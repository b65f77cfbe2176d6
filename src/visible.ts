/**
 * Characters that a terminal obeys or does not show: control characters (Cc), the ends of lines and
 * paragraphs (Zl, Zp), halves of surrogate pairs (Cs), and the invisible ones that turn the direction
 * of writing or hide (Cf), without the joiners that words and emoji are made with.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** What some of them are called in strings of most languages. */
const NAMES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * A foreign text for a message: on one line, with nothing in it that a terminal obeys. What could not
 * be seen is written as in a string of JavaScript: `\n`, `\x1b`, `\u202e`, `\u{e0001}`.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => NAMES[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length <= 2
    ? `\\x${code.padStart(2, "0")}`
    : code.length <= 4
    ? `\\u${code.padStart(4, "0")}`
    : `\\u{${code}}`;
}
