import { joinedAll } from "../../bytes/join.ts";

/** About how long a piece of text is that is turned into bytes at once. */
const PIECE = 2 ** 16;

/** Texts, put together as UTF-8. */
export function encoded(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let piece = "";
  const flush = () => {
    pieces.push(encoder.encode(piece));
    piece = "";
  };
  for (const text of texts) {
    piece += text;
    if (piece.length > PIECE) flush();
  }
  flush();
  return joinedAll(pieces);
}
