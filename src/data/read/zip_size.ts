import { DataError } from "../data_error.ts";

/** The most bytes that a workbook can become. */
const MOST = 2 ** 29;

/** What stands before what an archive says of each file in it, and how long that is at the least. */
const [ENTRY, LENGTH] = [0x02014b50, 46];

/**
 * Refuses an archive whose files say that they become more than can be held.
 *
 * @throws {DataError} If they do.
 */
export function requireUnpackable(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let length = 0;
  for (let at = archive.indexOf(0x50); at >= 0 && at + LENGTH <= archive.length;) {
    if (view.getUint32(at, true) === ENTRY) length += view.getUint32(at + 24, true);
    at = archive.indexOf(0x50, at + 1);
  }
  if (length <= MOST) return;
  throw new DataError(`it unpacks to more than ${MOST / 2 ** 20} MB: save it as CSV`);
}
