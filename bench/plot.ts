import { themes } from "../mod.ts";
import { sceneToSvg } from "../src/internal.ts";
import { type Box, Polyline, Segments, Stamps } from "../src/film/scene/geometry.ts";
import type { Mark, Paint } from "../src/film/scene/mark.ts";
import { clusterColors } from "../src/film/colors/palette.ts";
import { type Anchor, capHeight, textOutline } from "../src/film/scene/text.ts";
import { type Range, View } from "../src/film/scene/view.ts";

/** How a figure grows with something. */
export interface Growth {
  /** What grows: `points`, `clusters`. */
  readonly over: string;
  /** What is done, in a few words. */
  readonly work: string;
  /** What it takes, by who does it: pairs of what grows and the figure. */
  readonly curves: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>;
}

/** A row of charts, one figure in all of them. */
export interface Panel {
  readonly figure: string;
  readonly growths: readonly Growth[];
}

const WIDTH = 320;
const HEIGHT = 250;
const SIZE = 12;
const MARGIN: Box = [52, 44, 14, 36];

/** Draws rows of charts, both axes logarithmic, as SVG. */
export function plot(panels: readonly Panel[]): string {
  const names = [
    ...new Set(
      panels.flatMap(({ growths }) => growths.flatMap(({ curves }) => Object.keys(curves))),
    ),
  ];
  const colors = clusterColors(names.length) as Paint[];
  const colorOf = (name: string) => colors[names.indexOf(name)];
  const columns = Math.max(...panels.map(({ growths }) => growths.length));
  const top = 2.4 * SIZE;
  const marks = panels.flatMap(({ figure, growths }, row) =>
    growths.flatMap((growth, column) =>
      chart(growth, figure, [column * WIDTH, top + row * HEIGHT], colorOf)
    )
  );
  let x = SIZE;
  for (const name of names) {
    marks.push(
      {
        name: "key",
        geometry: new Stamps(Float64Array.of(x + 5, 1.4 * SIZE)),
        stroke: colorOf(name),
        width: 9,
      },
      text(name, x + 14, 1.4 * SIZE, "start"),
    );
    x += 14 + 7 * name.length + 2 * SIZE;
  }
  return sceneToSvg(
    { width: columns * WIDTH, height: top + panels.length * HEIGHT, marks },
    themes.light,
  ) + "\n";
}

function chart(
  { over, work, curves }: Growth,
  figure: string,
  [left, top]: readonly [number, number],
  colorOf: (name: string) => Paint,
): Mark[] {
  const points = Object.values(curves).flat();
  const [xs, ys] = [0, 1].map((axis) => decades(points.map((point) => point[axis])));
  const view = new View([
    left + MARGIN[0],
    top + MARGIN[1],
    left + WIDTH - MARGIN[2],
    top + HEIGHT - MARGIN[3],
  ], [xs, ys]);
  const [west, north, east, south] = view.box;
  const [columns, rows] = [powers(xs), powers(ys)];
  const lines = [
    ...columns.map((power) => [view.x.pixel(power), north, view.x.pixel(power), south]),
    ...rows.map((power) => [west, view.y.pixel(power), east, view.y.pixel(power)]),
  ];
  return [
    {
      name: "grid",
      geometry: new Segments(Float64Array.from(lines.flat())),
      stroke: "faint",
      width: 0.4,
    },
    text(`${figure}: ${work}`, left + SIZE, top + 18, "start"),
    ...columns.map((power) => text(powerText(power), view.x.pixel(power), south + 10, "middle")),
    ...rows.map((power) => text(powerText(power), west - 6, view.y.pixel(power), "end")),
    text(over, (west + east) / 2, south + 25, "middle"),
    ...Object.entries(curves).flatMap(([name, values]): Mark[] => {
      const pixels = values.flatMap((
        [x, y],
      ) => [view.x.pixel(Math.log10(x)), view.y.pixel(Math.log10(y))]);
      return [
        { name: "curve", geometry: new Polyline(pixels), stroke: colorOf(name), width: 2 },
        {
          name: "value",
          geometry: new Stamps(Float64Array.from(pixels)),
          stroke: colorOf(name),
          width: 6,
        },
      ];
    }),
  ];
}

/** The whole powers of ten around some values, as exponents. */
function decades(values: readonly number[]): Range {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  return [Math.floor(low), Math.max(Math.floor(low) + 1, Math.ceil(high))];
}

function powers([low, high]: Range): number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

function powerText(power: number): string {
  const value = 10 ** power;
  return power >= 6 ? `${value / 1e6} M` : power >= 4 ? `${value / 1e3} k` : String(value);
}

function text(content: string, x: number, middle: number, anchor: Anchor): Mark {
  return {
    name: "text",
    geometry: textOutline(content, x, middle + capHeight(SIZE) / 2, SIZE, anchor),
    fill: "ink",
  };
}
