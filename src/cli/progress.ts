import { tellForNow } from "./tell.ts";

/** How long work must last before its progress is shown, in milliseconds. */
const PATIENCE = 500;

/** How long each message stays, in milliseconds: to print more often would slow the work down. */
const REST = 50;

/** Shows the progress of long work on the terminal at standard error. */
export class Progress {
  readonly #shows: boolean;
  #next = performance.now() + PATIENCE;
  #shown = false;

  /** @param wanted Whether to show anything. */
  constructor(wanted: boolean) {
    this.#shows = wanted && Deno.stderr.isTerminal();
  }

  /**
   * Shows the progress of something.
   *
   * @param what What is being done.
   * @param share How much of it is done, from 0 to 1, if that is known.
   */
  show(what: string, share?: number): void {
    if (!this.#shows || performance.now() < this.#next) return;
    this.#next = performance.now() + REST;
    this.#shown = true;
    tellForNow(`${what}${share === undefined ? "" : ` ${Math.floor(share * 100)} %`}`);
  }

  /** Clears what was shown. */
  end(): void {
    if (this.#shown) tellForNow("");
  }
}
