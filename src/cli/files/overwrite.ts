/**
 * Writes a file in place, for a sandbox that allows no other file beside it.
 *
 * The bytes are written behind the old ones first, so that a full disk is met before the old ones
 * are touched, and at any moment either the old bytes are whole at the beginning or the new ones
 * are whole at the end: even what a kill leaves has one of them.
 */
export function overwrite(path: string, bytes: Uint8Array): void {
  const { file, isNew } = openOrCreate(path);
  try {
    const before = file.seekSync(0, Deno.SeekMode.End);
    try {
      writeAll(file, bytes);
    } catch (error) {
      file.truncateSync(before);
      if (isNew) Deno.removeSync(path);
      throw error;
    }
    if (before > 0) {
      file.seekSync(0, Deno.SeekMode.Start);
      writeAll(file, bytes);
    }
    file.truncateSync(bytes.length);
  } finally {
    file.close();
  }
}

function openOrCreate(path: string): { file: Deno.FsFile; isNew: boolean } {
  try {
    return { file: Deno.openSync(path, { write: true }), isNew: false };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { file: Deno.openSync(path, { write: true, create: true }), isNew: true };
  }
}

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
}
