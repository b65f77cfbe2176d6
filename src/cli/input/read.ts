import { DataError, quotable } from "../../data/data_error.ts";
import { formatOfName, type InputFormat } from "../../data/read/input_formats.ts";
import type { TextOptions } from "../../data/read/delimited/read_delimited.ts";
import type { Table } from "../../data/read/table.ts";
import { SystemError, UsageError } from "../errors.ts";
import { shownPath } from "../files/reason.ts";
import { visible } from "../../visible.ts";
import type { Progress } from "../progress.ts";
import { hashed } from "./sha256.ts";

/** Where bytes are read from. */
type Source = Pick<Deno.FsFile, "read" | "close">;

/** How many bytes are read at a time. */
const CHUNK = 2 ** 16;

/** The most bytes that are read at once: an input without end is given up there. */
const MOST = 2 ** 30;

/** How a file is read. */
interface ReadFileOptions extends TextOptions {
  readonly format?: InputFormat;
  readonly header?: boolean;
  readonly jsonPath?: string;
  readonly keep?: boolean;
  readonly progress: Progress;
}

/** The table in a file, and the hash by which the file is known again. */
interface ReadFile {
  readonly table: Table;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a table from a file, or from standard input where the path is `-`.
 *
 * @throws {SystemError} If it cannot be opened or read.
 * @throws {UsageError} If it is a folder, or no table.
 */
export async function readFile(path: string, options: ReadFileOptions): Promise<ReadFile> {
  const { format, progress, ...rest } = options;
  const name = nameOf(path);
  const { source, size } = path === "-"
    ? { source: Deno.stdin, size: undefined }
    : await open(path);
  const { chunks, sha256 } = await hashed(chunksOf(source, path), size);
  // Loaded here, so that a run of generated points starts without it.
  const { readTable } = await import("../../data/read/read_table.ts");
  const table = await inFile(path, () =>
    readTable(chunks, {
      ...rest,
      format: format ?? formatOfName(path),
      onProgress: (bytes) => size && progress.show(name, Math.min(1, bytes / size)),
    }));
  return { table, sha256: await sha256() };
}

/**
 * Reads all bytes of a file.
 *
 * @throws {SystemError} If it cannot be opened or read.
 * @throws {UsageError} If it is a folder, or longer than 1 GB.
 */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { source, size } = path === "-"
    ? { source: Deno.stdin, size: undefined }
    : await open(path);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (size !== undefined) requireShort(path, size);
  let length = 0;
  for await (const chunk of chunksOf(source, path)) {
    requireShort(path, length += chunk.length);
    parts.push(chunk.slice());
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Gives up what is longer than can be read at once, or has no end. */
function requireShort(path: string, length: number): void {
  if (length <= MOST) return;
  throw new UsageError(`${nameOf(path)} is longer than ${MOST / 2 ** 20} MB: name another file`);
}

/** Does something with the data of a file; errors in them are told with its name. */
export async function inFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { place, message } = error;
    throw new UsageError(`${nameOf(path)}${place && `, ${place}`}: ${message}`);
  }
}

/** What a file is called in messages. */
export function nameOf(path: string): string {
  if (path === "-") return "standard input";
  const line = visible(path);
  // The end of a long path is worth more than its beginning.
  return line.length > 60 ? `…${line.slice(-59)}` : line;
}

/** The name of a file without its folder. */
export function fileName(path: string): string {
  return path.replace(/^.*[/\\]/s, "");
}

async function open(
  path: string,
): Promise<{ source: Source; size?: number }> {
  try {
    const file = await Deno.open(path);
    const { isDirectory, isFile, size } = await file.stat();
    if (isDirectory) {
      file.close();
      throw new UsageError(`${nameOf(path)} is a folder: name a file in it`);
    }
    // What is no file, such as a pipe, has no size beforehand.
    return { source: file, size: isFile && size > 0 ? size : undefined };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new SystemError(`${nameOf(path)} cannot be opened: ${reason(error, path)}`);
  }
}

/** The bytes of a file, all in one buffer, one after another. */
async function* chunksOf(source: Source, path: string): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK);
  try {
    for (;;) {
      const read = await source.read(buffer);
      if (read === null) return;
      yield buffer.subarray(0, read);
    }
  } catch (error) {
    throw new SystemError(`${nameOf(path)} cannot be read: ${reason(error, path)}`);
  } finally {
    source.close();
  }
}

/** Why something failed, and how to put it right if that is known. */
function reason(error: unknown, path: string): string {
  if (error instanceof Deno.errors.NotCapable) {
    return `the sandbox does not allow it; add --allow-read=${shownPath(path)}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return quotable(message.replace(/ \(os error \d+\).*$/s, ""));
}
