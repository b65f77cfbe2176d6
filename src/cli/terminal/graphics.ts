import { base64 } from "../../bytes/base64.ts";
import { encode } from "npm:fast-png@8.0.0";
import { image2sixel } from "npm:sixel@0.16.0";
import type { Pixels } from "./cells.ts";
import type { Input } from "./input.ts";
import type { Terminal } from "./terminal.ts";

/** What a terminal can draw besides letters. */
export interface Abilities {
  readonly kitty: boolean;
  readonly sixel: boolean;
  /** The size of a cell in pixels. */
  readonly cell: readonly [number, number];
}

/** How long to wait for what a terminal answers, in milliseconds. */
const PATIENCE = 300;
/** The size of a cell where the terminal does not say. */
const CELL = [8, 16] as const;
/** The most characters of a picture that kitty's protocol takes at once. */
const PART = 4096;

/**
 * Asks a terminal what it can draw. Every terminal answers the last question, its device attributes,
 * which ends the waiting.
 */
export async function abilitiesOf(
  terminal: Pick<Terminal, "size" | "write">,
  input: Pick<Input, "within" | "putBack">,
): Promise<Abilities> {
  terminal.write("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[14t\x1b[c");
  let answer = "";
  const end = performance.now() + PATIENCE;
  // deno-lint-ignore no-control-regex
  while (!/\x1b\[\?[\d;]*c/.test(answer)) {
    const rest = end - performance.now();
    const text = rest > 0 ? await input.within(rest) : undefined;
    if (text === undefined) break;
    answer += text;
  }
  input.putBack(withoutAnswers(answer));
  return abilitiesIn(answer, terminal.size);
}

/** What was typed while a terminal answered: the text without its answers. */
export function withoutAnswers(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\x1b_G[^\x1b]*\x1b\\|\x1b\[4;\d+;\d+t|\x1b\[\?[\d;]*c/g, "");
}

/** Reads what a terminal can draw from its answers. */
export function abilitiesIn(
  answer: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Abilities {
  // deno-lint-ignore no-control-regex
  const [, height, width] = /\x1b\[4;(\d+);(\d+)t/.exec(answer)?.map(Number) ?? [];
  // deno-lint-ignore no-control-regex
  const attributes = /\x1b\[\?([\d;]*)c/.exec(answer)?.[1].split(";") ?? [];
  return {
    kitty: answer.includes("\x1b_Gi=31;OK"),
    sixel: attributes.includes("4"),
    cell: width > 0 && height > 0 ? [Math.floor(width / columns), Math.floor(height / rows)] : CELL,
  };
}

/** A picture in kitty's protocol, which replaces the one before: they have the same number. */
export function kittyText({ data, width, height }: Pixels): string {
  const png = encode({ data: bytesOf(data), width, height, channels: 4 });
  const text = base64(png);
  let out = "";
  for (let i = 0; i < text.length; i += PART) {
    const more = i + PART < text.length ? 1 : 0;
    const keys = i === 0 ? `a=T,f=100,i=1,p=1,q=2,C=1,m=${more}` : `m=${more}`;
    out += `\x1b_G${keys};${text.slice(i, i + PART)}\x1b\\`;
  }
  return out;
}

/** A picture as sixels. */
export function sixelText({ data, width, height }: Pixels): string {
  return image2sixel(bytesOf(data), width, height, 256, 1);
}

function bytesOf(data: Int32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
