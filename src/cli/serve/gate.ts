/** Lets so many pieces of work go on at once; the others wait, and beyond a number are turned away. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param most How many go on at once.
   * @param longest How many can wait.
   */
  constructor(most: number, readonly longest: number) {
    this.#free = most;
  }

  /**
   * Does work when there is room for it.
   *
   * @returns What comes of it; nothing where too many wait already.
   */
  async pass<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#free > 0) this.#free--;
    else if (this.#waiting.length >= this.longest) return undefined;
    else await new Promise<void>((done) => this.#waiting.push(done));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
