/** Whole processes: how long the command takes, beside an empty program and beside its peers. */
const cli = new URL("../cli.ts", import.meta.url).pathname;
const folder = await Deno.makeTempDir();
const empty = `${folder}/empty.ts`;
await Deno.writeTextFile(empty, "");

async function run(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, {
    args,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

const lloyd = (...args: string[]) => run(Deno.execPath(), ["run", "--no-prompt", cli, ...args]);
const toStdout = (format: string, ...args: string[]) =>
  lloyd("--quiet", "--seed", "7", "--out", "-", "--format", format, ...args);

Deno.bench(
  "an empty Deno program",
  { group: "start", baseline: true },
  () => run(Deno.execPath(), ["run", "--no-prompt", empty]),
);
Deno.bench("--help", { group: "start" }, () => lloyd("--help"));
Deno.bench("--version", { group: "start" }, () => lloyd("--version"));

Deno.bench("the default film as GIF", { group: "artifact", baseline: true }, () => toStdout("gif"));
Deno.bench("the default film as SVG", { group: "artifact" }, () => toStdout("svg"));
Deno.bench(
  "the classic film as GIF",
  { group: "artifact" },
  () => toStdout("gif", "--style", "classic"),
);
Deno.bench("the trace as JSON", { group: "artifact" }, () => toStdout("json"));
