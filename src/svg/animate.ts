import { short } from "../film/scene/geometry.ts";
import { type Ease, GLIDE, type Track } from "../film/scene/track.ts";
import { type Attributes, element } from "./elements.ts";

const EVEN = "0 0 1 1";

/**
 * The animation of one attribute.
 *
 * @param attribute Which.
 * @param track Its values over time.
 * @param text A value as text.
 * @param duration How long the film lasts, in milliseconds.
 * @param timing What all animations of a film say alike.
 */
export function animate<T>(
  attribute: string,
  { keys }: Track<T>,
  text: (value: T) => string,
  duration: number,
  timing: Attributes,
): string {
  const discrete = keys.every(({ ease }) => ease === "jump");
  const times: string[] = [];
  const values: string[] = [];
  const splines: string[] = [];
  const add = (time: number, value: T, spline: string) => {
    // Rounded down, so that at the time of a frame the frame's picture has come.
    times.push(short(Math.floor(time / duration * 1e4) / 1e4));
    if (values.length > 0) splines.push(spline);
    values.push(text(value));
  };
  keys.forEach(({ time, value, ease }, i) => {
    if (!discrete && i > 0 && ease === "jump") add(time, keys[i - 1].value, EVEN);
    if (discrete || ease !== "jump" || i === 0 || value !== keys[i - 1].value) {
      add(time, value, splineOf(ease));
    }
  });
  const last = keys[keys.length - 1];
  if (!discrete && last.time < duration) add(duration, last.value, EVEN);
  const eased = splines.some((spline) => spline !== EVEN) &&
    { calcMode: "spline", keySplines: splines.join(";") };
  const transform = attribute === "transform";
  return element(transform ? "animateTransform" : "animate", {
    attributeName: attribute,
    ...(transform && { type: "translate" }),
    ...timing,
    ...(discrete ? { calcMode: "discrete" } : eased),
    keyTimes: times.join(";"),
    values: values.join(";"),
  });
}

function splineOf(ease: Ease): string {
  if (ease === "linear" || ease === "jump") return EVEN;
  return (ease === "glide" ? GLIDE : ease).map((value) => short(value)).join(" ");
}
