import { CloudAfter } from "../film/cloud/cloud.ts";
import type { Scene } from "../film/scene/film.ts";
import { wholePath } from "../film/scene/geometry.ts";
import type { Theme } from "../film/scene/theme.ts";
import { changePicture, densityPicture } from "./cloud_pictures.ts";
import { type Attributes, DEFAULTS, element, rectangle, XLINK } from "./elements.ts";
import { Pen } from "./paint.ts";

/**
 * Writes a scene as SVG.
 *
 * @param scene The picture at one moment.
 * @param theme Its colours.
 * @returns An SVG document.
 */
export function sceneToSvg({ width, height, marks }: Scene, theme: Theme): string {
  const background = element("path", { fill: theme.paper, d: rectangle(0, 0, width, height) });
  const pen = new Pen(theme);
  const shown = marks.filter(({ opacity, width }) => opacity !== 0 && width !== 0);
  const paths = shown.map((mark, i) =>
    mark.geometry instanceof CloudAfter
      ? cloudElements(mark.geometry, pen.paint(mark), `cloud${i}`)
      : element("path", { ...pen.paint(mark), d: wholePath(mark.geometry) })
  );
  const hasCloud = shown.some(({ geometry }) => geometry instanceof CloudAfter);
  return element(
    "svg",
    { ...DEFAULTS, ...(hasCloud && XLINK), width, height, viewBox: `0 0 ${width} ${height}` },
    background + paths.join(""),
  );
}

/** A cloud and what masks it. */
function cloudElements(geometry: CloudAfter, paint: Attributes, id: string): string {
  const { cloud, changes } = geometry;
  const colors = changes === 0
    ? element("path", { fill: cloud.colors[0], d: geometry.path() })
    : element("image", changePicture(cloud, 0, changes, 1));
  return element("mask", { id }, element("image", densityPicture(cloud, 1))) +
    element("g", { mask: `url(#${id})`, ...paint }, colors);
}
