import type { PlainTable } from "../arbitraries/tables.ts";

/** How a delimited text is written. */
export interface Style {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly mark: boolean;
  readonly comment: boolean;
  readonly lastNewline: boolean;
  readonly missing: string;
}

/** Writes a table as delimited text, by nothing that reads it. */
export function delimited({ names, rows }: PlainTable, style: Style): string {
  const { delimiter, newline, quoteAll, mark, comment, lastNewline, missing } = style;
  const cell = (value: number | string | null) => {
    const text = value === null ? missing : Object.is(value, -0) ? "-0" : String(value);
    const plain = !quoteAll && text !== "" && /^[^"#,;|\s]+$/.test(text) &&
      typeof value !== "string";
    return plain || (text === "" && delimiter !== " ") ? text : `"${text.replace(/"/g, '""')}"`;
  };
  const lines = [names, ...rows].map((row) => row.map(cell).join(delimiter));
  return (mark ? "\ufeff" : "") + (comment ? `# a comment, with "quotes;${newline}` : "") +
    lines.join(newline) + (lastNewline ? newline : "");
}

/** Cuts bytes into pieces of a size. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.slice(at, at + size);
  }
}
