import { isPermitted } from "./permitted.ts";

/**
 * Whether two paths are the same file, where the sandbox does not allow both to be looked at: a lock
 * on one is then a lock on the other. If it cannot be told they count as two files.
 */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    using first = await open(one);
    using second = await open(other);
    if (!first.tryLockSync(true)) return false;
    if (second.tryLockSync(true)) return false;
    // It may have been locked by another process.
    first.unlockSync();
    return second.tryLockSync(true);
  } catch {
    return false;
  }
}

async function open(path: string): Promise<Deno.FsFile> {
  const isReadable = await isPermitted("read", path);
  return await Deno.open(path, isReadable ? { read: true } : { write: true });
}
