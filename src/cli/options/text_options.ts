import { isDelimiter } from "../../data/read/delimited/delimiter.ts";
import type { Decimal } from "../../data/read/notation.ts";
import { optional } from "./option.ts";
import { type Value, whole } from "./values.ts";

/** What characters are called that are hard to type. */
const CALLED: Readonly<Record<string, string>> = {
  tab: "\t",
  "\\t": "\t",
  comma: ",",
  semicolon: ";",
  bar: "|",
  pipe: "|",
  blank: " ",
  space: " ",
  colon: ":",
};

const delimiter: Value<string> = {
  read: (text) => {
    const character = CALLED[text] ?? text;
    if (!isDelimiter(character)) {
      throw new Error("one character such as ; or tab, comma, semicolon, bar, blank");
    }
    return character;
  },
  write: (character) => Object.keys(CALLED).find((name) => CALLED[name] === character) ?? character,
};

const decimal: Value<Decimal> = {
  read: (text) => {
    const mark = ({ point: ".", comma: "," } as Record<string, string>)[text] ?? text;
    if (mark !== "." && mark !== ",") throw new Error(". or , (or point, comma)");
    return mark;
  },
  write: (mark) => mark,
};

const comment: Value<string> = {
  read: (text) => {
    if (text === "none") return "";
    if (!/^[\x21-\x7e]$/.test(text)) throw new Error("one character such as #, or none");
    return text;
  },
  write: (character) => character === "" ? "none" : character,
};

const encoding: Value<string> = {
  read: (text) => {
    try {
      return new TextDecoder(text).encoding;
    } catch {
      throw new Error(
        "a label of the Encoding Standard, such as utf-16le, windows-1252, shift_jis",
      );
    }
  },
  write: (label) => label,
};

/**
 * The options for a delimited text, where detection errs.
 *
 * @param group The heading that they stand under in the help.
 */
export function textOptions(group: string) {
  return {
    "delimiter": optional(delimiter, {
      group,
      value: "CHAR",
      help: "What stands between the values of a CSV: ; tab, comma, bar, blank …",
      otherwise: "found out",
    }),
    "decimal": optional(decimal, {
      group,
      value: "CHAR",
      help: "What stands before the decimals of its numbers: . or ,",
      otherwise: "found out",
    }),
    "skip": optional(whole(0, 10_000), {
      group,
      value: "N",
      help: "How many lines stand above its header, or its first row",
      otherwise: "found out",
    }),
    "comment": optional(comment, {
      group,
      value: "CHAR",
      help: "What its lines begin with that are left out, or none",
      otherwise: "#, but for lines that are rows",
    }),
    "encoding": optional(encoding, {
      group,
      value: "LABEL",
      help: "What it is written in: utf-8, windows-1252, utf-16le, shift_jis …",
      otherwise: "found out",
    }),
  };
}

/** The values of those options, as the library takes them. */
export function textOptionsOf(
  { delimiter, decimal, skip, comment, encoding }: {
    readonly delimiter?: string;
    readonly decimal?: Decimal;
    readonly skip?: number;
    readonly comment?: string;
    readonly encoding?: string;
  },
) {
  const all = { delimiter, decimal, skip, comment, encoding };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as Partial<typeof all>;
}
