import { attempt } from "./attempt.ts";
import { dropPart, type Part } from "./part.ts";

/** How many bytes are written before it is checked again whether to stop. */
const CHUNK = 2 ** 20;

/**
 * Writes bytes to a part, which then replaces a file and takes over its mode and owner. Until then the
 * file stays as it was. If anything fails the part is removed.
 *
 * @param path The file.
 * @param part The part.
 * @param bytes What to write.
 * @param isAskedToEnd Whether to stop, and remove the part.
 */
export async function replace(
  path: string,
  part: Part,
  bytes: Uint8Array,
  isAskedToEnd: () => boolean,
): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      if (isAskedToEnd()) throw new Deno.errors.Interrupted("it was interrupted");
      done += await part.file.write(bytes.subarray(done, done + CHUNK));
    }
    takeAfter(path, part);
    Deno.renameSync(part.path, path);
  } catch (error) {
    dropPart(part);
    throw error;
  }
  part.file.close();
}

/** Gives a part the owner and the mode of the file that it replaces, if there is one. */
function takeAfter(path: string, part: Part): void {
  if (Deno.build.os === "windows") return;
  const before = attempt(() => Deno.statSync(path));
  if (!before) return;
  const { uid, gid } = part.file.statSync();
  if (before.uid !== uid || before.gid !== gid) {
    // Only a superuser can give files to another owner; for others the part stays theirs.
    attempt(() => Deno.chownSync(part.path, before.uid, before.gid));
  }
  Deno.chmodSync(part.path, before.mode! & 0o7777);
}
