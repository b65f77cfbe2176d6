import fc from "npm:fast-check@4.10.2";

/** A cell: a number, a text, or nothing. */
export type Plain = number | string | null;

/** A table in plain values. */
export interface Rows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Plain[])[];
}

/** How a table is written as text. The first of each is the plainest, towards which fast-check shrinks. */
export const dialects = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|", " "),
  decimal: fc.constantFrom(".", ","),
  thousands: fc.constantFrom("", "the other mark", "'", " ", "\u00a0", "\u202f"),
  quotes: fc.constantFrom("where needed", "texts", "all"),
  quote: fc.constantFrom('"', "'"),
  header: fc.constantFrom(true, false),
  comments: fc.constantFrom("none", "above", "among rows", "header"),
  above: fc.constantFrom(0, 1, 3),
  encoding: fc.constantFrom("utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1252"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  lastNewline: fc.constantFrom(true, false),
  missing: fc.constantFrom("NA", "", "-", "n/a", "#N/A", "null"),
});

/** How a table is written as text. */
export type WrittenAs = typeof dialects extends fc.Arbitrary<infer T> ? T : never;

const word = fc.constantFrom(
  ...[
    "Bonn",
    "Köln",
    "O'Neil",
    "Meier, Hans",
    "a;b|c",
    'the "best"',
    "two words",
    "é",
    "=x",
    "x y\tz",
  ],
);
const day = fc.constantFrom("01.03.2024", "2024-03-01", "3/1/2024", "12:30", "2024-03-01 12:30:00");
const fraction = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
const whole = fc.integer({ min: -9_999_999, max: 9_999_999 });

/** Tables of a column of decimals, and others of numbers, texts and dates, some with gaps. */
export const rowsOfAllKinds: fc.Arbitrary<Rows> = fc.record({
  kinds: fc.array(fc.constantFrom("fractions", "wholes", "gaps", "words", "days"), {
    minLength: 1,
    maxLength: 4,
  }),
  count: fc.integer({ min: 3, max: 12 }),
}).chain(({ kinds, count }) => {
  const all = ["fractions", ...kinds];
  const cells: Record<string, fc.Arbitrary<Plain>> = {
    fractions: fraction,
    wholes: whole,
    gaps: fc.oneof({ arbitrary: fraction, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 }),
    words: word,
    days: day,
  };
  return fc.record({
    names: fc.constant(all.map((kind, i) => `${kind} ${i + 1}`)),
    rows: fc.array(fc.tuple(...all.map((kind) => cells[kind])), {
      minLength: count,
      maxLength: count,
    }),
  });
});

/** Writes a number with two decimals, or as a whole. */
function numberText(value: number, { decimal, thousands }: WrittenAs): string {
  const mark = thousands === "the other mark" ? (decimal === "," ? "." : ",") : thousands;
  const [whole, cents] = Math.abs(value).toFixed(Number.isInteger(value) ? 0 : 2).split(".");
  let digits = "";
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) digits += mark;
    digits += whole[i];
  }
  return `${value < 0 ? "-" : ""}${digits}${cents === undefined ? "" : decimal + cents}`;
}

/** More words than a table of ours has columns: as many, between blanks, could be its header. */
const TITLE = "Exported on a Monday by nobody we know";

/** The line of the header and those of the rows, cells quoted where that is needed or asked for. */
export function rowLines(
  { names, rows }: Rows,
  as: WrittenAs,
): [header: string, ...rows: string[]] {
  const { delimiter, quotes, quote, comments } = as;
  const cell = (value: Plain) => {
    const text = value === null
      ? as.missing
      : typeof value === "number"
      ? numberText(value, as)
      : value;
    const isOpen = text.includes(delimiter) || text.includes(quote) || /^[\s"'#]|\s$/.test(text) ||
      delimiter === " " && (/\s/.test(text) || text === "");
    const isAsked = quotes === "all" || quotes === "texts" && typeof value === "string";
    return isOpen || isAsked ? quote + text.replaceAll(quote, quote + quote) + quote : text;
  };
  const line = (cells: readonly Plain[]) => cells.map(cell).join(delimiter);
  return [(comments === "header" ? "# " : "") + line(names), ...rows.map(line)];
}

/** All lines of a text, with titles and comments. */
function linesOf(table: Rows, as: WrittenAs): string[] {
  const { header, comments, above } = as;
  const [names, ...lines] = rowLines(table, as);
  if (comments === "among rows") lines.splice(2, 0, `# so much for that; "and`);
  if (header) lines.unshift(names);
  if (comments === "above") lines.unshift("# written by a test", "#");
  for (let i = 0; i < above; i++) lines.unshift(TITLE);
  return lines;
}

/** Writes a table as the bytes of a text. */
export function written(table: Rows, as: WrittenAs): Uint8Array {
  const { encoding, newline, lastNewline } = as;
  const text = linesOf(table, as).join(newline) + (lastNewline ? newline : "");
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8 with a mark":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "windows-1252":
      // All letters of ours are in Latin 1, where the two are alike.
      return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    default: {
      const bytes = new Uint8Array(2 * text.length + 2);
      const view = new DataView(bytes.buffer);
      [..."\ufeff" + text].forEach((letter, i) =>
        view.setUint16(2 * i, letter.charCodeAt(0), encoding === "utf-16le")
      );
      return bytes;
    }
  }
}

/** Whether what a dialect writes can be told from all else. */
export function canBeTold({ thousands, encoding, quote, header, comments }: WrittenAs): boolean {
  // Latin 1 has no narrow blank.
  if (encoding === "windows-1252" && thousands === "\u202f") return false;
  // A number in which apostrophes keep thousands apart is not quoted by them.
  if (thousands === "'" && quote === "'") return false;
  // Without a header there is none in a comment.
  return comments !== "header" || header;
}
