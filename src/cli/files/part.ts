import { basename, dirname, join } from "node:path";
import { attempt } from "./attempt.ts";

/** The most bytes that common file systems allow in a name. */
const LONGEST_NAME = 255;

/** The most bytes that the ending of a part takes: `.4194304-0123abcd.part`. */
const LONGEST_ENDING = 24;

/** A new file beside another, whose place it is to take, locked while its process lives. */
export interface Part {
  readonly path: string;
  readonly file: Deno.FsFile;
}

/**
 * A name for a part of a file: the file's own, the process, and eight random digits.
 *
 * @param path The file.
 */
export function partPath(path: string): string {
  return join(dirname(path), `${stem(path)}.${Deno.pid}-${crypto.randomUUID().slice(0, 8)}.part`);
}

/** Whether a name in the folder of a file is that of one of its parts. */
export function isPartOf(path: string, name: string): boolean {
  const start = `${stem(path)}.`;
  return name.startsWith(start) && /^\d+-[0-9a-f]{8}\.part$/.test(name.slice(start.length));
}

/**
 * Makes an empty part of a file.
 *
 * A part is locked as soon as it is there. The lock ends with its process, however that ends, so that
 * {@link isLeftOver} can tell parts in use from those left behind, even by a process in another
 * container, whose number means nothing here.
 */
export function openPart(path: string): Part {
  for (;;) {
    const part = partPath(path);
    const file = Deno.openSync(part, { write: true, createNew: true });
    if (isLocked(file) && file.statSync().nlink !== 0) return { path: part, file };
    // Another process took it for left over before it was locked.
    file.close();
  }
}

/** Removes a part, if that can be done. */
export function dropPart({ path, file }: Part): void {
  attempt(() => Deno.removeSync(path));
  file.close();
}

/** Whether the process that wrote a part has ended. */
export function isLeftOver(path: string): boolean {
  return attempt(() => {
    using file = Deno.openSync(path, { read: true, write: true });
    return file.tryLockSync(true);
  }) ?? false;
}

/** Locks a file. On a file system without locks no part is ever taken for left over. */
function isLocked(file: Deno.FsFile): boolean {
  return attempt(() => file.tryLockSync(true)) ?? true;
}

/** As much of the name of a file as leaves room for the ending of a part. */
function stem(path: string): string {
  let name = basename(path);
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  while (bytes(name) > LONGEST_NAME - LONGEST_ENDING) name = Array.from(name).slice(0, -1).join("");
  return name;
}
