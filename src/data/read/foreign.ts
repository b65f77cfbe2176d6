// deno-lint-ignore-file no-control-regex -- these are bytes of files
import { DataError } from "../data_error.ts";

/** What a file begins with, as text of a character a byte or as a pattern, what it is, and the way out. */
type Kind = readonly [begins: string | RegExp, what: string, mend: string];

const [TO_CSV, TO_PARQUET] = ["save it as CSV", "save it as Parquet, as with df.to_parquet()"];
const TO_XLSX = "save it as .xlsx or CSV";
const UNPACK = "unpack it first";
const PICTURE = "name the table it was drawn from";

const KINDS: readonly Kind[] = [
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of old Excel (.xls) or Office", TO_XLSX],
  [/^(?:ARROW1|FEA1)\0/, "an Arrow or Feather file", TO_PARQUET],
  [/^\xff\xff\xff\xff[^]{2}\0\0[^]{3}\0/, "a stream of Arrow", TO_PARQUET],
  ["SQLite format 3\0", "an SQLite database", "export a table of it as CSV"],
  [
    /^[^]{8}DUCK[^]\0\0\0/,
    "a DuckDB database",
    "export a table of it with COPY … TO 'table.parquet'",
  ],
  ["%PDF-", "a PDF", "save the table in it as CSV"],
  [
    /^\s*<(?:!doctype\s+html|html|head|body|table|div)\b/i,
    "HTML, a web page",
    "save the table in it as CSV",
  ],
  [/^\s*<(?:\?xml|svg|kml|gpx)\b/i, "XML", TO_CSV],
  ["\x89PNG", "a picture (PNG)", PICTURE],
  [/^GIF8[79]a/, "a picture (GIF)", PICTURE],
  ["\xff\xd8\xff", "a picture (JPEG)", PICTURE],
  [/^RIFF[^]{4}WEBP/, "a picture (WebP)", PICTURE],
  [/^(?:II\*\0|MM\0\*)/, "a picture (TIFF)", PICTURE],
  [/^BM[^]{4}\0\0\0\0/, "a picture (BMP)", PICTURE],
  [/^\0\0\0[^]ftyp/, "a video or picture", PICTURE],
  [
    /^(?:X\n\0\0\0[\x02\x03]|RD[XAB][2-4]\n)/,
    "data of R (.rds, .RData)",
    "save it as CSV, as with write.csv()",
  ],
  ["\x93NUMPY", "an array of numpy (.npy)", "save it as text, as with numpy.savetxt()"],
  [/^MATLAB 5\.0/, "data of MATLAB (.mat)", "save it as CSV, as with writetable()"],
  ["\x89HDF\r\n\x1a\n", "HDF5 (.h5, .mat)", "save a table of it as Parquet or CSV"],
  [/^\x80[\x02-\x05](?:\x95|[c\]}(])/, "a pickle of Python", TO_PARQUET],
  [/^ORC[^]*[\0-\x08\x0e-\x1f]/, "ORC", "save it as Parquet"],
  ["Obj\x01", "Avro", "save it as Parquet"],
  ["<stata_dta>", "data of Stata (.dta)", "save it as CSV, as with export delimited"],
  [/^\$FL[23]@/, "data of SPSS (.sav)", TO_CSV],
  [/^\0{12}\xc2\xea\x81\x60/, "data of SAS (.sas7bdat)", TO_CSV],
  ["HEADER RECORD*******", "a transport file of SAS (.xpt)", TO_CSV],
  [/^\0\0\x27\n\0{20}/, "a shapefile", "save its points as GeoJSON"],
  ["fgb\x03fgb", "FlatGeobuf", "save its points as GeoJSON"],
  ["7z\xbc\xaf\x27\x1c", "an archive (7z)", UNPACK],
  ["Rar!\x1a\x07", "an archive (RAR)", UNPACK],
  [/^[^]{257}ustar[\0 ]/, "an archive (tar)", UNPACK],
  [/^BZh[1-9]1AY&SY/, "packed by bzip2", UNPACK],
  ["\xfd7zXZ\0", "packed by xz", UNPACK],
  ["\x28\xb5\x2f\xfd", "packed by Zstandard", UNPACK],
  ["\x04\x22\x4d\x18", "packed by LZ4", UNPACK],
  ["{\\rtf", "a text document (RTF)", "save the table in it as CSV"],
];

/** What zip archives hold, by the names of files in them. */
const IN_ZIP: readonly Kind[] = [
  [/xl\/workbook\.bin/, "a binary workbook of Excel (.xlsb)", TO_XLSX],
  [/^[^]{30}(?:mimetype|META-INF\/manifest\.xml)/, "an OpenDocument file (.ods)", TO_XLSX],
  [/Index\/(?:Document|Tables)|Index\.zip|\.iwa/, "a spreadsheet of Numbers", "export it as CSV"],
  [/word\/|ppt\//, "an Office document", "save the table in it as CSV"],
  [/\.npy/, "arrays of numpy (.npz)", "save one as text, as with numpy.savetxt()"],
  [/doc\.kml/, "a map (.kmz)", "save its points as GeoJSON"],
];

/** How many of the first bytes are looked at. */
const LOOKED_AT = 2 ** 16;

/**
 * Refuses what is no table that can be read, by its first bytes, and names what it is.
 *
 * @returns Whether it is a workbook of Excel, or a zip archive of which that is not known.
 * @throws {DataError} If it is anything else that is known.
 */
export function refuseForeign(head: Uint8Array): "workbook" | "archive" | undefined {
  const text = textOf(head.slice(0, 512));
  const kind = KINDS.find((kind) => isOf(kind, text));
  if (kind) refuse(kind);
  if (!text.startsWith("PK\x03\x04")) return undefined;
  const names = textOf(head.slice(0, LOOKED_AT));
  const inside = IN_ZIP.find((kind) => isOf(kind, names));
  if (inside) refuse(inside);
  return names.includes("xl/") ? "workbook" : "archive";
}

function isOf([begins]: Kind, text: string): boolean {
  return typeof begins === "string" ? text.startsWith(begins) : begins.test(text);
}

function refuse([, what, mend]: Kind): never {
  throw new DataError(`it is ${what}: ${mend}`);
}

/** Bytes as text, a character each. */
function textOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.slice(at, at + 4096));
  }
  return text;
}
