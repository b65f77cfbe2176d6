import { attempt } from "./attempt.ts";
import { isPermitted } from "./permitted.ts";

/**
 * Whether two paths are the same file, where the sandbox does not allow both to be looked at: a lock
 * on one is then a lock on the other. If it cannot be told they count as two files.
 */
export function isSameFile(one: string, other: string): boolean {
  return attempt(() => {
    using first = open(one);
    using second = open(other);
    if (!first.tryLockSync(true)) return false;
    if (second.tryLockSync(true)) return false;
    // It may have been locked by another process.
    first.unlockSync();
    return second.tryLockSync(true);
  }) ?? false;
}

function open(path: string): Deno.FsFile {
  const isReadable = isPermitted("read", path);
  return Deno.openSync(path, isReadable ? { read: true } : { write: true });
}
