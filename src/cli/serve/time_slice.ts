/** How long a slice is, in milliseconds: other requests wait no longer for their turn. */
const LENGTH = 30;

/**
 * A slice of time in which one request is worked on. When it is over the work gives way to other
 * requests, and is given up if its client has gone.
 */
export class TimeSlice {
  #begun = performance.now();

  /**
   * @param signal Aborts when the client has gone.
   * @param length How long a slice is, in milliseconds.
   */
  constructor(readonly signal: AbortSignal, readonly length: number = LENGTH) {}

  /**
   * Lets other requests have their turn if the slice is over, and begins a new one.
   *
   * @param now Whether to do so even if it is not over.
   * @throws The signal's reason, if the client has gone.
   */
  async giveWay(now = false): Promise<void> {
    if (now || performance.now() - this.#begun > this.length) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#begun = performance.now();
    }
    this.signal.throwIfAborted();
  }
}
