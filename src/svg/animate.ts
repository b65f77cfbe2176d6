import { type Geometry, round, wholePath } from "../film/geometry.ts";
import type { Paint, Point, Properties } from "../film/mark.ts";
import { colorOf, type Theme } from "../film/theme.ts";
import { GLIDE, type Track } from "../film/track.ts";
import { type Attributes, element } from "./elements.ts";
import { pairOf } from "./paint.ts";

const NAMES: Readonly<Record<keyof Properties, string>> = {
  geometry: "d",
  fill: "fill",
  stroke: "stroke",
  width: "stroke-width",
  opacity: "opacity",
  dashOffset: "stroke-dashoffset",
  translate: "transform",
};

const EVEN = "0 0 1 1";
const GLIDING = GLIDE.map((value) => short(value)).join(" ");

/**
 * The animation of one property of a mark.
 *
 * @param property Which.
 * @param track Its values over time.
 * @param theme The colours of roles.
 * @param duration How long the film lasts, in milliseconds.
 * @param timing What all animations of a film say alike.
 */
export function animate(
  property: keyof Properties,
  { keys }: Track<unknown>,
  theme: Theme,
  duration: number,
  timing: Attributes,
): string {
  const discrete = keys.every(({ ease }) => ease === "jump");
  const times: string[] = [];
  const values: string[] = [];
  const splines: string[] = [];
  const add = (time: number, value: unknown, spline: string) => {
    // Rounded down, so that at the time of a frame the frame's picture has come.
    times.push(short(Math.floor(time / duration * 1e5) / 1e5));
    if (values.length > 0) splines.push(spline);
    values.push(valueText(property, value, theme));
  };
  keys.forEach(({ time, value, ease }, i) => {
    if (!discrete && i > 0 && ease === "jump") add(time, keys[i - 1].value, EVEN);
    if (discrete || ease !== "jump" || i === 0 || value !== keys[i - 1].value) {
      add(time, value, ease === "glide" ? GLIDING : EVEN);
    }
  });
  const last = keys[keys.length - 1];
  if (!discrete && last.time < duration) add(duration, last.value, EVEN);
  const eased = splines.includes(GLIDING) && { calcMode: "spline", keySplines: splines.join(";") };
  const transform = property === "translate";
  return element(transform ? "animateTransform" : "animate", {
    attributeName: NAMES[property],
    ...(transform && { type: "translate" }),
    ...timing,
    ...(discrete ? { calcMode: "discrete" } : eased),
    keyTimes: times.join(";"),
    values: values.join(";"),
  });
}

function valueText(property: keyof Properties, value: unknown, theme: Theme): string {
  if (property === "geometry") return wholePath(value as Geometry);
  if (property === "translate") return pairOf(value as Point);
  if (typeof value === "number") return String(round(value, 2));
  return colorOf(value as Paint, theme);
}

function short(value: number): string {
  return String(value).replace(/^0\./, ".");
}
