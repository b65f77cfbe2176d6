/** The longest a frame of a GIF or an APNG can be shown, in milliseconds: 65,535 hundredths of a second. */
export const LONGEST_DELAY = 655_350;

/**
 * The frame that is shown now. It is written only when another follows, since it is not known before
 * how long it is shown: as long as nothing changes, it stays. A frame that is to be shown longer
 * than a file can say is followed by frames that change nothing.
 */
export class PendingFrame<F> {
  readonly #write: (frame: F, delay: number) => void;
  readonly #unchanged: F;
  #frame: F | undefined;
  #delay = 0;

  /**
   * @param write Writes a frame that is shown for a delay in milliseconds.
   * @param unchanged A frame that changes nothing.
   */
  constructor(write: (frame: F, delay: number) => void, unchanged: F) {
    this.#write = write;
    this.#unchanged = unchanged;
  }

  /** Whether nothing has been shown yet. */
  get isFirst(): boolean {
    return this.#frame === undefined;
  }

  /**
   * Takes the next picture.
   *
   * @param frame What changes in it; nothing if it is equal to the one before.
   * @param duration How long it is shown, in milliseconds.
   */
  add(frame: F | undefined, duration: number): void {
    if (frame !== undefined) {
      this.write();
      this.#frame = frame;
      this.#delay = 0;
    }
    this.#delay += duration;
  }

  /** Writes the frame; called by whoever adds no more. */
  write(): void {
    if (this.#frame === undefined) return;
    this.#write(this.#frame, Math.min(this.#delay, LONGEST_DELAY));
    for (let rest = this.#delay - LONGEST_DELAY; rest > 0; rest -= LONGEST_DELAY) {
      this.#write(this.#unchanged, Math.min(rest, LONGEST_DELAY));
    }
  }
}
