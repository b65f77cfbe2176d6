/** Limits how much work goes on at once: more has to wait, and when too much waits it is refused. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param most How many pieces of work go on at once.
   * @param longest How many can wait at the most.
   */
  constructor(most: number, readonly longest: number) {
    this.#free = most;
  }

  /**
   * Does a piece of work as soon as there is room for it, first come, first served.
   *
   * @returns The result of the work; `undefined` if too many wait already.
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
