import { sha256Hex } from "../../bytes/sha256.ts";
import { SystemError, UsageError } from "../errors.ts";
import { fileName, nameOf, readBytes } from "../input/read.ts";
import type { Source } from "../options/table.ts";

/** Where a file is expected: beside another. */
export function beside(path: string, { name }: Source): string {
  return path.slice(0, path.length - fileName(path).length) + name;
}

/** The file of data that a command names. */
export interface Named {
  /** The one that is taken. */
  readonly named?: string;
  /** The one that is taken where the right one does not lie beside the artifact. */
  readonly elsewhere?: string;
}

/**
 * Where a file that a recipe names is: where the command says, or beside the artifact.
 *
 * @throws {UsageError} If it is in neither place.
 */
export async function placeOf(
  path: string,
  { named, elsewhere }: Named,
  source: Source,
): Promise<string> {
  const near = beside(path, source);
  if (named === undefined && elsewhere !== undefined && await isThat(near, source)) return near;
  const place = named ?? elsewhere ?? near;
  await requireThere(path, place, source);
  return place;
}

/** Whether a file is there and is the right one. */
async function isThat(file: string, { sha256 }: Source): Promise<boolean> {
  try {
    return await sha256Hex(await readBytes(file)) === sha256;
  } catch (error) {
    if (error instanceof UsageError || error instanceof SystemError) return false;
    throw error;
  }
}

/**
 * The bytes of a file that a recipe names.
 *
 * @param path The artifact with the recipe.
 * @param file Where the file is expected.
 * @param source Its name and hash in the recipe.
 * @throws {UsageError | SystemError} If it is not there, or is another file.
 */
export async function needed(
  path: string,
  file: string,
  source: Source,
): Promise<Uint8Array> {
  await requireThere(path, file, source);
  const bytes = await readBytes(file);
  if (await sha256Hex(bytes) === source.sha256) return bytes;
  const [found, artifact] = [nameOf(file), nameOf(path)];
  throw new UsageError(
    `${found} is not the ${source.name} that ${artifact} was made from: name the right one`,
  );
}

/**
 * Checks that a file is where it is expected.
 *
 * @throws {UsageError} If it is not; the message names the file that is needed.
 */
export async function requireThere(
  path: string,
  file: string,
  { name, sha256 }: Source,
): Promise<void> {
  if (file === "-") return;
  try {
    await Deno.stat(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) return;
    const artifact = nameOf(path);
    throw new UsageError(
      `${artifact} was made from ${name} (SHA-256 ${sha256}): put it beside, or name it, as in ` +
        `replay ${artifact} --data folder/${name}`,
    );
  }
}
