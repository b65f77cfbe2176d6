import { SystemError } from "../errors.ts";

/** Writes bytes to standard output. */
export async function writeStandardOutput(bytes: Uint8Array): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      done += await Deno.stdout.write(bytes.subarray(done));
    }
  } catch (error) {
    throw new SystemError(`standard output cannot be written: ${reason(error)}`);
  }
}

/**
 * Writes a file so that whatever was there before stays whole if it cannot be done.
 *
 * Where the sandbox allows to read and write beside it, the bytes go to a new file that then takes
 * the place of the old. Where it allows the file alone, the bytes are written behind the old ones
 * first, so that a full disk is met before the old ones are touched.
 *
 * @throws {SystemError} If it cannot be written; its message says why and how to mend it.
 */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const part = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
    if (await canReplace(path, part)) await replace(path, part, bytes);
    else overwrite(path, bytes);
  } catch (error) {
    if (error instanceof SystemError) throw error;
    throw new SystemError(`${path} cannot be written: ${reason(error, path)}`);
  }
}

async function canReplace(path: string, part: string): Promise<boolean> {
  for (const name of ["read", "write"] as const) {
    for (const file of [path, part]) {
      const { state } = await Deno.permissions.query({ name, path: file });
      if (state !== "granted") return false;
    }
  }
  const before = await Deno.lstat(path).catch(() => undefined);
  return before === undefined || before.isFile;
}

async function replace(path: string, part: string, bytes: Uint8Array): Promise<void> {
  try {
    await Deno.writeFile(part, bytes, { createNew: true });
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}

function overwrite(path: string, bytes: Uint8Array): void {
  const file = openForWriting(path);
  try {
    const before = sizeOf(file);
    if (before === undefined) return writeAll(file, bytes);
    try {
      file.seekSync(before, Deno.SeekMode.Start);
      writeAll(file, bytes);
    } catch (error) {
      file.truncateSync(before);
      if (before === 0) Deno.removeSync(path);
      throw error;
    }
    file.seekSync(0, Deno.SeekMode.Start);
    writeAll(file, bytes);
    file.truncateSync(bytes.length);
  } finally {
    file.close();
  }
}

function openForWriting(path: string): Deno.FsFile {
  return Deno.openSync(path, { write: true, create: true });
}

/** The size of a file; nothing for what has none, such as a pipe. */
function sizeOf(file: Deno.FsFile): number | undefined {
  try {
    return file.seekSync(0, Deno.SeekMode.End);
  } catch {
    return undefined;
  }
}

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
}

/** Why something failed, without the name of the call, and how to mend it where that is known. */
function reason(error: unknown, path = ""): string {
  if (error instanceof Deno.errors.NotCapable) {
    return `the sandbox does not allow it; add --allow-write=${path}`;
  }
  if (error instanceof Deno.errors.NotFound) return "its folder does not exist; make it first";
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ \(os error \d+\).*$/s, "");
}
