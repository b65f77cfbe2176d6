import { UsageError } from "../errors.ts";

/**
 * Does a piece of work that is given up after some time, so that others have their turn.
 *
 * @param longest How long it may take, in milliseconds.
 * @param signal Ends it earlier.
 * @param work The work, with the signal that ends it.
 * @throws {UsageError} If it has been given up, as soon as the work looks at its signal.
 */
export async function within<T>(
  longest: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const reason = `it takes longer than ${longest / 1000} s: lower --size, --fps, --k or the points`;
  const timer = setTimeout(() => over.abort(new UsageError(reason)), longest);
  try {
    return await work(AbortSignal.any([signal, over.signal]));
  } finally {
    clearTimeout(timer);
  }
}
