/** How long work must last before its progress is shown, in milliseconds. */
const PATIENCE = 500;

/** Shows on a terminal how far long work has come. */
export class Progress {
  readonly #begun = performance.now();
  readonly #shows: boolean;
  #shown = false;

  /** @param wanted Whether to show anything. */
  constructor(wanted: boolean) {
    this.#shows = wanted && Deno.stderr.isTerminal();
  }

  /** Shows how much of something is done, from 0 to 1. */
  show(what: string, share: number): void {
    if (!this.#shows || performance.now() - this.#begun < PATIENCE) return;
    this.#shown = true;
    this.#print(`\r\x1b[K${what} ${Math.floor(share * 100)} %`);
  }

  /** Takes back what was shown. */
  end(): void {
    if (this.#shown) this.#print("\r\x1b[K");
  }

  #print(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}
