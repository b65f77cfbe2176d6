import { DataError, quotable } from "../data_error.ts";
import { isNumeric, isRecord } from "./cells.ts";
import { tableOfObjects, tableOfRows } from "./json_tables.ts";
import { requireColumns, type Table } from "./table.ts";
import { tableOf } from "./table_of.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** The table that pandas writes with `orient="table"`; nothing if it is none. */
export function tableOfPandas({ schema, data }: JsonObject): Table | undefined {
  if (!isRecord(schema) || !Array.isArray(schema.fields) || !Array.isArray(data)) return undefined;
  const { primaryKey } = schema;
  const table = tableOfObjects(data, "JSON of pandas: objects under a schema");
  const keys: readonly unknown[] = Array.isArray(primaryKey) ? primaryKey : [];
  const index = [...table.columns.keys()].filter((i) => keys.includes(table.columns[i].name));
  return { ...table, index };
}

/** What arrays of names, and of rows below them, are called. */
const NAMES = ["columns", "fields", "header", "headers", "column_names", "columnNames", "cols"];
const ROWS = ["data", "rows", "values"];

/** A table whose names and rows lie beside each other, as pandas splits it; nothing if it is none. */
export function tableWithHeader(value: JsonObject): Table | undefined {
  const headers = NAMES.map((key) => namesIn(value[key])).filter((names) => names !== undefined);
  const bodies = ROWS.map((key) => value[key])
    .filter((rows) => Array.isArray(rows) && rows.length > 0 && rows.every(Array.isArray));
  if (headers.length !== 1 || bodies.length !== 1) return undefined;
  const [[names], [rows]] = [headers, bodies as unknown[][][]];
  if (names.length !== rows[0].length) return undefined;
  const about = "JSON: names, and arrays";
  const { index } = value;
  const labels = Array.isArray(index) && index.length === rows.length ? index : undefined;
  if (labels) return labelled(labels, names, rows, about);
  return { ...tableOfRows([names, ...rows], "JSON", { header: true }), about };
}

function namesIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((column) => {
    if (typeof column === "string" || isNumeric(column)) return String(column);
    // Names in several levels.
    if (Array.isArray(column)) return column.map(String).join(" ");
    const name = isRecord(column) ? column.name ?? column.label ?? column.id : undefined;
    return typeof name === "string" ? name : undefined;
  });
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** A whole number or a date, as rows are called by. */
const LABEL = /^-?\d+$|^\d{4}-\d\d-\d\d/;

/**
 * The table that an object of objects is, as pandas writes it by columns or by its index, and
 * databases by their keys; nothing if it is none.
 *
 * @throws {DataError} If either may be rows.
 */
export function tableOfDictionaries(value: JsonObject): Table | undefined {
  const outer = Object.keys(value);
  const objects = Object.values(value);
  if (outer.length === 0 || !objects.every(isRecord)) return undefined;
  const inner = new Set<string>();
  let cells = 0;
  for (const object of objects) {
    for (const key of Object.keys(object)) inner.add(key);
    cells += Object.keys(object).length;
  }
  // Objects that are alike have mostly the same keys.
  if (inner.size === 0 || 2 * cells < outer.length * inner.size) return undefined;
  const keys = [...inner];
  const [isOuter, isInner] = [outer, keys].map((names) => names.every((name) => LABEL.test(name)));
  if (outer.length === 1 && !isInner) return undefined;
  if (isInner || !isOuter && areColumns(outer, keys, objects)) {
    requireColumns(outer.length);
    const rows = keys.map((key) => objects.map((object) => own(object, key)));
    return told(outer, labelled(keys, outer, rows, "JSON: columns, by the names of their rows"));
  }
  requireColumns(keys.length);
  const rows = objects.map((object) => keys.map((key) => own(object, key)));
  return told(keys, labelled(outer, keys, rows, "JSON: objects, by the names of their rows"));
}

/** Whether the outer keys are the columns, where none of the keys look like names of rows. */
function areColumns(
  outer: readonly string[],
  inner: readonly string[],
  objects: readonly JsonObject[],
): boolean {
  const isOneType = (values: readonly unknown[]) =>
    new Set(
      values.filter((value) => value !== null && value !== undefined).map((value) =>
        isNumeric(value) ? "number" : Array.isArray(value) ? "array" : typeof value
      ),
    ).size <= 1;
  const byOuter = objects.every((object) => isOneType(Object.values(object)));
  const byInner = inner.every((key) => isOneType(objects.map((object) => own(object, key))));
  if (byOuter !== byInner) return byOuter;
  // There are more rows than columns.
  if (outer.length !== inner.length) return outer.length < inner.length;
  throw new DataError(
    `it is an object of ${outer.length} objects with ${inner.length} keys, and either may be the ` +
      `rows, '${quotable(outer[0])}' or '${quotable(inner[0])}': make it an array of objects`,
  );
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : null;
}

function told([first]: readonly string[], table: Table): Table {
  return {
    ...table,
    notes: [`it is an object of objects: a column for each key such as '${quotable(first)}'`],
  };
}

/** A table whose rows have names of their own, unless these only count them. */
function labelled(
  labels: readonly unknown[],
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  about: string,
): Table {
  if (labels.every((label, i) => String(label) === String(i))) {
    return tableOf(rows, names, about, names.length);
  }
  const cells = rows.map((row, i) => [labels[i], ...row]);
  return { ...tableOf(cells, ["index", ...names], about, names.length + 1), index: [0] };
}
