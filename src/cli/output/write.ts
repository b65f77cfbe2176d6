import { SystemError } from "../errors.ts";
import { reason } from "../files/reason.ts";

/** Writes bytes to standard output. */
export async function writeStandardOutput(bytes: Uint8Array): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      done += await Deno.stdout.write(bytes.subarray(done));
    }
  } catch (error) {
    throw new SystemError(`standard output cannot be written: ${reason(error)}`);
  }
}
