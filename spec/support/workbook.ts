import { utils, write } from "@e965/xlsx";

/** A workbook, written by SheetJS: the rows of each sheet by its name, the first few of them hidden. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  bookType: "xlsx" | "xls" | "ods" | "xlsb" | "html" = "xlsx",
  hidden = 0,
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][], { UTC: true }), name);
  }
  book.Workbook = { Sheets: book.SheetNames.map((_, i) => ({ Hidden: i < hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }));
}
