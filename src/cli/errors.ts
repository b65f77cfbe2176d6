/** The call or the data is wrong: exit status 2. The message is one line and says how to put it right. */
export class UsageError extends Error {}

/** The call is right, but it could not be done: exit status 1. */
export class SystemError extends Error {}

/** What is printed of an error, in one line, and the exit status that it ends with. */
export interface Told {
  readonly message: string;
  readonly status: 1 | 2;
}

/** Tells any error: also one that should not be, which then says what to do about it. */
export function told(error: unknown): Told {
  if (error instanceof UsageError) return { message: error.message, status: 2 };
  if (error instanceof SystemError) return { message: error.message, status: 1 };
  const reason = (error instanceof Error ? `${error.name}: ${error.message}` : typeof error)
    .replace(/\s+/g, " ").slice(0, 200);
  if (error instanceof RangeError && TOO_LARGE.test(error.message)) {
    return { message: `it takes more memory than there is (${reason}): take less`, status: 1 };
  }
  const place = /\bsrc\/[\w./-]+:\d+/.exec(error instanceof Error ? error.stack ?? "" : "")?.[0];
  return {
    message: `${reason}${place === undefined ? "" : ` at ${place}`}: this is a mistake in Lloyd: ` +
      "please report this line, with the call and what it reads",
    status: 1,
  };
}

/** What V8 says where an array, a buffer or a text would be too large. */
const TOO_LARGE =
  /allocation failed|^Invalid (typed )?array length|^Invalid array buffer length|^Invalid string length|maximum size exceeded/i;
