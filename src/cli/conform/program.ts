import {
  type Answer,
  type Ask,
  parseAnswer,
  ProtocolFault,
  type Request,
  shown,
} from "../../conform/protocol.ts";
import { SystemError, UsageError } from "../errors.ts";

/** The longest line that is read, in bytes. */
const LONGEST = 64 * 2 ** 20;
/** How much of what a program says on standard error is kept. */
const REMARKS = 2000;
/** How many times a program that ended is started again. */
const MOST_STARTS = 3;

/** A program under test, started once, and again if it ends or hangs. */
export class Program implements AsyncDisposable {
  #session: Session | undefined;
  #starts = 0;

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
  }
}

/** One life of a program. */
class Session {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #remarks: Promise<void>;
  #said = "";
  #rest = new Uint8Array(0);
  /** Whether it can no longer be asked anything. */
  isOver = false;

  constructor([name, ...args]: readonly string[]) {
    try {
      this.#child = new Deno.Command(name, {
        args,
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) {
        throw new UsageError(
          `${name} cannot be run: the sandbox does not allow it; add --allow-run=${name}`,
        );
      }
      const why = error instanceof Deno.errors.NotFound ? "there is no such program" : `${error}`;
      throw new UsageError(`${name} cannot be run: ${shown(why)}`);
    }
    this.#writer = this.#child.stdin.getWriter();
    this.#reader = this.#child.stdout.getReader();
    this.#remarks = this.#listen();
  }

  /** Sends a line and returns the next line of its output. */
  async exchange(line: string, limit: number): Promise<string> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(
        () => fail(new ProtocolFault(`no answer within ${limit / 1000} s`)),
        limit,
      );
    });
    try {
      return await Promise.race([this.#exchange(line), late]);
    } catch (error) {
      this.isOver = true;
      if (error instanceof ProtocolFault) throw error;
      throw new SystemError(`the program cannot be spoken to: ${shown(String(error))}`);
    } finally {
      clearTimeout(timer);
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
    await this.#remarks;
    const last = this.#said.trim().split("\n").at(-1);
    return `it ended with ${signal ?? `status ${code}`} without an answer${
      last ? `; it said: ${shown(last)}` : ""
    }`;
  }

  async #listen(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of this.#child.stderr) {
      this.#said = (this.#said + decoder.decode(chunk)).slice(-REMARKS);
    }
  }

  /** Ends the program: it is asked to end first, and killed if it does not. */
  async end(): Promise<void> {
    const stop = setTimeout(() => this.#kill(), this.isOver ? 0 : 500);
    await this.#writer.close().catch(() => {});
    await this.#child.status;
    clearTimeout(stop);
    await this.#reader.cancel().catch(() => {});
    await this.#remarks.catch(() => {});
  }

  #kill(): void {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}
