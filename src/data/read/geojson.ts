import { DataError, quotable } from "../data_error.ts";
import { isRecord } from "./cells.ts";
import { tableOfObjects } from "./json_tables.ts";
import type { Table } from "./table.ts";

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
    if (!Array.isArray(geometry.coordinates)) {
      throw new DataError(
        "its Point has no coordinates: they are an array, [longitude, latitude]",
        `row ${i + 1}`,
      );
    }
    const [longitude, latitude] = geometry.coordinates;
    for (const coordinate of [longitude, latitude]) {
      if (!isRecord(coordinate)) continue;
      throw new DataError("its coordinates are no numbers", `row ${i + 1}`);
    }
    return { longitude, latitude, ...(isRecord(properties) ? properties : {}) };
  });
  return { ...tableOfObjects(rows, "GeoJSON points"), points: [0, 1] };
}
