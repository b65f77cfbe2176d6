/**
 * Tries some of a target's inputs, one after another: `worker.ts TARGET SEED FROM TO`, in a folder of
 * its own. Each line on standard output is an index, `begin`, `end` or `wrong`, and what is wrong.
 */
import fc from "fast-check";
import { inputOf } from "./input_of.ts";
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
  const input = inputOf(target, Number(seed), index);
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
