import { LONGEST_TEXT } from "../bytes/longest_text.ts";

/** The text of the recipe in an SVG or a page; `undefined` where there is none. */
export function markupRecipe(bytes: Uint8Array): string | undefined {
  if (!/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 1024)))) return undefined;
  if (bytes.length > LONGEST_TEXT) return undefined;
  const text = new TextDecoder().decode(bytes);
  const start = /<(metadata)>|<(script) type="application\/json" id="lloyd-recipe">/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf(`</${start[1] ?? start[2]}>`, from);
  if (end < 0) return undefined;
  const content = text.slice(from, end);
  return start[1] ? unescaped(content) : content;
}

/** Text without the escapes that SVG needs. */
function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return text.replace(
    /&(?:#(\d{1,6})|(lt|gt|amp|quot));/g,
    (_, code, name) => code ? String.fromCharCode(Number(code)) : named[name],
  );
}
