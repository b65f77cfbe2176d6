import { base64 } from "../bytes/base64.ts";
import { alphaOf, Cloud } from "../film/cloud/cloud.ts";
import { type Rgb, toRgb } from "../film/colors/color.ts";
import type { Box } from "../film/scene/geometry.ts";
import { type Attributes, embedded } from "./elements.ts";
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
  const { width, levels, changes } = cloud;
  const [left, top, right, bottom] = boxOf(cloud, from, to);
  const indices = new Uint8Array((right - left) * (bottom - top));
  const used = [CLEAR];
  const places = new Uint8Array(cloud.colors.length);
  for (const { pixels, colors } of changes.slice(from, to)) {
    for (let i = 0; i < pixels.length; i++) {
      const color = colors[i];
      if (places[color] === 0) places[color] = used.push(color) - 1;
      const y = Math.floor(pixels[i] / width);
      const end = y * width + right;
      const row = (y - top) * (right - left) - y * width - left;
      for (let pixel = pixels[i];;) {
        indices[row + pixel] = places[color];
        if (++pixel === end || levels[pixel] !== 0) break;
      }
    }
  }
  const png = indexedPng(
    indices,
    right - left,
    used.map((color) => toRgb(cloud.colors[color])),
    [0],
  );
  return picture(cloud, left, top, right - left, bottom - top, png, scale);
}

/** The pixels that change. */
function boxOf({ width, height, changes }: Cloud, from: number, to: number): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const { pixels } of changes.slice(from, to)) {
    for (const pixel of pixels) {
      const y = Math.floor(pixel / width);
      const x = pixel - y * width;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
    }
  }
  return [left, top, right, bottom];
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
    ...embedded(`data:image/png;base64,${base64(png)}`),
  };
}
