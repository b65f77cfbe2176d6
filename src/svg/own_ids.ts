import { fnv1a } from "../bytes/fnv1a.ts";

/** What ids begin with has a letter and this many more digits: 57 billion possibilities. */
const DIGITS = 6;

/** Where an id is said or used; text from elsewhere has no quotation marks that are not escaped. */
const ID = /( id="| href="#|:href="#| mask="url\(#)/g;

/**
 * The same SVG with ids that begin with a hash of all of it: several may be put into one page, and
 * must not use each other's shapes.
 */
export function withOwnIds(svg: string): string {
  const hash = fnv1a(svg);
  const letter = String.fromCharCode(97 + Number(hash % 26n));
  const digits = (hash / 26n % 36n ** BigInt(DIGITS)).toString(36).padStart(DIGITS, "0");
  return svg.replace(ID, `$1${letter}${digits}`);
}
