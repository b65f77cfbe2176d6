import { shown } from "../../conform/protocol.ts";
import { UsageError } from "../errors.ts";

/** A process whose inputs and outputs are pipes, and that can be ended with all that it started. */
export class Child {
  readonly #process: Deno.ChildProcess;
  /** Whether it leads a group of its own, which its own children are in. */
  readonly #leads: boolean;

  /** @throws {UsageError} If it cannot be started. */
  constructor([name, ...args]: readonly string[]) {
    this.#leads = canEndGroups();
    try {
      this.#process = new Deno.Command(name, {
        args,
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
        detached: this.#leads,
      }).spawn();
    } catch (error) {
      const why = error instanceof Deno.errors.NotCapable
        ? `the sandbox does not allow it; add --allow-run=${name}`
        : error instanceof Deno.errors.NotFound
        ? "there is no such program"
        : `${error}`;
      throw new UsageError(`${shown(name)} cannot be run: ${shown(why)}`);
    }
  }

  get stdin(): WritableStream<Uint8Array> {
    return this.#process.stdin;
  }

  get stdout(): ReadableStream<Uint8Array> {
    return this.#process.stdout;
  }

  get stderr(): ReadableStream<Uint8Array> {
    return this.#process.stderr;
  }

  get status(): Promise<Deno.CommandStatus> {
    return this.#process.status;
  }

  /** Kills it, and its group where it leads one: what it started may live on after it has ended. */
  kill(): void {
    try {
      if (this.#leads) Deno.kill(-this.#process.pid, "SIGKILL");
    } catch {
      // Nothing of the group is left.
    }
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}

/** Whether the sandbox allows a group to be ended: that takes the whole of `--allow-run`. */
function canEndGroups(): boolean {
  return Deno.build.os !== "windows" &&
    Deno.permissions.querySync({ name: "run" }).state === "granted";
}
