import { SHAPE_NAMES } from "../../data/generate/shapes.ts";
import { writeArtifacts } from "../output/write_artifacts.ts";
import { SystemError, UsageError } from "../errors.ts";
import { prepare, type Prepared } from "../runs/prepare.ts";
import { INIT_NAMES } from "../../kmeans/starts/inits.ts";
import { drawSeed } from "../../kmeans/draw_seed.ts";
import type { Options } from "../options/table.ts";
import { requestedOutputs, requireWritable } from "../output/output.ts";
import { parseOptions, shortened } from "../options/parse.ts";
import { appearanceOf, filmOfAnySize } from "./play.ts";
import { Progress } from "../progress.ts";
import { say } from "../tell.ts";
import { Input } from "../terminal/input.ts";
import { playback } from "../terminal/playback.ts";

/** A choice of the menu: its key, its text, and what it does. */
type Choice = readonly [key: string, name: string, act: (menu: Menu, said: string) => unknown];

const CHOICES: readonly Choice[] = [
  ["1", "randomise clusters and centroids", (menu) => menu.change({ seed: drawSeed() })],
  ["2", "randomise centroids", (menu) => menu.change({ "start-seed": drawSeed() })],
  [
    "3",
    "save the animation (3 gif, 3 svg, …; mp4 if nothing is said)",
    (menu, said) => menu.save(said || "mp4"),
  ],
  ["4", "exit", () => {}],
  ["5", "change k (5 7)", async (menu, said) => menu.changeTo("k", said || await menu.ask("k: "))],
  [
    "6",
    "change the start (6 kmeans++)",
    async (menu, said) =>
      menu.changeTo("init", said || await menu.ask(`${INIT_NAMES.join(", ")}\nstart: `)),
  ],
  [
    "7",
    "change the shape (7 moons)",
    async (menu, said) =>
      menu.changeTo("shape", said || await menu.ask(`${SHAPE_NAMES.join(", ")}\nshape: `)),
  ],
  ["8", "step through the iterations", (menu) => menu.show(true)],
  ["9", "undo", (menu) => menu.undo()],
];

const HELP = [
  "A menu to play with runs; takes the options of a run, such as --k 5 --theme light.",
  "",
  "Usage: deno run --allow-write=. cli.ts menu [options]",
  "",
];

/** The menu of the tutorial, and more: in a terminal runs are played, through a pipe listed. */
export async function menu(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    say(...HELP);
    return 0;
  }
  const options = await parseOptions(args);
  if (options.data !== undefined || options.out.length > 0) {
    throw new UsageError("menu generates its points and names its files: leave files out");
  }
  const { elbow, compare } = options;
  if (elbow || compare) throw new UsageError("menu shows one run: leave --elbow and --compare out");
  await new Menu(options).run();
  return 0;
}

class Menu {
  readonly #input = new Input();
  /** Whether runs are played: input and output are both a terminal. */
  readonly #plays = Deno.stdin.isTerminal() && Deno.stdout.isTerminal();
  #options: Options;
  readonly #before: Options[] = [];
  #prepared!: Prepared;

  constructor(options: Options) {
    this.#options = { ...options, seed: options.seed ?? drawSeed(), quiet: true };
  }

  async run(): Promise<void> {
    await this.#settle(this.#options);
    await this.show(false);
    for (;;) {
      this.#print();
      const line = await this.ask("Select an option: ");
      if (line === undefined) return;
      const [key, ...said] = line.trim().split(/\s+/);
      const choice = CHOICES.find(([own]) => own === key);
      if (!choice) {
        say("Invalid selection");
        continue;
      }
      if (key === "4") return;
      try {
        await choice[2](this, said.join(" "));
      } catch (error) {
        if (!(error instanceof UsageError || error instanceof SystemError)) throw error;
        say(error.message);
      }
    }
  }

  /** Asks for a line; `undefined` at the end of input. */
  async ask(question: string): Promise<string | undefined> {
    await Deno.stdout.write(new TextEncoder().encode(question));
    const line = await this.#input.line();
    if (!this.#plays) say(line ?? "");
    return line;
  }

  /** Runs again with some options changed. */
  async change(options: Partial<Options>): Promise<void> {
    const { "start-seed": _, ...rest } = this.#options;
    const before = this.#options;
    // New points come with a new start.
    const kept = "seed" in options ? rest as Options : before;
    await this.#settle({ ...kept, ...options });
    this.#before.push(before);
    await this.show(false);
  }

  /** Changes one option to what was typed. */
  async changeTo(name: "k" | "init" | "shape", text: string | undefined): Promise<void> {
    if (!text) return;
    const read = await parseOptions([`--${name}=${text.trim()}`]);
    const given = new Set([...this.#options.given ?? [], name]);
    await this.change({ [name]: read[name], given });
  }

  async undo(): Promise<void> {
    const before = this.#before.pop();
    if (!before) return say("There is nothing to undo");
    await this.#settle(before);
    await this.show(false);
  }

  /** Plays the run, or lists its iterations. */
  async show(isPaused: boolean): Promise<void> {
    const { made: { trace }, settled } = this.#prepared;
    if (this.#plays) {
      const film = filmOfAnySize(trace!, settled);
      await playback(this.#input, { ...appearanceOf(settled), film, isPaused, loop: 1 });
      return;
    }
    for (const { iteration, inertia } of trace!.steps) {
      say(`iteration ${iteration}: inertia ${Number(inertia.toPrecision(6))}`);
    }
  }

  /** Saves the film under a name that holds the time. */
  async save(format: string): Promise<void> {
    if (!/^[\w.]+$/.test(format)) throw new UsageError(`'${shortened(format)}' is no format`);
    const out = [`${timeStamp(new Date())}_kmeans.${format}`];
    const { made, data, settled } = this.#prepared;
    const options = { ...settled, out };
    const progress = new Progress(true);
    const outputs = requestedOutputs(options);
    await requireWritable(outputs, options, []);
    await writeArtifacts(outputs, made, data, options, progress);
    say(`saved ${out[0]}`);
  }

  async #settle(options: Options): Promise<void> {
    this.#prepared = await prepare(options, true, new Progress(true));
    this.#options = options;
  }

  #print(): void {
    const { settled, made } = this.#prepared;
    const start = settled["start-seed"] === undefined ? "" : `, start ${settled["start-seed"]}`;
    say(
      "",
      ...made.about.description.replace(/ Seed \d+\.$/, "").replace(": ", ":\n").split("\n"),
      `seed ${settled.seed}${start}, ${settled.init} start, ${settled.shape ?? "blobs"}`,
      "",
      ...CHOICES.map(([key, name]) => `(${key}) ${name}`),
    );
  }
}

/** A time as the tutorial writes it in the names of files: 20261123-053012. */
function timeStamp(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
