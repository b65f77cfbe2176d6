import { UsageError } from "../errors.ts";
import { isSamePlace, type Place, placeAt } from "../files/place.ts";
import { shownPath } from "../files/reason.ts";
import { isAtRisk, toldOf, tryWriting } from "../files/write_file.ts";

/** A file that is asked for, and the option that asks for it. */
export interface Asked {
  readonly option: string;
  readonly path: string;
}

/** How files are written in a call. */
interface Call {
  /** The files that it reads, `-` for standard input. */
  readonly reads: readonly string[];
  /** Whether a file that is read-only can be replaced. */
  readonly overwrite?: boolean;
  /** Whether files are only compared, and none is written. */
  readonly check?: boolean;
}

/**
 * Checks, before any work, that files can be written and that none is lost by it: none is read by
 * the same call, under whatever name, none is asked for twice, and none is read-only.
 *
 * @param asked The files, `-` for standard output.
 * @throws {UsageError} If one would be lost.
 * @throws {SystemError} If one cannot be written.
 */
export async function requirePlaces(asked: readonly Asked[], call: Call): Promise<void> {
  const files = asked.filter(({ path }) => path !== "-");
  const places: Place[] = [];
  for (const { path } of files) {
    places.push(await toldOf(path, () => placeAt(path, !call.check)));
  }
  await requireUnread(files, places, call.reads);
  requireUnlike(files, places);
  if (call.check) return;
  files.forEach((file, i) => requireOverwritable(file, places[i], call.overwrite ?? false));
  for (const place of places) await tryWriting(place);
}

/** Refuses to write a file that is read. */
async function requireUnread(
  files: readonly Asked[],
  places: readonly Place[],
  reads: readonly string[],
): Promise<void> {
  for (const read of reads) {
    const there = await placeAt(read === "-" ? "/dev/stdin" : read, false);
    const i = indexOfSame(places, there);
    if (i < 0) continue;
    const { option, path } = files[i];
    const same = path === read
      ? "the file that is read"
      : read === "-"
      ? "the file that standard input is"
      : `${shownPath(read)}, which is read`;
    throw new UsageError(`${option} ${shownPath(path)} is ${same}: name another file`);
  }
}

/** Refuses two names of one file. */
function requireUnlike(files: readonly Asked[], places: readonly Place[]): void {
  for (const [i, { option, path }] of files.entries()) {
    const first = files[indexOfSame(places.slice(0, i), places[i])];
    if (!first) continue;
    throw new UsageError(
      `${option} ${shownPath(path)} is ${shownPath(first.path)} of ${first.option}, given twice: ` +
        "give each file its own name",
    );
  }
}

/** The index of the place that is the same file as another, -1 if there is none. */
function indexOfSame(places: readonly Place[], other: Place): number {
  return places.findIndex((place) => isSamePlace(place, other));
}

/** Refuses a file that is read-only, unless it may be overwritten. */
function requireOverwritable(
  { option, path }: Asked,
  { isReadOnly }: Place,
  overwrite: boolean,
): void {
  if (!isReadOnly || overwrite) return;
  throw new UsageError(
    `${option} ${shownPath(path)} is read-only: name another file, or add --overwrite`,
  );
}

/**
 * A warning where the sandbox allows files to be written, but not to be replaced in one step.
 *
 * @param paths The files, `-` for standard output.
 */
export async function warningsOfLoss(paths: readonly string[]): Promise<string[]> {
  const inPlace: string[] = [];
  for (const path of paths) if (path !== "-" && await isAtRisk(path)) inPlace.push(path);
  if (inPlace.length === 0) return [];
  const [path] = inPlace;
  const are = inPlace.length > 1 ? ` and ${inPlace.length - 1} more are` : " is";
  const folder = shownPath(/^(.*[/\\])[^/\\]*$/s.exec(path)?.[1] ?? ".");
  return [
    `warning: ${shownPath(path)}${are} written in place, and would be lost if that is killed: ` +
    `--allow-read=${folder} --allow-write=${folder} makes it safe`,
  ];
}
