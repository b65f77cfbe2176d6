import { basename, dirname, join, resolve } from "node:path";
import { attempt } from "./attempt.ts";
import { isPermitted } from "./permitted.ts";
import { isSameFile } from "./same_file.ts";

/** What a path leads to. */
export interface Place {
  readonly path: string;
  /** `other` is a device, a pipe or a socket: written or read as it comes, and never replaced. */
  readonly kind: "nothing" | "file" | "folder" | "other";
  /** Its size in bytes, 0 where there is no file. */
  readonly size: number;
  /** Whether a file is read-only for everybody. */
  readonly isReadOnly: boolean;
  /** Equal for two paths to the same file, whatever their names; `undefined` if it is not known. */
  readonly identity?: string;
}

/** Whether two places are the same file, whatever their names. */
export function isSamePlace(one: Place, other: Place): boolean {
  if (one.identity !== undefined && other.identity !== undefined) {
    return one.identity === other.identity;
  }
  const areFiles = one.kind === "file" && other.kind === "file";
  return areFiles && isSameFile(one.path, other.path);
}

/** Pipes and devices that are open already: to open and close a pipe again would end it. */
const kept = new Map<string, Deno.FsFile>();

/**
 * Looks at what a path leads to, as far as the sandbox allows, without changing anything.
 *
 * @param path The path.
 * @param isOutput Whether it will be written. If so it is opened where it cannot be looked at otherwise.
 * @throws {Error} The system's own error, if it is to be written and cannot be.
 */
export async function placeAt(path: string, isOutput: boolean): Promise<Place> {
  if (kept.has(path)) return { path, kind: "other", size: 0, isReadOnly: false };
  try {
    if (isPermitted("read", path)) return placeOf(path, Deno.statSync(path));
    if (!isOutput) return nothingAt(path);
    // To open a pipe can take for ever: signals must end that.
    const file = await Deno.open(path, { write: true });
    const place = placeIn(path, file);
    if (place.kind === "other") kept.set(path, file);
    else file.close();
    return place;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || !isOutput) return nothingAt(path);
    throw error;
  }
}

/** A pipe or a device, opened to be written. */
export async function openOther(path: string): Promise<Deno.FsFile> {
  const file = kept.get(path) ?? await Deno.open(path, { write: true });
  kept.delete(path);
  return file;
}

function placeOf(path: string, info: Deno.FileInfo): Place {
  const { isFile, isDirectory, size, mode, dev, ino } = info;
  if (isDirectory) return { path, kind: "folder", size: 0, isReadOnly: false };
  if (!isFile) return { path, kind: "other", size: 0, isReadOnly: false };
  const isReadOnly = mode !== null && (mode & 0o222) === 0;
  const identity = ino ? `${dev}:${ino}` : fullPath(path);
  return { path, kind: "file", size, isReadOnly, identity };
}

function nothingAt(path: string): Place {
  return { path, kind: "nothing", size: 0, isReadOnly: false, identity: fullPath(path) };
}

/** What an open file is; without leave to read it, what can be told from moving about in it. */
function placeIn(path: string, file: Deno.FsFile): Place {
  try {
    return placeOf(path, file.statSync());
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) throw error;
  }
  try {
    const size = file.seekSync(0, Deno.SeekMode.End);
    return { path, kind: "file", size, isReadOnly: false };
  } catch {
    return { path, kind: "other", size: 0, isReadOnly: false };
  }
}

/** A path without links and dots, as far as the sandbox allows; there need be no such file. */
function fullPath(path: string): string {
  let full = resolve(path);
  // Linux follows this many links before it reports a loop (ELOOP).
  for (let links = 0; links < 40; links++) {
    const folder = dirname(full);
    if (isPermitted("read", folder)) {
      full = join(attempt(() => Deno.realPathSync(folder)) ?? folder, basename(full));
    }
    const target = isPermitted("read", full) ? attempt(() => Deno.readLinkSync(full)) : undefined;
    if (target === undefined) break;
    full = resolve(dirname(full), target);
  }
  return full;
}
