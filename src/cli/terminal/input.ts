/** What is typed, or comes through a pipe: keys while a film plays, lines in a menu. */
export class Input {
  readonly #reader = Deno.stdin.readable.getReader();
  readonly #decoder = new TextDecoder();
  #next: Promise<string | undefined> | undefined;
  #rest = "";
  #isOver = false;

  /** What comes next, for which `take` is still to be called; nothing at its end. */
  peek(): Promise<string | undefined> {
    return this.#next ??= this.#reader.read().then(({ value }) =>
      value && this.#decoder.decode(value, { stream: true })
    );
  }

  /** What comes next; nothing at its end. */
  async take(): Promise<string | undefined> {
    const text = await this.peek();
    this.#next = undefined;
    return text;
  }

  /** Something typed within a time, or nothing. */
  async within(milliseconds: number): Promise<string | undefined> {
    if (this.#isOver) {
      await new Promise((done) => setTimeout(done, milliseconds));
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((done) => timer = setTimeout(done, milliseconds, "late"));
    const first = await Promise.race([this.peek().then(() => "typed" as const), late]);
    clearTimeout(timer);
    if (first === "late") return undefined;
    const text = await this.take();
    this.#isOver = text === undefined;
    return text;
  }

  /** The next line; nothing at the end. */
  async line(): Promise<string | undefined> {
    while (!this.#rest.includes("\n")) {
      const text = this.#isOver ? undefined : await this.take();
      if (text === undefined) {
        this.#isOver = true;
        const last = this.#rest;
        this.#rest = "";
        return last === "" ? undefined : last;
      }
      this.#rest += text;
    }
    const end = this.#rest.indexOf("\n");
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 1);
    return line.replace(/\r$/, "");
  }
}
