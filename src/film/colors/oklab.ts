import { lightOf, toRgb } from "./color.ts";

/** A colour in Oklab, in which equal distances look about equally large: B. Ottosson, 2020. */
export type Oklab = readonly [lightness: number, a: number, b: number];

/**
 * A colour `#rrggbb` in Oklab.
 *
 * B. Ottosson, "A perceptual color space for image processing", 2020, where the numbers are from.
 */
export function toOklab(hex: string): Oklab {
  const [red, green, blue] = toRgb(hex).map(lightOf);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

/**
 * How different two colours look: their distance in Oklab, in which black and white are 1 apart.
 */
export function differenceOf(a: Oklab, b: Oklab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
