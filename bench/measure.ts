/** A program with its arguments. */
export type Call = readonly [program: string, ...args: string[]];

/** What a run took. */
export interface Cost {
  /** In milliseconds: what the program printed, or how long it ran. */
  readonly time: number;
  /** The most memory it had, in MB; nothing where that cannot be told. */
  readonly memory?: number;
}

/** GNU time tells the memory of a program that has ended. */
const TIME = "/usr/bin/time";
const canTellMemory = await isThere([TIME, "--version"]);

/** Whether a call can be made and succeeds. */
export async function isThere([program, ...args]: Call): Promise<boolean> {
  try {
    const command = new Deno.Command(program, { args, stdout: "null", stderr: "null" });
    return (await command.output()).success;
  } catch {
    return false;
  }
}

/** Runs a program once. One that prints a number says with it how long what counts has taken. */
export async function costOf(call: Call): Promise<Cost> {
  const [program, ...args] = canTellMemory ? [TIME, "-f", "%M", ...call] : call;
  const begun = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  const time = performance.now() - begun;
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  if (!success) throw new Error(`${call.join(" ")}\n${err}`);
  const kilobytes = Number(err.split("\n").pop());
  return {
    time: out !== "" && Number.isFinite(Number(out)) ? Number(out) : time,
    ...(canTellMemory && { memory: kilobytes / 1000 }),
  };
}

/** Runs calls by turns, so that a machine that slows down slows down all of them; the first turn warms up. */
export async function costsOf(calls: readonly Call[], turns: number): Promise<Cost[]> {
  const costs: Cost[][] = calls.map(() => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [i, call] of calls.entries()) {
      const cost = await costOf(call);
      if (turn > 0) costs[i].push(cost);
    }
  }
  return costs.map((all) => ({
    time: median(all.map(({ time }) => time)),
    ...(canTellMemory && { memory: median(all.map(({ memory }) => memory!)) }),
  }));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
