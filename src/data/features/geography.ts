import type { Matrix } from "../../kmeans/matrix.ts";
import { quotable } from "../data_error.ts";

/** Names of degrees, behind what says of which place. */
const LATITUDE = /^(.*?)(?<![a-z])lat(?:itude)?$|^(.*)latitude$/i;
const LONGITUDE = /^(.*?)(?<![a-z])(?:lon|lng|long|longitude)$|^(.*)longitude$/i;

/** Beyond this latitude a degree of longitude is next to nothing, and no map is drawn so. */
const MOST = 85;

/** Two features that are degrees of one place, and how they are drawn. */
export interface Coordinates {
  /** Which is the longitude, and which the latitude: their indices. */
  readonly longitude: number;
  readonly latitude: number;
  /** How long a degree of longitude is beside one of latitude, in the middle of the points. */
  readonly share: number;
}

/**
 * The longitude and latitude among features, by their names.
 *
 * @param names The names.
 * @param points Points of these features, in degrees.
 */
export function coordinatesIn(names: readonly string[], points: Matrix): Coordinates | undefined {
  const placeOf = (pattern: RegExp, name: string) => {
    const match = pattern.exec(name.trim());
    return match ? (match[1] ?? match[2]).toLowerCase() : undefined;
  };
  for (let latitude = 0; latitude < names.length; latitude++) {
    const place = placeOf(LATITUDE, names[latitude]);
    if (place === undefined) continue;
    const longitude = names.findIndex((name) => placeOf(LONGITUDE, name) === place);
    if (longitude < 0) continue;
    const [south, north] = rangeOf(points, latitude);
    const [west, east] = rangeOf(points, longitude);
    if (south < -90 || north > 90 || west < -360 || east > 360) continue;
    const middle = Math.min(MOST, Math.abs(south + north) / 2);
    return { longitude, latitude, share: Math.cos(middle * Math.PI / 180) };
  }
}

/**
 * What to say where points lie on both sides of the 180th meridian: neighbours there are taken for
 * as far apart as can be. Nothing where they do not.
 */
export function acrossMeridian(
  names: readonly string[],
  points: Matrix,
  { longitude }: Coordinates,
): string | undefined {
  const [west, east] = rangeOf(points, longitude);
  // Counted from 0 to 360, points around that meridian lie close together.
  const [first, last] = rangeOf(
    points,
    longitude,
    (degrees) => degrees < 0 ? degrees + 360 : degrees,
  );
  if (east - west <= 180 || last - first >= east - west) return undefined;
  return `${
    quotable(names[longitude])
  } goes over the 180th meridian, so that neighbours count as ` +
    `${Math.round(east - west)} degrees apart: add 360 to what is below 0`;
}

function rangeOf(
  { data, columns }: Matrix,
  j: number,
  change = (value: number) => value,
): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let at = j; at < data.length; at += columns) {
    const value = change(data[at]);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
