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

/** What says what `xlink:` is, for what uses others by {@link usedId} or has {@link embedded}. */
export const XLINK: Attributes = { "xmlns:xlink": "http://www.w3.org/1999/xlink" };

/** What refers to an element: as SVG 2 has it, and for viewers that only know SVG 1.1. */
export function usedId(id: string): Attributes {
  return { href: `#${id}`, "xlink:href": `#${id}` };
}

/** A picture within: long, and therefore said once, in the way that every viewer knows. */
export function embedded(url: string): Attributes {
  return { "xlink:href": url };
}

/** A rectangle as path data. */
export function rectangle(left: number, top: number, width: number, height: number): string {
  return `M${left} ${top}h${width}v${height}h${-width}z`;
}
