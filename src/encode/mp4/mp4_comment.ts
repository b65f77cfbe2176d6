import { beginsWith } from "../../bytes/begins_with.ts";
import { findBox } from "./boxes.ts";

/** The comment of an MP4; `undefined` where there is none, or it is no MP4. */
export function mp4Comment(bytes: Uint8Array): string | undefined {
  if (!beginsWith(bytes.subarray(4), "ftyp")) return undefined;
  const meta = findBox(bytes, "moov", "udta", "meta");
  const data = meta && findBox(meta.subarray(4), "ilst", "\xa9cmt", "data");
  return data && new TextDecoder().decode(data.subarray(8));
}
