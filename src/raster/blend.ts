import { toRgb } from "../film/colors/color.ts";

/** A colour `#rrggbb` as an opaque pixel: red in the lowest bits, then green, blue, and 255. */
export function opaquePixel(hex: string): number {
  const [red, green, blue] = toRgb(hex);
  return (255 << 24) | (blue << 16) | (green << 8) | red;
}

/** A pixel times `share` / 255, each of its four channels rounded. */
export function dimmed(pixel: number, share: number): number {
  // Two channels at a time, each in 16 bits; adding its own high byte divides by 255.
  const even = (pixel & 0xff00ff) * share + 0x800080;
  const odd = ((pixel >>> 8) & 0xff00ff) * share + 0x800080;
  const low = ((even + ((even >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff;
  const high = (odd + ((odd >>> 8) & 0xff00ff)) & 0xff00ff00;
  return low | high;
}

/** A premultiplied pixel over another. */
export function over(front: number, back: number): number {
  const alpha = front >>> 24;
  if (alpha === 255) return front;
  return alpha === 0 ? back : (front + dimmed(back, 255 - alpha)) | 0;
}
