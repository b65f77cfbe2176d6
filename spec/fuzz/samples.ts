import { record, traceToJson } from "../../mod.ts";
import { parquetWriteBuffer } from "npm:hyparquet-writer@0.17.0";

const encoder = new TextEncoder();

/** Tables that can be read, in every format. */
export const TABLES: Readonly<Record<string, string>> = {
  "in.csv": "x,y,name\n1,2,a\n2,1,b\n8,9,a\n9,8,b\n8.5,8.5,c\n",
  "gaps.csv": "x;y;z\n1,5;2;\n;1;3\n8;9;NA\n9;8;4\n",
  "in.tsv": "x\ty\n1\t2\n2\t1\n8\t9\n",
  "in.json": '[{"x": 1, "y": 2}, {"x": 2, "y": 1}, {"x": 8, "y": null}, {"x": 9, "y": 8}]',
  "columns.json": '{"x": [1, 2, 8, 9], "y": [2, 1, 9, 8]}',
  "in.geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": ' +
    '{"name": "a"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}',
  "in.ndjson": '{"x": 1, "y": 2}\n{"x": 2, "y": 1}\n{"x": 8, "y": 9}\n',
};

/** The same as bytes, and one as Parquet. */
export const TABLE_BYTES: readonly Uint8Array[] = [
  ...Object.values(TABLES).map((text) => encoder.encode(text)),
  parquet({ x: [1, 2, 8, 9], y: [2.5, 1, -9, 1e300], name: ["a", "b", "a", "c"] }),
  parquet({ x: [1n, 2n, 8n], y: [true, false, true], z: [1, null, 3] }),
];

/** Runs as JSON. */
export const TRACES: readonly unknown[] = [
  [[[0, 0], [0, 1], [9, 9], [8, 9]], { k: 2, seed: 1 }],
  [[[1], [2], [2], [7]], { k: 3, seed: 2, empty: "keep" }],
  [[[1, 2, 3], [2, 1, 0], [8, 9, 7], [9, 8, 9], [0, 0, 0]], { k: 2, seed: 3, maxIterations: 1 }],
].map(([points, options], i) =>
  JSON.parse(
    // deno-lint-ignore no-explicit-any
    traceToJson(record(points as any, options as any, {
      recipe: { lloyd: "0.1.0", k: 2 },
      ...(i === 0 && { features: ["x", "y"] }),
    })),
  )
);

/** A file of Parquet with some columns. */
function parquet(columns: Record<string, unknown[]>): Uint8Array {
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
