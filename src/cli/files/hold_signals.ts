/** The signals that ask a process to end, with their numbers. */
const SIGNALS: Partial<Record<Deno.Signal, number>> = Deno.build.os === "windows"
  ? { SIGINT: 2, SIGBREAK: 21 }
  : { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Does something that signals must not cut short: who asks the process to end waits until the work
 * is done, or until it has taken itself back, and then the process ends.
 *
 * @param work The work; it may ask now and then whether a signal has come.
 */
export async function holdSignals<T>(
  work: (isAskedToEnd: () => boolean) => Promise<T>,
): Promise<T> {
  let asked: number | undefined;
  const listeners = Object.entries(SIGNALS).map(([signal, number]) =>
    [signal as Deno.Signal, () => void (asked ??= number)] as const
  );
  for (const [signal, listener] of listeners) Deno.addSignalListener(signal, listener);
  try {
    return await work(() => asked !== undefined);
  } finally {
    // A signal that came while nothing else could run is told now.
    await new Promise((resolve) => setTimeout(resolve));
    for (const [signal, listener] of listeners) Deno.removeSignalListener(signal, listener);
    // The status that a shell gives to what a signal has ended.
    if (asked !== undefined) Deno.exit(128 + asked);
  }
}
