import { endingOf, ROW_FORMATS } from "../../formats/formats.ts";
import type { RowFormat } from "../../formats/format.ts";
import type { Trace } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import type { Data } from "../input/data.ts";
import { shortened } from "../options/parse.ts";
import type { Options } from "../options/table.ts";
import type { Artifact } from "./artifact.ts";

/** The options that ask for a file of what a run found. */
const SIDE_OPTIONS = ["centroids-out", "model-out", "summary-out"] as const;

type SideOption = typeof SIDE_OPTIONS[number];

/** A file of what a run found. */
export interface SideFile {
  readonly option: SideOption;
  readonly path: string;
}

/** The files of what the run found that are asked for. */
export function sideFilesOf(options: Options): SideFile[] {
  return SIDE_OPTIONS.flatMap((option) => {
    const path = options[option];
    return path === undefined ? [] : [{ option, path }];
  });
}

/**
 * Checks that the name of a file tells what it is to hold.
 *
 * @throws {UsageError} If it does not.
 */
export function requireEnding({ option, path }: SideFile): void {
  const ending = endingOf(path);
  const known = option === "model-out"
    ? ["json"]
    : option === "summary-out"
    ? ["json", "csv", "md"]
    : ["csv", "tsv", "ndjson", "parquet", "json"];
  if (known.includes(ending) || option === "centroids-out" && ending === "rows.json") return;
  throw new UsageError(
    `--${option} '${shortened(path)}' does not end in a format: choose ${
      known.length > 1 ? "one of " : ""
    }${known.map((ending) => `.${ending}`).join(", ")}`,
  );
}

/** Makes the files of what a run found. */
export async function sideArtifacts(
  files: readonly SideFile[],
  data: Data,
  trace: Trace,
): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const file of files) {
    artifacts.push({ path: file.path, bytes: await bytesOf(file, data, trace) });
  }
  return artifacts;
}

async function bytesOf({ option, path }: SideFile, data: Data, trace: Trace): Promise<Uint8Array> {
  switch (option) {
    case "centroids-out": {
      const { centroidRows } = await import("../runs/rows.ts");
      return await rowFormatOf(path).encodeRows(centroidRows(data, trace));
    }
    case "model-out": {
      const { modelOf } = await import("../../model/model_of.ts");
      const { modelToJson } = await import("../../model/model_json.ts");
      return new TextEncoder().encode(modelToJson(modelOf(trace)));
    }
    case "summary-out": {
      const { clusterRows, clusterTable } = await import("../runs/cluster_rows.ts");
      const rows = clusterRows(data, trace);
      return endingOf(path) === "md"
        ? new TextEncoder().encode(clusterTable(rows))
        : await rowFormatOf(path).encodeRows(rows);
    }
  }
}

/** The format of a file of rows, whose ending names it. A .json of rows is no run. */
function rowFormatOf(path: string): RowFormat {
  const ending = endingOf(path) === "json" ? "rows.json" : endingOf(path);
  return ROW_FORMATS.find((format) => format.ending === ending)!;
}
