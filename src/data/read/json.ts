import { JsonFault, parseJson } from "../../json_text.ts";
import { DataError, quotable } from "../data_error.ts";
import { hasHeader } from "./delimited/header.ts";
import { cellText, tableOf } from "./read_values.ts";
import { type ReadOptions, requireColumns, type Table } from "./table.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads JSON: rows of numbers, rows of objects, columns by name, GeoJSON points, or the points of a
 * trace.
 *
 * @param text The text.
 * @param options What is known of it.
 * @throws {DataError} If it is not JSON, or not a table.
 */
export function readJson(text: string, options: ReadOptions = {}): Table {
  if (text.trim() === "") throw new DataError("it is empty");
  const value = parse(text, "");
  if (Array.isArray(value)) return tableOfRows(value, "JSON", options);
  if (isObject(value)) {
    if (value.type !== undefined) {
      const geometries = geometriesOf(value);
      if (geometries) return tableOfPoints(geometries);
    }
    if (value.format === "lloyd-trace" && Array.isArray(value.points)) {
      const names = Array.isArray(value.features) && value.features.length > 0
        ? [value.features]
        : [];
      return tableOfRows([...names, ...value.points], "the points of a trace", {
        header: names.length > 0,
      });
    }
    const columns = Object.values(value);
    if (columns.length > 0 && columns.every(Array.isArray)) {
      return tableOfColumns(Object.keys(value), columns as unknown[][]);
    }
  }
  throw new DataError(`it is JSON, but not an array of rows: it is ${kindOf(value)}`);
}

/**
 * Reads JSON values, one a line: objects or arrays.
 *
 * @param text The text.
 * @param options What is known of it.
 * @throws {DataError} If a line is not JSON, or they are not a table.
 */
export function readNdjson(text: string, options: ReadOptions = {}): Table {
  const rows: unknown[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() !== "") rows.push(parse(line, `row ${rows.length + 1}`));
  }
  if (rows.length === 0) throw new DataError("it is empty");
  return tableOfRows(rows, "JSON, a row a line", options);
}

function parse(text: string, place: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { line, character, message } = error;
    throw new DataError(
      `it is not JSON: ${message}`,
      `${place || `line ${line}`}, character ${character}`,
    );
  }
}

/** A table of rows: numbers, arrays or objects, all of one kind. */
function tableOfRows(rows: readonly unknown[], what: string, options: ReadOptions): Table {
  const [first] = rows;
  if (rows.length === 0) throw new DataError("it holds no rows");
  if (isObject(first)) return tableOfObjects(rows, what);
  const single = typeof first === "number";
  if (!single && !Array.isArray(first)) {
    throw new DataError(`it is ${kindOf(first)}, not an array or an object`, "row 1");
  }
  const cells = rows.map((row, i): readonly unknown[] => {
    if (single && (typeof row === "number" || row === null)) return [row];
    if (single || !Array.isArray(row)) {
      throw new DataError(`it is ${kindOf(row)}, not ${kindOf(first)} as others`, `row ${i + 1}`);
    }
    return row;
  });
  const header = !single && (options.header ?? hasTextHeader(cells));
  const body = header ? cells.slice(1) : cells;
  const width = (body[0] ?? cells[0]).length;
  requireColumns(width, "row 1");
  body.forEach(({ length }, i) => {
    if (length !== width) {
      throw new DataError(
        `it has ${length} value${length === 1 ? "" : "s"}, not ${width} as others`,
        `row ${i + 1}`,
      );
    }
  });
  return tableOf(
    body,
    header ? cells[0].map(cellText) : undefined,
    `${what}: ${single ? "numbers" : `arrays, ${header ? "with" : "without"} a header`}`,
    width,
  );
}

function hasTextHeader(rows: readonly (readonly unknown[])[]): boolean {
  if (rows.length < 2 || !rows[0].every((cell) => typeof cell === "string")) return false;
  return hasHeader(rows.slice(0, 200).map((row) => row.map(cellText)));
}

function tableOfObjects(rows: readonly unknown[], what: string): Table {
  const columns = new Map<string, number>();
  let values = 0;
  const cells = rows.map((row, i) => {
    if (!isObject(row)) {
      throw new DataError(`it is ${kindOf(row)}, not an object as others`, `row ${i + 1}`);
    }
    const cells: unknown[] = [];
    for (const [name, value] of Object.entries(row)) {
      let at = columns.get(name);
      if (at === undefined) {
        columns.set(name, at = columns.size);
        requireColumns(columns.size, `row ${i + 1}`);
      }
      cells[at] = value;
      values++;
    }
    requireDense((i + 1) * columns.size, values, columns.size, `row ${i + 1}`);
    return cells;
  });
  return tableOf(cells, [...columns.keys()], `${what}: objects`, columns.size);
}

/** How many cells a table may have however few of them hold a value. */
const FEW_CELLS = 2 ** 24;
/** How many times as many as hold a value a larger one may have. */
const SPARSE = 16;

/** Refuses a table of which almost all would be missing: it would take far more than its text. */
function requireDense(cells: number, values: number, columns: number, place: string): void {
  if (cells <= FEW_CELLS || cells <= SPARSE * values) return;
  throw new DataError(
    `up to here objects have ${columns} keys in all, and most lack most of them: give all the ` +
      "same keys",
    place,
  );
}

function tableOfColumns(names: readonly string[], columns: readonly (readonly unknown[])[]): Table {
  requireColumns(names.length);
  const length = columns[0].length;
  columns.forEach((column, i) => {
    if (column.length !== length) {
      throw new DataError(
        `it has ${column.length} values, not ${length} as others`,
        `column ${quotable(names[i])}`,
      );
    }
  });
  const rows = Array.from({ length }, (_, i) => columns.map((column) => column[i]));
  return tableOf(rows, names, "JSON: columns", names.length);
}

/** The geometries of GeoJSON with the properties beside them; nothing if it is none. */
function geometriesOf(
  value: JsonObject,
): { geometry: unknown; properties?: unknown }[] | undefined {
  switch (value.type) {
    case "FeatureCollection":
      return Array.isArray(value.features)
        ? value.features.map((feature) => isObject(feature) ? feature as never : { geometry: null })
        : undefined;
    case "Feature":
      return [value as never];
    case "GeometryCollection":
      return Array.isArray(value.geometries)
        ? value.geometries.map((geometry) => ({ geometry }))
        : undefined;
    case "MultiPoint":
      return Array.isArray(value.coordinates)
        ? value.coordinates.map((coordinates) => ({ geometry: { type: "Point", coordinates } }))
        : undefined;
    case "Point":
      return [{ geometry: value }];
  }
}

function tableOfPoints(features: readonly { geometry: unknown; properties?: unknown }[]): Table {
  const rows = features.map(({ geometry, properties }, i) => {
    if (!isObject(geometry) || geometry.type !== "Point") {
      const type = isObject(geometry) && typeof geometry.type === "string"
        ? quotable(geometry.type)
        : "nothing";
      throw new DataError(`its geometry is ${type}, not a Point`, `row ${i + 1}`);
    }
    if (!Array.isArray(geometry.coordinates)) {
      throw new DataError(
        "its Point has no coordinates: they are an array, [longitude, latitude]",
        `row ${i + 1}`,
      );
    }
    const [longitude, latitude] = geometry.coordinates;
    return { longitude, latitude, ...(isObject(properties) ? properties : {}) };
  });
  return { ...tableOfObjects(rows, "GeoJSON points"), points: [0, 1] };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  const type = typeof value;
  return type === "string" ? "a text" : `${type === "object" ? "an" : "a"} ${type}`;
}
