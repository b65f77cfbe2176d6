import assert from "node:assert/strict";
import { layOut, toMatrix } from "../../mod.ts";
import { acrossMeridian, coordinatesIn } from "../../src/data/features/geography.ts";

const points = toMatrix([[10, 50], [12, 60], [11, 70]]);
const found = (...names: string[]) => {
  const coordinates = coordinatesIn(names, points);
  return coordinates && [coordinates.longitude, coordinates.latitude];
};

Deno.test("Longitude and latitude are known by their names, of one place", () => {
  for (
    const [x, y] of [
      ["lon", "lat"],
      ["Longitude", "Latitude"],
      ["LNG", "LAT"],
      ["long", "lat"],
      ["pickup_longitude", "pickup_latitude"],
      ["decimalLongitude", "decimalLatitude"],
      ["geo.lng", "geo.lat"],
    ]
  ) assert.deepEqual(found(x, y), [0, 1], `${x} ${y}`);
  for (
    const [x, y] of [["x", "y"], ["lon", "y"], ["along", "flat"], ["start_lon", "end_lat"], [
      ...["longest", "latest"],
    ]]
  ) assert.equal(found(x, y), undefined, `${x} ${y}`);
  assert.equal(coordinatesIn(["lon", "lat"], toMatrix([[4e6, 3e6]])), undefined);
});

Deno.test("A degree of longitude is the cosine of the middle latitude, whichever is drawn upwards", () => {
  const half = layOut(points, "none", ["lon", "lat"]).projection!;
  assert(Math.abs(half.aspect! - 2) < 1e-12);
  assert.deepEqual(half.metric, [1, 1]);
  const scaled = layOut(points, "zscore", ["lon", "lat"]).projection!;
  assert(Math.abs(scaled.aspect! - 2) < 1e-12);
  const other = layOut(points, "none", ["lon", "lat"], [1, 0]).projection!;
  assert(Math.abs(other.aspect! - 0.5) < 1e-12);
  assert.equal(layOut(points, "none", ["x", "y"]).projection, undefined);
  const wide = toMatrix([[10, 50, 1], [12, 70, 2], [11, 60, 4]]);
  const names = ["lon", "lat", "n"];
  assert(Math.abs(layOut(wide, "none", names, [0, 1]).projection!.aspect! - 2) < 1e-12);
  assert.equal(layOut(wide, "none", names, [0, 2]).projection!.aspect, undefined);
  assert.equal(layOut(wide, "none", names).projection!.aspect, undefined);
});

Deno.test("Points on both sides of the 180th meridian are told of, others are not", () => {
  const names = ["lon", "lat"];
  const said = (longitudes: readonly number[]) => {
    const matrix = toMatrix(longitudes.map((longitude) => [longitude, -17]));
    return acrossMeridian(names, matrix, coordinatesIn(names, matrix)!);
  };
  assert.equal(
    said([179, -179.5, 178]),
    "lon goes over the 180th meridian, so that neighbours count as 359 degrees apart: add 360 to " +
      "what is below 0",
  );
  for (const other of [[-10, 10], [-120, 0, 120], [170, 179], [179, 181, 183]]) {
    assert.equal(said(other), undefined);
  }
});
