/** How long work must last before its progress is shown, in milliseconds. */
const PATIENCE = 500;

/** How long what is shown stays at the least, in milliseconds. */
const REST = 50;

/** Shows on a terminal how far long work has come. */
export class Progress {
  readonly #shows: boolean;
  #next = performance.now() + PATIENCE;
  #shown = false;

  /** @param wanted Whether to show anything. */
  constructor(wanted: boolean) {
    this.#shows = wanted && Deno.stderr.isTerminal();
  }

  /**
   * Shows how far something has come.
   *
   * @param what What is done.
   * @param share How much of it, from 0 to 1, where that is known.
   */
  show(what: string, share?: number): void {
    if (!this.#shows || performance.now() < this.#next) return;
    this.#next = performance.now() + REST;
    this.#shown = true;
    this.#print(`\r\x1b[K${what}${share === undefined ? "" : ` ${Math.floor(share * 100)} %`}`);
  }

  /** Takes back what was shown. */
  end(): void {
    if (this.#shown) this.#print("\r\x1b[K");
  }

  #print(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}
