import assert from "node:assert/strict";
import zlib from "node:zlib";
import { DataError, type InputFormat, readTable } from "../../mod.ts";
import { INPUT_FORMATS } from "../../src/data/read/input_formats.ts";
import { workbook } from "../support/workbook.ts";

const sheet = { A: [["x", "y"], [1, 2], [3, 4]] };

/** Bytes of characters, one each, and zeros behind them. */
const magic = (text: string) =>
  Uint8Array.from({ length: 600 }, (_, i) => i < text.length ? text.charCodeAt(i) : 0);

/** A zip archive with one file in it, that is not packed. */
function zip(name: string): Uint8Array {
  const header = magic(`PK\x03\x04\x14\0\0\0\0\0\0\0\0\0${"\0".repeat(12)}`);
  header[26] = name.length;
  return new Uint8Array([...header.subarray(0, 30), ...magic(name)]);
}

const files: readonly [what: RegExp, bytes: Uint8Array][] = [
  [
    /^it is a file of old Excel \(.xls\) or Office: save it as .xlsx or CSV$/,
    workbook(sheet, "xls"),
  ],
  [/^it is an OpenDocument file \(.ods\): save it as .xlsx or CSV$/, workbook(sheet, "ods")],
  [
    /^it is a binary workbook of Excel \(.xlsb\): save it as .xlsx or CSV$/,
    workbook(sheet, "xlsb"),
  ],
  [/^it is HTML, a web page: save the table in it as CSV$/, workbook(sheet, "html")],
  [/^it is a spreadsheet of Numbers: export it as CSV$/, zip("Index/Document.iwa")],
  [/^it is arrays of numpy \(.npz\): save one as text/, zip("arr_0.npy")],
  [/^it is a zip archive: unpack it, and name a file in it$/, zip("data.csv")],
  [/^it is an Arrow or Feather file: save it as Parquet/, magic("ARROW1\0\0")],
  [/^it is an Arrow or Feather file/, magic("FEA1\0\0\0\0")],
  [/^it is a stream of Arrow/, magic("\xff\xff\xff\xff\x88\x01\0\0\x10\0\0\0")],
  [/^it is an SQLite database: export a table of it as CSV$/, magic("SQLite format 3\0")],
  [
    /^it is a DuckDB database: export a table/,
    magic("\x8a\x01\x02\x03\x04\x05\x06\x07DUCK\x40\0\0\0"),
  ],
  [/^it is a PDF: save the table in it as CSV$/, magic("%PDF-1.7\n%\xe2\xe3")],
  [/^it is HTML/, magic("\n\n<!DOCTYPE html><html>")],
  [/^it is XML: save it as CSV$/, magic('<?xml version="1.0"?><kml>')],
  [/^it is a picture \(PNG\): name the table it was drawn from$/, magic("\x89PNG\r\n\x1a\n")],
  [/^it is a picture \(JPEG\)/, magic("\xff\xd8\xff\xe0")],
  [/^it is a picture \(GIF\)/, magic("GIF89a")],
  [/^it is a picture \(WebP\)/, magic("RIFF\x10\x20\0\0WEBPVP8 ")],
  [/^it is data of R \(.rds, .RData\): save it as CSV/, magic("X\n\0\0\0\x03\0\x04")],
  [/^it is data of R/, new Uint8Array(zlib.gzipSync(magic("X\n\0\0\0\x03\0\x04")))],
  [/^it is data of R/, magic("RDX3\nX\n")],
  [
    /^it is an array of numpy \(.npy\): save it as text, as with numpy.savetxt\(\)$/,
    magic("\x93NUMPY\x01\0v\0{'descr'"),
  ],
  [/^it is data of MATLAB \(.mat\): save it as CSV/, magic("MATLAB 5.0 MAT-file, Platform")],
  [/^it is HDF5 \(.h5, .mat\)/, magic("\x89HDF\r\n\x1a\n")],
  [/^it is a pickle of Python: save it as Parquet/, magic("\x80\x04\x95\x10\0")],
  [/^it is ORC: save it as Parquet$/, magic("ORC\n\x1a\n")],
  [/^it is Avro/, magic("Obj\x01\x04")],
  [/^it is data of Stata \(.dta\)/, magic("<stata_dta><header>")],
  [/^it is data of SPSS/, magic("$FL2@(#) SPSS")],
  [/^it is an archive \(tar\): unpack it first$/, magic(`data.csv${"\0".repeat(249)}ustar\0`)],
  [/^it is an archive \(7z\)/, magic("7z\xbc\xaf\x27\x1c")],
  [/^it is packed by bzip2: unpack it first$/, magic("BZh91AY&SY")],
  [/^it is packed by xz/, magic("\xfd7zXZ\0")],
  [/^it is packed by Zstandard/, magic("\x28\xb5\x2f\xfd")],
  [/^it is a text document \(RTF\)/, magic("{\\rtf1\\ansi")],
];
for (const [message, bytes] of files) {
  Deno.test(`A file that is no table is refused by what it is: ${message.source}`, async () => {
    for (const format of [undefined, ...INPUT_FORMATS.filter((name) => name !== "xlsx")]) {
      // An archive that is called a workbook can be one.
      await assert.rejects(
        readTable(bytes, { format: format as InputFormat | undefined }),
        (error) => {
          assert(error instanceof DataError);
          assert.match(error.message, message);
          return true;
        },
        format,
      );
    }
  });
}

Deno.test("A table whose first words are those of another format is a table", async () => {
  for (const header of ["ORC,x", "FEA1,x", "name,id,DUCK", "abc,ftyp", "BM,x", "GIF,x", "7z,x"]) {
    const width = header.split(",").length;
    const row = Array.from({ length: width }, (_, i) => i + 1).join(",");
    const table = await readTable(new TextEncoder().encode(`${header}\n${row}\n${row}\n`));
    assert.deepEqual(table.columns.map(({ name }) => name), header.split(","));
  }
});
