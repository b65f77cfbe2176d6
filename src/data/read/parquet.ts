import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from "npm:hyparquet@1.31.5";
import { compressors } from "npm:hyparquet-compressors@1.1.2";
import { DataError, quotable } from "../data_error.ts";
import { tableOf } from "./read_values.ts";
import type { Table } from "./table.ts";

/**
 * Reads a Parquet file.
 *
 * @param bytes The file.
 * @throws {DataError} If it is none, or not whole.
 */
export async function readParquet(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  if (bytes.length === 0) throw new DataError("it is empty");
  const { buffer, byteOffset, length } = bytes;
  const file = {
    byteLength: length,
    slice: (start: number, end?: number) =>
      buffer.slice(byteOffset + start, byteOffset + (end ?? length)),
  };
  try {
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element: { name } }) => name);
    const objects = await parquetReadObjects({ file, metadata, compressors });
    const rows = objects.map((row) => names.map((name) => row[name]));
    return tableOf(rows, names, "Parquet", names.length);
  } catch (error) {
    if (error instanceof DataError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(`it is not a whole Parquet file: ${quotable(reason)}`);
  }
}
