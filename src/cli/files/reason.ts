import { quotable } from "../../data/data_error.ts";
import { visible } from "../../visible.ts";

/** Paths longer than this, in characters, are cut in messages. */
const LONGEST = 120;

/** A path for a message, all of it visible; a long one is cut at its beginning, as its end says more. */
export function shownPath(path: string): string {
  const line = visible(path);
  return line.length > LONGEST ? `…${line.slice(1 - LONGEST)}` : line;
}

/** Why a file cannot be written, without the name of the system call, and how to put it right. */
export function reason(error: unknown, path = ""): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Deno.errors.NotCapable) {
    // For a link or a device the sandbox may ask for more than permission to write that path.
    const [, access = "write", wanted = path] = /^Requires (read|write) access to "([^"]+)"/
      .exec(message) ?? [];
    return `the sandbox does not allow it; add --allow-${access}=${shownPath(wanted)}`;
  }
  if (error instanceof Deno.errors.NotFound) return "its folder does not exist; make it first";
  if (error instanceof Deno.errors.IsADirectory) return "it is a folder; name a file in it";
  if (error instanceof Deno.errors.NotADirectory) return "its folder is a file; name a folder";
  if (error instanceof Deno.errors.PermissionDenied) {
    return `${
      quotable(message.replace(/ \(os error \d+\).*$/s, ""))
    }; change its mode, or its folder's`;
  }
  if (/name too long/i.test(message)) return "its name is too long; shorten it";
  return quotable(message.replace(/ \(os error \d+\).*$/s, ""));
}
