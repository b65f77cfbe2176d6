/** The signals that ask a process to end, with their numbers. */
const SIGNALS: Partial<Record<Deno.Signal, number>> = Deno.build.os === "windows"
  ? { SIGINT: 2, SIGBREAK: 21 }
  : { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** How many works are going on that signals wait for. */
let held = 0;

/** The number of the first signal that has come meanwhile. */
let asked: number | undefined;

let isListening = false;

/**
 * Does something that signals must not cut short: who asks the process to end waits until the work
 * is done, or until it has taken itself back, and then the process ends.
 *
 * @param work The work; it may ask now and then whether a signal has come.
 */
export async function holdSignals<T>(
  work: (isAskedToEnd: () => boolean) => Promise<T>,
): Promise<T> {
  listen();
  held++;
  try {
    return await work(() => asked !== undefined);
  } finally {
    // A signal that came while nothing else could run is told now.
    await new Promise((resolve) => setTimeout(resolve));
    held--;
    if (asked !== undefined && held === 0) end(asked);
  }
}

/** Listens from now on, as a signal that comes while a listener is removed would be lost. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    Deno.addSignalListener(signal as Deno.Signal, () => {
      if (held === 0) end(number);
      asked ??= number;
    });
  }
}

/** Ends the process with the status that a shell gives to what a signal has ended. */
function end(signal: number): never {
  Deno.exit(128 + signal);
}
