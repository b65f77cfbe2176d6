/** Puts a terminal back as it was: default colours, the cursor shown, the usual screen. */
const RESTORE = "\x1b[0m\x1b[?25h\x1b[?1049l";

/** The signals that end a program, and its exit status after each: 128 and the signal's number. */
const SIGNALS = [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const;

/** The terminal at standard output, taken over for pictures and given back whatever happens. */
export class Terminal implements Disposable {
  readonly #encoder = new TextEncoder();
  readonly #isRaw = Deno.stdin.isTerminal();
  readonly #handlers: (() => void)[] = [];
  readonly #onResize: () => void;
  #isOurs = true;
  /** Whether its size has changed since this was last set to `false`. */
  isResized = false;

  constructor() {
    for (const [signal, status] of SIGNALS) {
      if (Deno.build.os === "windows" && signal !== "SIGINT") continue;
      const end = () => {
        this[Symbol.dispose]();
        Deno.exit(status);
      };
      Deno.addSignalListener(signal, end);
      this.#handlers.push(() => Deno.removeSignalListener(signal, end));
    }
    this.#onResize = () => this.isResized = true;
    if (Deno.build.os !== "windows") {
      Deno.addSignalListener("SIGWINCH", this.#onResize);
      this.#handlers.push(() => Deno.removeSignalListener("SIGWINCH", this.#onResize));
    }
    if (this.#isRaw) Deno.stdin.setRaw(true);
    this.write("\x1b[?1049h\x1b[?25l\x1b[2J");
  }

  /** Its size, in cells. */
  get size(): { readonly columns: number; readonly rows: number } {
    return Deno.consoleSize();
  }

  write(text: string): void {
    const bytes = this.#encoder.encode(text);
    for (let done = 0; done < bytes.length;) {
      done += Deno.stdout.writeSync(bytes.subarray(done));
    }
  }

  [Symbol.dispose](): void {
    if (!this.#isOurs) return;
    this.#isOurs = false;
    this.#handlers.forEach((remove) => remove());
    if (this.#isRaw) Deno.stdin.setRaw(false);
    this.write(RESTORE);
  }
}
