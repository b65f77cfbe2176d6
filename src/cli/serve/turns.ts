/** How long to work before other requests have their turn, in milliseconds. */
const TURN = 30;

/** Work that gives way to other requests, and is given up when its client is gone. */
export class Turns {
  #begun = performance.now();

  /** @param signal Says that the client is gone. */
  constructor(readonly signal: AbortSignal) {}

  /**
   * Lets others have their turn, if it is time.
   *
   * @param now Whether it is time in any case.
   * @throws The signal's reason, if the client is gone.
   */
  async giveWay(now = false): Promise<void> {
    if (now || performance.now() - this.#begun > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#begun = performance.now();
    }
    this.signal.throwIfAborted();
  }
}
