import { firstKey } from "./keys.ts";

/** Where bytes are read from. */
type Bytes = Pick<ReadableStreamDefaultReader<Uint8Array>, "read">;

/** What is typed, or comes through a pipe: keys while a film plays, lines in a menu. */
export class Input {
  readonly #reader: Bytes;
  readonly #decoder = new TextDecoder();
  #next: Promise<string | undefined> | undefined;
  /** What has been read but not yet taken. */
  #rest = "";
  #isOver = false;
  /** Whether the last line ended with a carriage return, after which its newline may still come. */
  #endedWithReturn = false;

  /** @param reader What is read. Default: standard input. */
  constructor(reader: Bytes = Deno.stdin.readable.getReader()) {
    this.#reader = reader;
  }

  /** The text that is typed within a time, in milliseconds; `undefined` if there is none. */
  async within(milliseconds: number): Promise<string | undefined> {
    if (this.#rest !== "") return this.#take(this.#rest.length);
    if (this.#isOver) {
      await new Promise((done) => setTimeout(done, milliseconds));
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((done) => timer = setTimeout(done, milliseconds, "late"));
    const first = await Promise.race([this.#read().then(() => "typed" as const), late]);
    clearTimeout(timer);
    if (first === "late") return undefined;
    const text = await this.#read();
    this.#next = undefined;
    this.#isOver = text === undefined;
    return text;
  }

  /** The next key that is typed within a time, in milliseconds; `undefined` if there is none. */
  async key(milliseconds: number): Promise<string | undefined> {
    let typed = firstKey(this.#rest);
    if (!typed) {
      const begun = this.#take(this.#rest.length);
      const more = await this.within(milliseconds);
      // An escape that nothing follows is a key of its own.
      if (more === undefined) return begun === "" ? undefined : begun;
      this.#rest = begun + more;
      typed = firstKey(this.#rest);
      if (!typed) return undefined;
    }
    this.#rest = typed.rest;
    return typed.key;
  }

  /** Puts back what was read, to be taken again. */
  putBack(text: string): void {
    this.#rest = text + this.#rest;
  }

  /** Drops repetitions of a key that was held down. */
  dropRepeated(key: string): void {
    while (this.#rest.startsWith(key)) this.#rest = this.#rest.slice(key.length);
  }

  /** The next line; `undefined` at the end. */
  async line(): Promise<string | undefined> {
    for (;;) {
      if (this.#endedWithReturn && this.#rest !== "") {
        if (this.#rest[0] === "\n") this.#take(1);
        this.#endedWithReturn = false;
      }
      const end = this.#rest.search(/[\r\n]/);
      if (end >= 0) {
        const line = this.#take(end);
        this.#endedWithReturn = this.#take(1) === "\r";
        return line;
      }
      const text = this.#isOver ? undefined : await this.#read();
      this.#next = undefined;
      if (text === undefined) {
        this.#isOver = true;
        const last = this.#take(this.#rest.length);
        return last === "" ? undefined : last;
      }
      this.#rest += text;
    }
  }

  #take(length: number): string {
    const taken = this.#rest.slice(0, length);
    this.#rest = this.#rest.slice(length);
    return taken;
  }

  /** What is read next, kept until it is taken; `undefined` at the end. */
  #read(): Promise<string | undefined> {
    return this.#next ??= this.#reader.read().then(({ value }) =>
      value && this.#decoder.decode(value, { stream: true })
    );
  }
}
