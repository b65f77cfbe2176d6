import { SystemError } from "../errors.ts";
import { attempt } from "./attempt.ts";
import { holdSignals } from "./hold_signals.ts";
import { removeLeftovers } from "./leftovers.ts";
import { overwrite } from "./overwrite.ts";
import { dropPart, openPart, type Part, partPath } from "./part.ts";
import { isPermitted } from "./permitted.ts";
import { openOther, type Place, placeAt } from "./place.ts";
import { reason, shownPath } from "./reason.ts";
import { replace } from "./replace.ts";

/**
 * Writes a file so that what was there before stays whole if that fails.
 *
 * Where the sandbox allows reading and writing in its folder, the bytes go to a new file, which then
 * replaces the old one. Where it allows the file alone, that is written in place. Signals wait until
 * either is done, but not for a pipe or a device, whose reader may keep it waiting for ever.
 *
 * @throws {SystemError} If it cannot be written; its message says why and how to put that right.
 */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  await toldOf(path, async () => {
    if (await isOther(path)) return await writeThrough(path, bytes);
    await holdSignals(async (isAskedToEnd) => {
      const target = replaceable(path);
      if (target !== undefined) removeLeftovers(target);
      const part = target === undefined ? undefined : await beside(target);
      if (part) await replace(target!, part, bytes, isAskedToEnd);
      else overwrite(path, bytes);
    });
  });
}

/**
 * Tries whether a file can be written, before there is anything to write. Nothing is changed by it.
 *
 * @throws {SystemError} If it cannot be written.
 */
export async function tryWriting({ path, kind }: Place): Promise<void> {
  await toldOf(path, async () => {
    if (kind === "folder") throw new Deno.errors.IsADirectory();
    if (kind === "other") return;
    const target = replaceable(path);
    const part = target === undefined ? undefined : await beside(target);
    if (part) dropPart(part);
    else if (kind === "file") Deno.openSync(path, { write: true }).close();
    else tryCreating(path);
  });
}

/** Whether a kill in the middle of {@link writeFile} would lose what a file holds. */
export async function isAtRisk(path: string): Promise<boolean> {
  if (replaceable(path) !== undefined) return false;
  const { kind, size } = await toldOf(path, () => placeAt(path, true));
  return kind === "file" && size > 0;
}

/** Does something with a file; errors are told with its name. */
export async function toldOf<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SystemError) throw error;
    throw new SystemError(`${shownPath(path)} cannot be written: ${reason(error, path)}`);
  }
}

/** Whether a path is known to be a device or a pipe. */
async function isOther(path: string): Promise<boolean> {
  return (await placeAt(path, true)).kind === "other";
}

/** The file to be replaced, with links followed; `undefined` if the sandbox forbids replacing it. */
function replaceable(path: string): string | undefined {
  if (!isPermitted("read", path)) return undefined;
  const isSymlink = attempt(() => Deno.lstatSync(path).isSymlink);
  const target = isSymlink ? attempt(() => Deno.realPathSync(path)) : path;
  if (target === undefined) return undefined;
  for (const name of ["read", "write"] as const) {
    for (const file of [target, partPath(target)]) {
      if (!isPermitted(name, file)) return undefined;
    }
  }
  return target;
}

/** A part of a file; `undefined` if the file exists and no other can be made in its folder. */
async function beside(target: string): Promise<Part | undefined> {
  try {
    return openPart(target);
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    const { kind } = await placeAt(target, true);
    if (kind !== "file") throw error;
    return undefined;
  }
}

/** Tries whether a file can be made, if need be by making a folder of its name for a moment. */
function tryCreating(path: string): void {
  const part = partPath(path);
  if (isPermitted("write", part)) {
    Deno.openSync(part, { write: true, createNew: true }).close();
    Deno.removeSync(part);
    return;
  }
  // Removing a file could hit one that another process has just made, while a folder is removed only
  // if it is empty.
  try {
    Deno.mkdirSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return;
    throw error;
  }
  Deno.removeSync(path);
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  using file = await openOther(path);
  for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
}
