/** A colour as three channels from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The channels of `#rrggbb`. */
export function toRgb(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rrggbb` of three channels, rounded. */
export function toHex(rgb: Rgb): string {
  return hexOf(rgb.reduce((sum, channel) => sum * 256 + Math.round(channel), 0));
}

/** `#rrggbb` of a whole number of 24 bits, red first. */
export function hexOf(value: number): string {
  return `#${value.toString(16).padStart(6, "0")}`;
}

/** The mixture of two colours with a share of the second, in sRGB, as SMIL and CSS mix them. */
export function mixColors(from: string, to: string, share: number): string {
  const a = toRgb(from);
  const b = toRgb(to);
  const mix = (i: number) => a[i] + (b[i] - a[i]) * share;
  return toHex([mix(0), mix(1), mix(2)]);
}

/** The light that a channel of sRGB stands for, from 0 to 1 (IEC 61966-2-1). */
export function lightOf(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The relative luminance of a colour, from 0 to 1, as WCAG 2.2 defines it. */
export function luminanceOf(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(lightOf);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The channel of sRGB, from 0 to 255 and rounded, that stands for light from 0 to 1. */
export function ofLight(light: number): number {
  return Math.round(
    255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055),
  );
}

/**
 * The mixture of the light of two colours with a share of the second: what an eye sees from afar
 * where dots of both lie side by side.
 */
export function mixLight(from: string, to: string, share: number): string {
  const [a, b] = [toRgb(from).map(lightOf), toRgb(to).map(lightOf)];
  const mix = (i: number) => ofLight(a[i] + (b[i] - a[i]) * share);
  return toHex([mix(0), mix(1), mix(2)]);
}
