import { DataError, quotable } from "../data_error.ts";
import { isRecord } from "./cells.ts";
import { tableOfObjects } from "./json_tables.ts";
import type { Table } from "./table.ts";

/** What the coordinates of a point are called, whatever its properties are called. */
const NAMES = ["longitude", "latitude"];

const isNested = (value: unknown) => Array.isArray(value) || isRecord(value);

/** The geometries of GeoJSON with the properties beside them; nothing if it is none. */
export function geometriesOf(
  value: Readonly<Record<string, unknown>>,
): { geometry: unknown; properties?: unknown }[] | undefined {
  switch (value.type) {
    case "FeatureCollection":
      return Array.isArray(value.features)
        ? value.features.map((feature) => isRecord(feature) ? feature as never : { geometry: null })
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

/** A table of points: their coordinates, and what is known of each. */
export function tableOfPoints(
  features: readonly { geometry: unknown; properties?: unknown }[],
): Table {
  const rows = features.map(({ geometry, properties }, i) => {
    if (!isRecord(geometry) || geometry.type !== "Point") {
      const type = isRecord(geometry) && typeof geometry.type === "string"
        ? quotable(geometry.type)
        : "nothing";
      throw new DataError(`its geometry is ${type}, not a Point`, `row ${i + 1}`);
    }
    const { coordinates } = geometry;
    if (!Array.isArray(coordinates) || coordinates.slice(0, 2).some(isNested)) {
      throw new DataError(
        "its Point has no coordinates: they are an array, [longitude, latitude]",
        `row ${i + 1}`,
      );
    }
    const [longitude, latitude] = coordinates;
    const own = Object.entries(isRecord(properties) ? properties : {}).map(([name, value]) =>
      [NAMES.includes(name) ? `properties.${name}` : name, value] as const
    );
    return { longitude, latitude, ...Object.fromEntries(own) };
  });
  return { ...tableOfObjects(rows, "GeoJSON points"), points: [0, 1] };
}
