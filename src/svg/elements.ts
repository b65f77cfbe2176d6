/** Attributes by name. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An element as text. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const start = `<${name}${attributesText(attributes)}`;
  return content ? `${start}>${content}</${name}>` : `${start}/>`;
}

/** Attributes as text, a blank before each. */
export function attributesText(attributes: Attributes): string {
  let text = "";
  for (const name in attributes) text += ` ${name}="${escape(attributes[name])}"`;
  return text;
}

/** What needs no escape, as nearly all texts. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

/** Text for an attribute or between tags; what XML cannot hold at all is left out. */
export function escape(text: string | number): string {
  if (typeof text === "number") return String(text);
  if (PLAIN.test(text)) return text;
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What every picture says once for all its paths. */
export const DEFAULTS: Attributes = {
  "xmlns": "http://www.w3.org/2000/svg",
  "fill": "none",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};

/** A rectangle as path data. */
export function rectangle(left: number, top: number, width: number, height: number): string {
  return `M${left} ${top}h${width}v${height}h${-width}z`;
}
