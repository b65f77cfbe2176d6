/** A format that can be read; `csv` is any delimited text, `tsv` one with tabs. */
export type InputFormat = "csv" | "tsv" | "json" | "ndjson" | "parquet" | "xlsx";

/** What the names of files end in, by what they then hold. */
const ENDINGS: Readonly<Record<InputFormat, readonly string[]>> = {
  csv: ["csv"],
  tsv: ["tsv", "tab"],
  json: ["json", "geojson"],
  ndjson: ["ndjson", "jsonl", "geojsonl"],
  parquet: ["parquet", "pq"],
  xlsx: ["xlsx", "xlsm"],
};

/** The formats that can be read. */
export const INPUT_FORMATS: readonly InputFormat[] = Object.keys(ENDINGS) as InputFormat[];

/**
 * The format that a file's ending names, packed by gzip or not; nothing for an ending that can be
 * anything.
 */
export function formatOfName(name: string): InputFormat | undefined {
  const ending = /\.([^./\\]+?)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase() ?? "";
  return INPUT_FORMATS.find((format) => ENDINGS[format].includes(ending));
}
