import { type Geometry, round, Segments, wholePath } from "../film/geometry.ts";
import type { Line, Mark, Paint, Point, Properties } from "../film/mark.ts";
import { colorOf, type Theme } from "../film/theme.ts";
import type { Attributes } from "./elements.ts";

/**
 * The attributes of a mark, all but its path.
 *
 * @param mark The mark.
 * @param theme The colours of its roles.
 * @param classes Whether roles are classes too (`f-ink`, `s-faint`), for a style sheet to change.
 */
export function paintOf(mark: Mark, theme: Theme, classes = false): Attributes {
  const attributes: Record<string, string | number> = {};
  for (const property of ["fill", "stroke"] as const) {
    const paint = mark[property];
    if (paint === undefined) continue;
    if (classes && paint in theme) attributes.class = classOf(property, paint);
    attributes[property] = colorOf(paint, theme);
  }
  if (mark.width !== undefined) attributes["stroke-width"] = round(mark.width, 2);
  if (mark.opacity !== undefined && mark.opacity !== 1) attributes.opacity = round(mark.opacity, 2);
  if (mark.dash !== undefined) attributes["stroke-dasharray"] = round(mark.dash, 2);
  if (mark.dashOffset) attributes["stroke-dashoffset"] = round(mark.dashOffset, 2);
  if (mark.cap) attributes["stroke-linecap"] = mark.cap;
  if (mark.translate) attributes.transform = `translate(${pairOf(mark.translate)})`;
  return attributes;
}

/** The attribute that shows a property. */
export const ATTRIBUTES: Readonly<Record<keyof Properties, string>> = {
  geometry: "d",
  fill: "fill",
  stroke: "stroke",
  width: "stroke-width",
  opacity: "opacity",
  dashOffset: "stroke-dashoffset",
  translate: "transform",
};

/** How the values of a property are written. */
export function textOf(property: keyof Properties, theme: Theme): (value: unknown) => string {
  if (property === "geometry") return (value) => wholePath(value as Geometry);
  if (property === "translate") return (value) => pairOf(value as Point);
  if (property === "fill" || property === "stroke") {
    return (value) => colorOf(value as Paint, theme);
  }
  return (value) => String(round(value as number, 2));
}

/** A line as path data. */
export function lineText([x1, y1, x2, y2]: Line, decimals: number): string {
  return new Segments(Float64Array.of(x1, y1, x2, y2), decimals).path(0);
}

/** The class of what is painted by role. */
export function classOf(property: "fill" | "stroke", paint: Paint): string {
  return `${property[0]}-${paint}`;
}

/** A place as text. */
export function pairOf([x, y]: Point): string {
  return `${round(x)} ${round(y)}`;
}
