/**
 * Makes one mistake after another in a copy of this project, and shows that the tests find each:
 * `deno task mutate` for all, `-- --room kmeans` for those of a room, `-- --sample 12` for a few.
 */
import { parseArgs } from "node:util";
import type { Mutation } from "../spec/mutations/mutation.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const { values: { room, sample } } = parseArgs({
  args: Deno.args,
  options: { room: { type: "string" }, sample: { type: "string" } },
});

const mutations: Mutation[] = [];
for (const { name } of [...Deno.readDirSync(`${ROOT}spec/mutations`)]) {
  const own = name.replace(/\.ts$/, "");
  if (own === "mutation" || own === "listed_test" || (room !== undefined && room !== own)) continue;
  const module = await import(`../spec/mutations/${name}`);
  mutations.push(...Object.values<readonly Mutation[]>(module).flat());
}
if (mutations.length === 0) throw new Error(`spec/mutations has no ${room}`);
// A sample is spread evenly over all rooms, and the same every time.
const every = Math.max(1, Math.floor(mutations.length / Number(sample ?? mutations.length)));
const chosen = mutations.filter((_, i) => i % every === 0);

const copy = await Deno.makeTempDir();
const survivors: string[] = [];
try {
  await run(
    "cp",
    "-R",
    ...["src", "spec", "fixtures", "tasks", "examples", "out", "bench"].map((name) => ROOT + name),
    copy,
  );
  for (
    const name of [
      "deno.json",
      "deno.lock",
      "mod.ts",
      "cli.ts",
      "README.md",
      "action.yml",
      "CHANGELOG.md",
    ]
  ) {
    await Deno.copyFile(ROOT + name, `${copy}/${name}`);
  }
  for (const [file, from, to, tests] of chosen) {
    const text = await Deno.readTextFile(`${ROOT}${file}`);
    for (const test of tests.split(" ")) await Deno.stat(`${ROOT}spec/${test}`);
    if (text.split(from).length !== 2) {
      survivors.push(`${file} must hold this once: ${from.trim()}`);
      continue;
    }
    await Deno.writeTextFile(`${copy}/${file}`, text.replace(from, () => to));
    const begun = performance.now();
    const output = await testing(tests.split(" ").map((test) => `spec/${test}`));
    await Deno.writeTextFile(`${copy}/${file}`, text);
    const found = /^(.*?) (?:=>|\.\.\.) .*?(?:FAILED)?/m.exec(output ?? "")?.[1];
    const time = `${((performance.now() - begun) / 1000).toFixed(1)} s`.padStart(7);
    console.log(`${output ? "✓" : "✗"} ${time}  ${file}: ${to.trim()}${found ? `: ${found}` : ""}`);
    if (!output) survivors.push(`${file}: ${from.trim()} → ${to.trim()}`);
  }
} finally {
  await Deno.remove(copy, { recursive: true });
}
console.log(`${chosen.length} mutations, ${survivors.length} not found`);
if (survivors.length > 0) {
  console.log(survivors.join("\n"));
  Deno.exit(1);
}

/** Runs tests on the copy; gives what failed, or nothing where none did. */
async function testing(files: readonly string[]): Promise<string | undefined> {
  // What never ends is found too.
  const signal = AbortSignal.timeout(120_000);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    signal,
    args: ["test", "--quiet", "--allow-all", "--no-check", "--fail-fast", ...files],
    cwd: copy,
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return undefined;
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return out.split("FAILURES")[1]?.trim() || out || err;
}

async function run(program: string, ...args: string[]): Promise<void> {
  const { success } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(`${program} failed`);
}
