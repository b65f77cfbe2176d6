import {
  type Answer,
  type Ask,
  parseAnswer,
  ProtocolFault,
  type Request,
  shown,
} from "../../conform/protocol.ts";
import { SystemError } from "../errors.ts";
import { beforeSignals } from "../signals.ts";
import { Child } from "./child.ts";

/** The longest line that is read, in bytes. */
const LONGEST = 64 * 2 ** 20;
/** How much of what a program says on standard error is kept. */
const REMARKS = 2000;
/** How long a program can take to end once its input has, in milliseconds. */
const GRACE = 500;
/** How many times a program that ended is started again. */
const MOST_STARTS = 3;

/** A program under test, started once, and again if it ends or hangs. */
export class Program implements AsyncDisposable {
  #session: Session | undefined;
  #starts = 0;
  /** A signal that ends the test ends the program too. */
  readonly #signals = beforeSignals(() => this.#session?.kill());

  /**
   * @param command The program and its arguments.
   * @param limit How long an answer can take, in milliseconds.
   */
  constructor(readonly command: readonly string[], readonly limit: number) {}

  readonly ask: Ask = async (request: Request): Promise<Answer> => {
    if (!this.#session) {
      this.#starts++;
      this.#session = new Session(this.command);
    }
    try {
      return parseAnswer(await this.#session.exchange(JSON.stringify(request), this.limit));
    } catch (error) {
      if (!(error instanceof ProtocolFault) || !this.#session.isOver) throw error;
      await this.#session.end();
      this.#session = undefined;
      throw new ProtocolFault(error.message, this.#starts >= MOST_STARTS);
    }
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session?.end();
    this.#signals[Symbol.dispose]();
  }
}

/** One life of a program. */
class Session {
  readonly #child: Child;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #remarksReader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #remarks: Promise<void>;
  #said = "";
  #rest = new Uint8Array(0);
  #hasEnded = false;
  /** Whether it can no longer be asked anything. */
  isOver = false;

  constructor(command: readonly string[]) {
    this.#child = new Child(command);
    this.#child.status.then(() => this.#hasEnded = true);
    this.#writer = this.#child.stdin.getWriter();
    this.#reader = this.#child.stdout.getReader();
    this.#remarksReader = this.#child.stderr.getReader();
    this.#remarks = this.#listen().catch(() => {});
  }

  /** Sends a line and returns the next line of its output. */
  async exchange(line: string, limit: number): Promise<string> {
    try {
      const answer = await within(limit, this.#exchange(line));
      if (answer !== undefined) return answer;
      // What it started may keep its output open after it has ended.
      const why = this.#hasEnded ? await this.#lastWords() : `no answer within ${limit / 1000} s`;
      throw new ProtocolFault(why);
    } catch (error) {
      this.isOver = true;
      if (error instanceof ProtocolFault) throw error;
      throw new SystemError(`the program cannot be spoken to: ${shown(String(error))}`);
    }
  }

  async #exchange(line: string): Promise<string> {
    const sent = this.#writer.write(new TextEncoder().encode(`${line}\n`)).catch(() => {});
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let chunk: Uint8Array | undefined = this.#rest;;) {
      const end = chunk.indexOf(10);
      if (end >= 0) {
        parts.push(chunk.subarray(0, end));
        this.#rest = chunk.slice(end + 1);
        break;
      }
      parts.push(chunk);
      length += chunk.length;
      if (length > LONGEST) throw new ProtocolFault(`more than ${LONGEST / 2 ** 20} MB in a line`);
      const { value } = await this.#reader.read();
      if (!value) throw new ProtocolFault(await this.#lastWords());
      chunk = value;
    }
    await sent;
    return new TextDecoder().decode(
      new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()),
    );
  }

  async #lastWords(): Promise<string> {
    const { code, signal } = await this.#child.status;
    await within(GRACE, this.#remarks);
    const last = this.#said.trim().split("\n").at(-1);
    return `it ended with ${signal ?? `status ${code}`} without an answer${
      last ? `; it said: ${shown(last)}` : ""
    }`;
  }

  async #listen(): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const { value } = await this.#remarksReader.read();
      if (!value) return;
      this.#said = (this.#said + decoder.decode(value, { stream: true })).slice(-REMARKS);
    }
  }

  /**
   * Ends the program: it is asked to end first, and killed if it does not. What it has started may
   * keep its pipes open for as long as it likes, so that they are closed from this side.
   */
  async end(): Promise<void> {
    const { status } = this.#child;
    const asked = this.#writer.close().catch(() => {});
    if (!this.isOver) await within(GRACE, Promise.all([asked, status]));
    this.kill();
    const closed = [this.#writer.abort(), this.#reader.cancel(), this.#remarksReader.cancel()];
    await within(GRACE, Promise.allSettled([status, ...closed]));
  }

  /** Kills the program at once. */
  kill(): void {
    this.#child.kill();
  }
}

/** What comes of work, or `undefined` if that takes longer than a time, in milliseconds. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => timer = setTimeout(done, milliseconds, undefined));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
