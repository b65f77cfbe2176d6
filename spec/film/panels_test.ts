import assert from "node:assert/strict";
import { Stamps, Track } from "../../src/internal.ts";
import type { MovingMark, Point } from "../../src/internal.ts";
import { gridOf, labelMark, movedBy } from "../../src/film/styles/panels.ts";
import type { Text } from "../../src/film/scene/text.ts";
import { Timeline } from "../../src/film/scene/track.ts";

Deno.test("Panels fill a picture below its heading, each a little wider than high", () => {
  for (
    const [count, width, height] of [[1, 640, 480], [2, 800, 300], [6, 900, 600], [12, 640, 480]]
  ) {
    const { columns, panel } = gridOf(count, width, height, 28);
    const rows = Math.ceil(count / columns);
    assert(columns * panel[0] <= width && columns * (panel[0] + 1) > width);
    assert(rows * panel[1] <= height - 28 && rows * (panel[1] + 1) > height - 28);
    const ratio = panel[0] / panel[1];
    assert(ratio > 0.6 && ratio < 2.7, `${count}: ${ratio}`);
  }
});

Deno.test("There are never more columns than panels, and at least one", () => {
  assert.equal(gridOf(2, 8000, 100, 0).columns, 2);
  assert.equal(gridOf(5, 20, 8000, 0).columns, 1);
});

Deno.test("The text of small panels is 9 pixels, that of 480 by 360 is 14", () => {
  assert.equal(gridOf(9, 300, 200, 0).size, 9);
  assert.equal(gridOf(1, 480, 360, 0).size, 14);
});

Deno.test("Marks are moved at all times, and those that shared a track still do", () => {
  const geometry = new Stamps(new Float64Array(2));
  const track = new Timeline<Point>([0, 1]).move(0, 100, [5, 6]).done();
  const marks: MovingMark[] = [
    { name: "a", geometry, translate: track },
    { name: "b", geometry, translate: track },
    { name: "c", geometry, translate: [7, 8] },
    { name: "d", geometry },
  ];
  const [a, b, c, d] = movedBy(marks, 10, 20).map(({ translate }) => translate);
  assert(a instanceof Track);
  assert.deepEqual(a.keys.map(({ value }) => value), [[10, 21], [15, 26]]);
  assert.equal(a, b);
  assert.deepEqual([c, d], [[17, 28], [10, 20]]);
});

Deno.test("A label begins in its panel and ends in it", () => {
  const { content, left, width } = labelMark("a long name ".repeat(20), 100, 50, 10, 200)
    .geometry as Text;
  assert(left === 110 && left + width <= 290);
  assert(content.endsWith("…"));
});
