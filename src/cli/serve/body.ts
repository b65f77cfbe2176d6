import { joinedAll } from "../../bytes/join.ts";
import { LIMITS } from "../../page/limits.ts";

/** How long a client may take to send its body, in milliseconds. */
const PATIENCE = 15_000;

/** Why a body is not read. */
export class BodyError extends Error {
  /**
   * @param status The HTTP status of the answer.
   * @param message The reason.
   */
  constructor(readonly status: 400 | 408 | 413, message: string) {
    super(message);
  }
}

/**
 * Reads the body of a request.
 *
 * @param request The request.
 * @param patience How long it may take, in milliseconds.
 * @throws {BodyError} If it is too large, comes too slowly or breaks off.
 */
export async function bodyOf(request: Request, patience = PATIENCE): Promise<Uint8Array> {
  const tooLarge = () =>
    new BodyError(
      413,
      `more than ${LIMITS.body / 2 ** 20} MB were sent: send less, such as a sample`,
    );
  if (Number(request.headers.get("content-length")) > LIMITS.body) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    reader?.cancel().catch(() => {});
  }, patience);
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader!.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > LIMITS.body) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof BodyError) throw error;
    throw new BodyError(400, "what was sent broke off: send it again");
  } finally {
    clearTimeout(late);
    reader?.cancel().catch(() => {});
  }
  if (isLate) throw new BodyError(408, "what was sent came too slowly: try again");
  return joinedAll(chunks);
}
