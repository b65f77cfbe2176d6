import { alphaOf, Cloud } from "../film/cloud.ts";
import { type Rgb, toRgb } from "../film/color.ts";
import type { Attributes } from "./elements.ts";
import { indexedPng } from "./indexed_png.ts";

const CLEAR = 0;
const WHITE: Rgb = [255, 255, 255];

/** A picture that covers as much of what is masked with it as the points of a cloud do. */
export function densityPicture(cloud: Cloud, scale: number): Attributes {
  const alphas = Array.from({ length: Cloud.LEVELS + 1 }, (_, level) => alphaOf(level));
  const png = indexedPng(cloud.levels, cloud.width, alphas.map(() => WHITE), alphas);
  return picture(cloud, 0, 0, cloud.width, cloud.height, png, scale);
}

/**
 * The colours that change between two numbers of changes, to be laid over those before. Pixels
 * without points are masked: they continue the row as is shortest.
 */
export function changePicture(cloud: Cloud, from: number, to: number, scale: number): Attributes {
  const { width, height, levels, colors } = cloud;
  const shown = new Uint8Array(levels.length);
  cloud.recolor(shown, from, to);
  let [left, top, right, bottom] = [width, height, 0, 0];
  shown.forEach((color, pixel) => {
    if (color === CLEAR) return;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  });
  const indices = new Uint8Array((right - left) * (bottom - top));
  for (let y = top, to = 0; y < bottom; y++) {
    for (let x = left; x < right; x++, to++) {
      const from = y * width + x;
      indices[to] = levels[from] === 0 && x > left ? indices[to - 1] : shown[from];
    }
  }
  const used = [CLEAR, ...new Set(indices)].filter((color, i) => i === 0 || color !== CLEAR);
  const places = new Uint8Array(colors.length);
  used.forEach((color, place) => places[color] = place);
  const png = indexedPng(
    indices.map((color) => places[color]),
    right - left,
    used.map((color) => toRgb(colors[color])),
    [0],
  );
  return picture(cloud, left, top, right - left, bottom - top, png, scale);
}

function picture(
  { box }: Cloud,
  left: number,
  top: number,
  width: number,
  height: number,
  png: Uint8Array,
  scale: number,
): Attributes {
  return {
    x: (box[0] + left) * scale,
    y: (box[1] + top) * scale,
    width: width * scale,
    height: height * scale,
    href: `data:image/png;base64,${base64(png)}`,
  };
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  }
  return btoa(text);
}
