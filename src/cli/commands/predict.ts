import { INPUT_FORMATS } from "../../data/read/input_formats.ts";
import { understood } from "../../data/features/features.ts";
import { clusteredRows } from "../../data/write/clustered_rows.ts";
import type { RowFormat } from "../../formats/format.ts";
import { formatCalled, formatOfPath, ROW_FORMATS } from "../../formats/formats.ts";
import type { Model } from "../../model/model.ts";
import { parseModel } from "../../model/parse_model.ts";
import { UsageError } from "../errors.ts";
import { writeFile } from "../files/write_file.ts";
import { inFile, nameOf, readBytes, readFile } from "../input/read.ts";
import { optionsText } from "../options/help.ts";
import { flag, optional } from "../options/option.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { textOptions, textOptionsOf } from "../options/text_options.ts";
import { text, word } from "../options/values.ts";
import { requirePlaces, warningsOfLoss } from "../output/places.ts";
import { writeStandardOutput } from "../output/write.ts";
import { Progress } from "../progress.ts";
import { columnsOf, labelled, told } from "../runs/predicted.ts";
import { tell } from "../tell.ts";

const TABLE = {
  "model": optional(text, {
    group: "Options",
    value: "FILE",
    help: "The earlier run: what --model-out wrote, or a run.json",
  }),
  "out": optional(text, {
    group: "Options",
    short: "o",
    value: "FILE",
    help: "Write the rows with their clusters: csv, tsv, ndjson, parquet, rows.json; - is stdout",
  }),
  "format": optional(text, {
    group: "Options",
    value: "FORMAT",
    help: "The format of stdout, or of a file whose ending names none",
  }),
  "input-format": optional(word(...INPUT_FORMATS), {
    group: "Options",
    value: "FORMAT",
    help: "csv (any delimiter), tsv, json, ndjson, parquet, xlsx; each may be packed by gzip",
    otherwise: "by the ending or the first bytes",
  }),
  "header": flag({
    group: "Options",
    help: "The first row names the columns, whatever it looks like",
  }),
  "no-header": flag({ group: "Options", help: "The first row is data" }),
  "json-path": optional(text, {
    group: "Options",
    value: "A.B",
    help: "Where in JSON the rows are: its keys, with points between them",
    otherwise: "where there are any",
  }),
  ...textOptions("Options"),
  "overwrite": flag({ group: "Options", help: "Replace a file that is read-only, too" }),
  "quiet": flag({ group: "Options", short: "q", help: "Print nothing but errors" }),
  "help": flag({ group: "Options", short: "h", help: "Print this help" }),
};

const HELP = `Labels new rows by an earlier run.

Usage: deno run cli.ts predict DATA --model FILE --out FILE

The columns are found by name, in any order, and scaled as those of that run were. The rows come out
as they came, with two more columns: the cluster, and the distance to its centroid in the space of
the run. A row that lacks a value gets neither.

${optionsText(TABLE, ["Options"])}

Exit status: 0 done, 1 it could not be done, 2 the call or the data is wrong.
`;

/** Labels the rows of a file by an earlier run. */
export async function predict(args: readonly string[]): Promise<number> {
  const { values, positionals: [path, surplus] } = await parseCall(args, TABLE);
  if (values.help) {
    await writeStandardOutput(new TextEncoder().encode(HELP));
    return 0;
  }
  const { model: from, out, header, quiet, overwrite } = values;
  const usage = "as in predict new.csv --model model.json --out labelled.csv";
  if (path === undefined) throw new UsageError(`predict needs a file of rows, ${usage}`);
  if (surplus !== undefined) {
    throw new UsageError(`'${shortened(surplus)}' is one file too many: the output is --out FILE`);
  }
  if (from === undefined) throw new UsageError(`predict needs --model FILE, ${usage}`);
  if (out === undefined) throw new UsageError(`predict needs --out FILE, ${usage}`);
  if (header && values["no-header"]) {
    throw new UsageError("--header and --no-header contradict each other: give one");
  }
  const format = rowFormatOf(out, values.format);
  await requirePlaces([{ option: "--out", path: out }], { reads: [path, from], overwrite });
  const model = await modelIn(from);
  const progress = new Progress(!quiet);
  const { table } = await readFile(path, {
    format: values["input-format"],
    header: header ? true : values["no-header"] ? false : undefined,
    jsonPath: values["json-path"],
    ...textOptionsOf(values),
    keep: true,
    progress,
  });
  const columns = await inFile(path, () => Promise.resolve(columnsOf(table, model)));
  const { rows, prediction } = await inFile(
    path,
    () => Promise.resolve(labelled(table, columns, model)),
  );
  const clusters = prediction.labels.map((k) => model.clusters[k].cluster ?? k);
  const known = { cluster: clusters, distance: prediction.distances };
  const bytes = await format.encodeRows(
    clusteredRows({ ...table, rows, features: columns.map((i) => table.columns[i].name) }, known),
  );
  progress.end();
  if (out === "-") await writeStandardOutput(bytes);
  else {
    const warnings = quiet ? [] : await warningsOfLoss([out]);
    for (const warning of warnings) tell(warning);
    await writeFile(out, bytes);
  }
  if (!quiet) {
    const notes = [...table.notes ?? [], ...understood(columns.map((i) => table.columns[i]))];
    for (const note of notes) tell(`${nameOf(path)}: ${note}`);
    tell(told(table.rows, clusters, nameOf(from)));
  }
  return 0;
}

/** The format of the output, which must be one of rows. */
function rowFormatOf(out: string, name: string | undefined): RowFormat {
  const asked = formatOfPath(out) ?? (name === undefined ? undefined : formatCalled(name));
  // Rows are all there is to write: .json means rows here and not a run.
  const ending = asked?.ending === "json" ? "rows.json" : asked?.ending;
  const format = ROW_FORMATS.find((format) => format.ending === ending);
  if (format) return format;
  const known = ROW_FORMATS.map(({ ending }) => ending).join(", ");
  throw new UsageError(
    out === "-"
      ? `--out - needs a format of rows: add --format, one of ${known}`
      : `--out ${shortened(out)} is no file of rows: end it in one of ${known}`,
  );
}

async function modelIn(path: string): Promise<Model> {
  const bytes = await readBytes(path);
  try {
    return parseModel(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new UsageError(
        `${nameOf(path)} is not JSON: name what --model-out wrote, or a run.json`,
      );
    }
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${nameOf(path)}: ${error.message}`);
  }
}
