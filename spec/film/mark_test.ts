import assert from "node:assert/strict";
import {
  type Line,
  MovingLines,
  type MovingMark,
  type Segments,
  Stamps,
} from "../../src/internal.ts";
import { lastMark, markAt, tracksOf } from "../../src/film/scene/mark.ts";
import { colorOf } from "../../src/film/scene/theme.ts";
import { themes } from "../../mod.ts";
import { Timeline } from "../../src/film/scene/track.ts";

const [before, after] = [new Stamps(Float64Array.of(0, 0)), new Stamps(Float64Array.of(9, 9))];
const mark: MovingMark = {
  name: "dot",
  geometry: new Timeline(before).move(0, 100, after, "linear").done() as MovingMark["geometry"],
  stroke: new Timeline<`#${string}`>("#000000").move(0, 100, "#c86432", "linear").done(),
  width: new Timeline(2).move(0, 100, 4, "linear").done(),
  opacity: new Timeline(0).move(0, 100, 1, "linear").done(),
  translate: new Timeline<readonly [number, number]>([0, 10]).move(0, 100, [20, 50], "linear")
    .done(),
  dash: 7,
};

Deno.test("A mark halfway has properties halfway, and a path that changes at once", () => {
  assert.deepEqual(markAt(mark, 50), {
    name: "dot",
    geometry: before,
    stroke: "#643219",
    width: 3,
    opacity: 0.5,
    translate: [10, 30],
    dash: 7,
  });
  assert.equal(markAt(mark, 100).geometry, after);
  assert.deepEqual(lastMark(mark), markAt(mark, 100));
});

Deno.test("A share of the way is a share of the change", () => {
  const { stroke, width, opacity } = markAt(mark, 25);
  assert.deepEqual([stroke, width, opacity], ["#32190d", 2.5, 0.25]);
});

Deno.test("Lines without length are not drawn, level and upright ones are", () => {
  const lines: Line[] = [[1, 1, 1, 1], [0, 5, 9, 5], [5, 0, 5, 9], [0, 0, 9, 9]];
  const { geometry } = markAt({ name: "cells", geometry: new MovingLines(lines) }, 0);
  assert.deepEqual([...(geometry as Segments).ends], [0, 5, 9, 5, 5, 0, 5, 9, 0, 0, 9, 9]);
});

Deno.test("The tracks of a mark are those of its properties and of its lines", () => {
  assert.equal(tracksOf(mark).length, 5);
  const line = new Timeline<Line>([0, 0, 1, 1]).move(0, 100, [0, 0, 2, 2]).done();
  assert.deepEqual(
    tracksOf({ name: "cells", geometry: new MovingLines([line, [0, 0, 3, 3]]) }),
    [line],
  );
});

Deno.test("A role has the colour that the theme says, a colour is itself", () => {
  assert.equal(colorOf("ink", themes.dark), "#e6edf3");
  assert.equal(colorOf("#123456", themes.dark), "#123456");
});
