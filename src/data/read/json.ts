import { JsonFault, parseJson } from "../../json_text.ts";
import { DataError } from "../data_error.ts";
import { exactly, isHeld, isRecord } from "./cells.ts";
import { geometriesOf, tableOfPoints } from "./geojson.ts";
import { tableOfDictionaries, tableOfPandas, tableWithHeader } from "./json_orients.ts";
import { at, listedPlaces, placesOfRows } from "./json_places.ts";
import { areColumns, kindOf, tableOfColumns, tableOfRows } from "./json_tables.ts";
import type { ReadOptions, Table } from "./table.ts";

/**
 * Reads JSON: rows of numbers, rows of objects, columns by name, the orients of pandas, GeoJSON
 * points, or the points of a trace; alone or under a key.
 *
 * @param text The text.
 * @param options What is known of it.
 * @throws {DataError} If it is not JSON, or not a table.
 */
export function readJson(text: string, options: ReadOptions = {}): Table {
  if (text.trim() === "") throw new DataError("it is empty");
  const value = parse(text, "", options);
  const { jsonPath } = options;
  if (jsonPath !== undefined) {
    const found = at(value, jsonPath);
    const table = tableIn(found, options);
    if (table) return table;
    const places = placesOfRows(found);
    throw new DataError(
      `there are no rows at '${jsonPath}': it is ${kindOf(found)}` +
        (places.length > 0 ? `, with rows at ${listedPlaces(places, `${jsonPath}.`)}` : ""),
    );
  }
  const table = tableIn(value, options);
  if (table) return table;
  const places = placesOfRows(value);
  if (places.length > 1) {
    throw new DataError(
      `it has rows in ${places.length} places, ${listedPlaces(places)}: choose one, as in ` +
        `--json-path ${places[0].path}`,
    );
  }
  const [place] = places;
  const found = place && tableIn(place.value, options);
  if (!found) throw new DataError(`it is JSON, but not an array of rows: it is ${kindOf(value)}`);
  return { ...found, about: `${found.about}, at ${place.path}` };
}

/** The table that a value of JSON is; nothing if it is none, though one may lie within. */
function tableIn(value: unknown, options: ReadOptions): Table | undefined {
  if (Array.isArray(value)) return tableOfRows(value, "JSON", options);
  if (!isRecord(value)) return undefined;
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
  return tableOfPandas(value) ?? tableWithHeader(value) ??
    (areColumns(value) ? tableOfColumns(value) : tableOfDictionaries(value));
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
  // A sequence of JSON texts may have a separator before each (RFC 7464).
  for (const line of text.replaceAll("\x1e", "").split(/\r\n?|\n/)) {
    if (line.trim() !== "") rows.push(parse(line, `row ${rows.length + 1}`, options));
  }
  if (rows.length === 0) throw new DataError("it is empty");
  const isFeature = (row: unknown) => isRecord(row) && row.type === "Feature";
  if (rows.every(isFeature)) return tableOfPoints(rows as Parameters<typeof tableOfPoints>[0]);
  return tableOfRows(rows, "JSON, a row a line", options);
}

/** What JSON has a word for in Python alone. */
const NOT_A_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|\bNaN\b/g;
/** What may be a number of more digits than a double has. */
const LONG = /\d[\d.]{15,}(?:e[+-]?\d+)?/gi;

/** Whether there is a number that no double holds; within a text it does no harm. */
function hasLong(text: string): boolean {
  for (const [number] of text.matchAll(LONG)) {
    if (String(Number(number)) !== number && !isHeld(number)) return true;
  }
  return false;
}

function parse(text: string, place: string, { keep }: ReadOptions): unknown {
  // To look at how each number is written takes several times as long.
  const change = keep && hasLong(text) ? exactly : undefined;
  try {
    return parseJson(text, change);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { line, character, message } = error;
    if (message.startsWith("there is 'NaN'")) {
      const plain = text.replace(NOT_A_NUMBER, (found) => found === "NaN" ? "null" : found);
      if (plain !== text) return parse(plain, place, { keep });
    }
    throw new DataError(
      `it is not JSON: ${message}`,
      `${place || `line ${line}`}, character ${character}`,
    );
  }
}
