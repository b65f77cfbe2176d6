/**
 * Tries some of a target's inputs, one after another: `worker.ts TARGET SEED FROM TO`, in a folder of
 * its own. Each line on standard output is an index, `begin`, `end` or `wrong`, and what is wrong.
 */
import fc from "fast-check";
import type { Target } from "./target.ts";

/** The longest text about an input, in characters. */
const LONGEST = 2000;

const [file, seed, from, to] = Deno.args;
const folder = Deno.cwd();
const { stdout } = Deno;
const say = (index: number, what: string, text = "") =>
  stdout.writeSync(new TextEncoder().encode(`${JSON.stringify([index, what, text])}\n`));

const { default: target }: { default: Target } = await import(file);
for (let index = Number(from); index < Number(to); index++) {
  say(index, "begin");
  // An input follows from its index alone, so that one can be tried without those before it.
  const [input] = fc.sample(target.inputs, { seed: mixed(Number(seed), index), numRuns: 1 });
  const place = `${folder}/${index}`;
  Deno.mkdirSync(place);
  Deno.chdir(place);
  try {
    await target.check(input);
  } catch (error) {
    const why = error instanceof Error ? error.stack ?? error.message : String(error);
    say(index, "wrong", `${why}\n${fc.stringify(input)}`.slice(0, LONGEST));
  }
  Deno.chdir(folder);
  Deno.removeSync(place, { recursive: true });
  say(index, "end");
}
Deno.exit(0);

/** A seed for one input: neighbours have nothing in common (the finaliser of MurmurHash3). */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) + index | 0;
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35);
  return hash ^ hash >>> 16;
}
