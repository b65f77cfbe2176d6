/** A colour as three channels from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The channels of `#rrggbb`. */
export function toRgb(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rrggbb` of three channels, rounded. */
export function toHex(rgb: Rgb): string {
  const value = rgb.reduce((sum, channel) => sum * 256 + Math.round(channel), 0);
  return `#${value.toString(16).padStart(6, "0")}`;
}

/** The colour a share of the way from one to another, in sRGB, as SMIL mixes. */
export function mixColors(from: string, to: string, share: number): string {
  const a = toRgb(from);
  const b = toRgb(to);
  const mix = (i: number) => a[i] + (b[i] - a[i]) * share;
  return toHex([mix(0), mix(1), mix(2)]);
}
