/** What the delimiters are called, those first that are preferred where two fit alike. */
export const DELIMITERS: ReadonlyMap<number, string> = new Map([
  [9, "tabs"],
  [44, "commas"],
  [59, "semicolons"],
  [124, "bars"],
  [32, "blanks"],
]);

/** Whether a text can stand between cells: a character of ASCII, no letter, digit or quotation mark. */
export function isDelimiter(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code > 0 && code < 128 && !/["\w\r\n]/.test(text);
}
