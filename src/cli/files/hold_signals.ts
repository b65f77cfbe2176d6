import { exitAfter, SIGNALS } from "../signals.ts";

/** How many pieces of work are going on that signals have to wait for. */
let held = 0;

/** The number of the first signal that has arrived meanwhile. */
let asked: number | undefined;

let isListening = false;

/**
 * Does something that signals must not interrupt. A signal waits until the work is done or undone,
 * and then ends the process.
 *
 * @param work The work. It can ask whether a signal has arrived, to end early.
 */
export async function holdSignals<T>(
  work: (isAskedToEnd: () => boolean) => Promise<T>,
): Promise<T> {
  listen();
  held++;
  try {
    return await work(() => asked !== undefined);
  } finally {
    held--;
    if (asked !== undefined && held === 0) exitAfter(asked);
  }
}

/** Listens for good, as a signal that arrives while a listener is removed would be lost. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    Deno.addSignalListener(signal as Deno.Signal, () => {
      if (held === 0) exitAfter(number);
      asked ??= number;
    });
  }
}
