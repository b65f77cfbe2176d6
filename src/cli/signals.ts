/** The signals that ask a process to end, with their numbers. */
export const SIGNALS: Partial<Record<Deno.Signal, number>> = Deno.build.os === "windows"
  ? { SIGINT: 2, SIGBREAK: 21 }
  : { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** Ends the process with the exit status that shells expect after a signal: 128 and its number. */
export function exitAfter(signal: number): never {
  Deno.exit(128 + signal);
}

/**
 * Does something before a signal ends the process.
 *
 * @param before What is done; it cannot be waited for.
 * @returns What takes the promise back.
 */
export function beforeSignals(before: () => void): Disposable {
  const listeners = Object.entries(SIGNALS).map(([name, number]) => {
    const listener = () => {
      before();
      exitAfter(number);
    };
    Deno.addSignalListener(name as Deno.Signal, listener);
    return [name as Deno.Signal, listener] as const;
  });
  return {
    [Symbol.dispose]: () => {
      for (const [name, listener] of listeners) Deno.removeSignalListener(name, listener);
    },
  };
}
