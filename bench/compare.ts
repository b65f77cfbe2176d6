// Lloyd beside its peers: `deno task bench`. With `--write` the table goes into README.md.
import { PYTHON } from "./calls.ts";
import { FOLDER, ROOT } from "./files.ts";
import { type Call, type Cost, costsOf } from "./measure.ts";
import { rows } from "./rows.ts";

const lines = [
  "| work | Lloyd | peer | ratio of times | sizes |",
  "|---|---|---|---|---|",
];
const commands: string[] = [];
for await (const { work, lloyd, peer: [name, call], files, turns, figure } of rows()) {
  if (!call) {
    console.error(`${work}: skipped, as its peer cannot be run here: ${name}`);
    continue;
  }
  const [own, other] = await costsOf([lloyd, call], turns);
  const unit = figure === "process" ? "" : figure.slice(2);
  const sizes = files?.map((file) => `${(Deno.statSync(file).size / 1000).toFixed(0)} KB`);
  lines.push(
    `| ${work} | ${told(own, unit)} | ${name}: ${told(other, unit)} | ${
      (other.time / own.time).toPrecision(2)
    } | ${sizes?.join(" / ") ?? ""} |`,
  );
  commands.push(`${work}\n    ${shown(lloyd)}\n    ${shown(call)}`);
  console.log(lines[lines.length - 1]);
}

if (Deno.args.includes("--write")) {
  const file = `${ROOT}bench/README.md`;
  const text = await Deno.readTextFile(file);
  const begin = text.indexOf("<!-- table -->");
  if (begin < 0) throw new Error(`${file} has no place for the table: <!-- table -->`);
  const table = [
    "<!-- table -->",
    "",
    `${
      new Date().toISOString().slice(0, 10)
    }, ${navigator.hardwareConcurrency} cores, ${processor()}, Deno ${Deno.version.deno}${await versions()}. Medians of as many runs as \`rows.ts\` says, by turns.`,
    "",
    ...lines,
    "",
    "The commands, row by row; `…` is a folder of their own:",
    "",
    "```",
    ...commands,
    "```",
    "",
  ];
  await Deno.writeTextFile(file, text.slice(0, begin) + table.join("\n"));
}

function told({ time, memory }: Cost, unit: string): string {
  const text = time < 100 ? time.toPrecision(2) : time.toFixed(0);
  const duration = time < 1000 ? `${text} ms${unit}` : `${(time / 1000).toFixed(2)} s${unit}`;
  return memory === undefined ? duration : `${duration}, ${memory.toFixed(0)} MB`;
}

function shown(call: Call): string {
  return call.join(" ").replaceAll(FOLDER, "…").replaceAll(ROOT, "").replace(
    Deno.execPath(),
    "deno",
  );
}

function processor(): string {
  try {
    return /model name\s*:\s*(.*)/.exec(Deno.readTextFileSync("/proc/cpuinfo"))?.[1] ?? "";
  } catch {
    return Deno.build.arch;
  }
}

/** The versions of the peers. */
async function versions(): Promise<string> {
  if (!PYTHON) return "";
  const code = "import sklearn, matplotlib, PIL; " +
    "print(f', scikit-learn {sklearn.__version__}, matplotlib {matplotlib.__version__}, Pillow {PIL.__version__}')";
  const { stdout } = await new Deno.Command(PYTHON, { args: ["-c", code] }).output();
  return new TextDecoder().decode(stdout).trimEnd();
}
