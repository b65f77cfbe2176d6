import assert from "node:assert/strict";
import { themes } from "../../mod.ts";
import {
  Cloud,
  CloudAfter,
  type Mark,
  type Scene,
  sceneToSvg,
  Segments,
  Stamps,
} from "../../src/internal.ts";
import { Outline, Polyline } from "../../src/film/scene/geometry.ts";
import { Text } from "../../src/film/scene/text.ts";
import { dimmed, opaquePixel, over } from "../../src/raster/blend.ts";
import { isHidden, isSame } from "../../src/raster/layer.ts";
import { Painter } from "../../src/raster/painter.ts";
import { rasterize, startResvg } from "../../src/raster/rasterizer.ts";
import { layOver, sparse } from "../../src/raster/sparse.ts";
import { Tiles } from "../../src/raster/tiles.ts";

await startResvg();

const [WIDTH, HEIGHT] = [101, 75];
/** How far a channel may be off, of 255: lines cover pixels in thirds, corners are drawn apart. */
const MOST = 80;
/** How far all channels may be off on average. */
const MEAN = 0.7;
const scene = (...marks: Mark[]): Scene => ({ width: WIDTH, height: HEIGHT, marks });
const channels = (pixel: number) => [0, 8, 16, 24].map((shift) => pixel >>> shift & 255);

function painted(shown: Scene, transparent = false): Int32Array {
  const painter = new Painter(shown.width, shown.height, themes.light, transparent);
  painter.paint(shown);
  return painter.pixels;
}

/** The largest difference of a channel, and the mean of all. */
function difference(a: Int32Array, b: Int32Array): { most: number; mean: number } {
  let [most, sum] = [0, 0];
  a.forEach((pixel, i) => {
    const other = channels(b[i]);
    channels(pixel).forEach((value, c) => {
      const off = Math.abs(value - other[c]);
      most = Math.max(most, off);
      sum += off;
    });
  });
  return { most, mean: sum / a.length / 4 };
}

const lines = (...ends: number[]) => new Segments(Float64Array.from(ends));
const marks: Readonly<Record<string, Mark>> = {
  "a line with round ends": {
    name: "line",
    geometry: lines(10, 12, 70, 55),
    stroke: "#d02020",
    width: 6,
  },
  "a line with butt ends": {
    name: "line",
    geometry: lines(20, 60, 80, 10),
    stroke: "#2020d0",
    width: 9,
    cap: "butt",
  },
  "level, upright and very short lines": {
    name: "line",
    geometry: lines(5, 20, 95, 20, 50, 3, 50, 70, 30, 40, 30.5, 40),
    stroke: "#208020",
    width: 4,
  },
  "a faint line, moved": {
    name: "line",
    geometry: lines(0, 0, 60, 30),
    stroke: "#000000",
    width: 3,
    opacity: 0.4,
    translate: [15.5, 20.25],
  },
  "a line beyond the edges": {
    name: "line",
    geometry: lines(-40, -30, 160, 120),
    stroke: "#804000",
    width: 12,
  },
  "a polyline": {
    name: "trail",
    geometry: new Polyline([10, 10, 60, 15, 60, 60, 20, 50]),
    stroke: "#a000a0",
    width: 3,
  },
  "the end of a dash along a polyline": {
    name: "trail",
    geometry: new Polyline([10, 10, 60, 10, 60, 60]),
    stroke: "#a000a0",
    width: 4,
    dash: 100,
    dashOffset: 30,
  },
  "dots": {
    name: "points",
    geometry: new Stamps(Float64Array.of(10, 10, 31.5, 31.5, 64, 33.25, 100, 74, 33, 32)),
    stroke: "#c06000",
    width: 7,
  },
  "crosses, faint and moved": {
    name: "stamps",
    geometry: new Stamps(Float64Array.of(20, 20, 50, 40), "m-5 0h10m-5 -5v10", 5),
    stroke: "#0060c0",
    width: 2,
    opacity: 0.5,
    translate: [3.25, -2.5],
  },
  "stamps with butt ends": {
    name: "stamps",
    geometry: new Stamps(Float64Array.of(20, 20, 63, 40), "m-6 0h12", 6),
    stroke: "#0060c0",
    width: 5,
    cap: "butt",
  },
  "an outline, filled": {
    name: "shape",
    geometry: new Outline([20, 15, 80, 60], "M20 15h60v45h-60z"),
    fill: "#30a0a0",
    stroke: "#000000",
    width: 2,
    translate: [1.5, 2],
  },
  "a role of the theme": { name: "line", geometry: lines(10, 30, 90, 30), stroke: "ink", width: 5 },
};

for (const [name, mark] of Object.entries(marks)) {
  Deno.test(`The painter draws what resvg does: ${name}`, () => {
    const { most, mean } = difference(
      painted(scene(mark)),
      rasterize(sceneToSvg(scene(mark), themes.light)),
    );
    assert(mean <= MEAN && most <= MOST, `off by ${most}, on average by ${mean}`);
  });
}

/** What may become of a mark from one scene to the next. */
const changes: Readonly<Record<string, (mark: Mark) => Mark>> = {
  "it takes another colour": (mark) => ({ ...mark, stroke: "#00c000" }),
  "it grows": (mark) => ({ ...mark, width: (mark.width ?? 1) + 6 }),
  "it fades": (mark) => ({ ...mark, opacity: 0.3 }),
  "it is hidden": (mark) => ({ ...mark, opacity: 0 }),
  "it has no width": (mark) => ({ ...mark, width: 0 }),
  "it moves a little": (mark) => ({ ...mark, translate: [0.5, 0.25] }),
  "it moves far": (mark) => ({ ...mark, translate: [-37, 21] }),
  "it leaves the picture": (mark) => ({ ...mark, translate: [500, 0] }),
};

for (const [what, change] of Object.entries(changes)) {
  Deno.test(`A painted mark is as painted afresh when ${what}, and when it is as before`, () => {
    for (const [name, mark] of Object.entries(marks)) {
      if (what === "it has no width" && mark.fill) continue;
      const painter = new Painter(WIDTH, HEIGHT, themes.light);
      painter.paint(scene(mark));
      for (const next of [change(mark), mark]) {
        const before = painter.pixels.slice();
        const boxes = painter.paint(scene(next));
        const off = difference(painter.pixels, painted(scene(next)));
        assert.equal(off.most, 0, `${name}: off by ${off.most}, ${off.mean} on average`);
        painter.pixels.forEach((pixel, i) => {
          const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
          const isIn = boxes.some(([left, top, right, bottom]) =>
            left <= x && x < right && top <= y && y < bottom
          );
          assert(isIn || pixel === before[i], `${name}: ${x}, ${y} changes outside the boxes`);
        });
      }
      assert.deepEqual(painter.paint(scene(mark)), [], name);
    }
  });
}

Deno.test("Marks are laid one over another in their order, whatever their kind", () => {
  const all = Object.values(marks);
  for (const order of [all, all.toReversed()]) {
    const shown = scene(...order);
    const { mean } = difference(painted(shown), rasterize(sceneToSvg(shown, themes.light)));
    assert(mean <= 1, `off by ${mean}`);
  }
});

Deno.test("Without a background pixels are clear, and premultiplied where marks cover them in part", () => {
  const pixels = painted(scene({ ...marks["dots"], opacity: 0.5 }), true);
  assert.equal(pixels[0], 0);
  const [red, green, blue, alpha] = channels(pixels[10 * WIDTH + 10]);
  assert.deepEqual([red, green, blue, alpha], [96, 48, 0, 128]);
});

Deno.test("A pixel times a share is rounded in each channel, and one over another is what SVG says", () => {
  for (const value of [0, 1, 127, 128, 254, 255]) {
    for (let share = 0; share <= 255; share++) {
      const wanted = Math.round(value * share / 255);
      const pixel = value | value << 8 | value << 16 | value << 24;
      assert.deepEqual(channels(dimmed(pixel, share)), [wanted, wanted, wanted, wanted]);
    }
  }
  const [red, blue] = [opaquePixel("#ff0000"), opaquePixel("#0000ff")];
  assert.equal(over(red, blue), red);
  assert.equal(over(0, blue), blue);
  assert.deepEqual(channels(over(dimmed(red, 51), blue)), [51, 0, 204, 255]);
  assert.deepEqual(channels(opaquePixel("#123456")), [0x12, 0x34, 0x56, 255]);
});

Deno.test("A mark is hidden without opacity or width, and the same only with the same properties", () => {
  const mark = marks["dots"];
  assert(isHidden({ ...mark, opacity: 0 }) && isHidden({ ...mark, width: 0 }));
  assert(!isHidden(mark) && !isHidden({ ...mark, opacity: 0.01 }));
  assert(isSame(mark, { ...mark }));
  assert(!isSame(undefined, mark));
  assert(!isSame(mark, { ...mark, width: 8 }) && !isSame(mark, { ...mark, translate: [0, 0] }));
  assert(!isSame({ ...mark, translate: [0, 0] }, mark));
});

Deno.test("A tile has 32 pixels a side, but for the last of a row or column", () => {
  const tiles = new Tiles(70, 40);
  assert.deepEqual(tiles.box(0), [0, 0, 32, 32]);
  assert.deepEqual(tiles.box(5), [64, 32, 70, 40]);
  assert.deepEqual([tiles.at(31, 31), tiles.at(32, 31), tiles.at(31, 32), tiles.at(69, 39)], [
    0,
    1,
    3,
    5,
  ]);
  for (const [x, y] of [[-1, 0], [0, -1], [70, 0], [0, 40]]) {
    assert.equal(tiles.at(x, y), undefined);
  }
});

Deno.test("A box touches the tiles that hold any of it, in the picture only", () => {
  const tiles = new Tiles(70, 40);
  assert.deepEqual(tiles.touching([31, 5, 32, 6]), [0, 1]);
  assert.deepEqual(tiles.touching([-50, -50, 500, 500]), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(tiles.touching([100, 0, 200, 10]), []);
  assert.deepEqual(tiles.touching([0, -90, 10, -60]), []);
});

Deno.test("The boxes of tiles hold each of them once and nothing else", () => {
  const tiles = new Tiles(130, 100);
  for (const chosen of [[0], [0, 1, 5, 6], [1, 2, 5, 6, 7, 12, 19], [4, 5], [0, 1, 2, 5]]) {
    const counts = new Map<number, number>();
    for (const [left, top, right, bottom] of tiles.boxes(new Set(chosen))) {
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const tile = tiles.at(x, y)!;
          counts.set(tile, (counts.get(tile) ?? 0) + 1);
        }
      }
    }
    const sizes = chosen.map((tile) => {
      const [left, top, right, bottom] = tiles.box(tile);
      return [tile, (right - left) * (bottom - top)];
    });
    assert.deepEqual([...counts].sort(([a], [b]) => a - b), sizes);
  }
});

Deno.test("Neighbouring tiles are one box", () => {
  assert.deepEqual(new Tiles(130, 100).boxes(new Set([0, 1, 5, 6])), [[0, 0, 64, 64]]);
});

Deno.test("Of a drawing only the pixels that are not clear are kept, with their place", () => {
  const drawn = new Int32Array(36);
  const red = opaquePixel("#ff0000");
  drawn[2 * 6 + 3] = red;
  const pixels = sparse(drawn, 6, [1, 1], [10, 20, 14, 24], 100);
  assert.deepEqual([...pixels], [21 * 100 + 12, red]);
  const picture = new Int32Array(3000);
  layOver(picture, pixels);
  assert.equal(picture[2112], red);
  assert.equal(picture.filter((pixel) => pixel !== 0).length, 1);
});

/** A cloud of 40 × 3 pixels, the last of which is clear, whose first pixel turns blue, then all red. */
function smallCloud(box: readonly [number, number, number, number]) {
  const levels = new Uint8Array(120).fill(Cloud.LEVELS);
  levels[119] = 0;
  levels[1] = Cloud.LEVELS / 2;
  return new Cloud(box, levels, ["#808080", "#0000ff", "#ff0000"], [
    { pixels: Uint32Array.of(0), colors: Uint8Array.of(1) },
    { pixels: Uint32Array.from(levels.keys()), colors: new Uint8Array(120).fill(2) },
  ]);
}

Deno.test("A cloud's pixels lie where it is, as dense as they are, in the colours they have by now", () => {
  const cloud = smallCloud([50, 20, 90, 23]);
  const mark = (changes: number, translate?: readonly [number, number]): Mark => ({
    name: "points",
    geometry: new CloudAfter(cloud, changes),
    ...(translate && { translate }),
  });
  const painter = new Painter(WIDTH, HEIGHT, themes.light);
  const at = (x: number, y: number) => channels(painter.pixels[y * WIDTH + x]).slice(0, 3);
  painter.paint(scene(mark(0)));
  assert.deepEqual(at(50, 20), [128, 128, 128]);
  assert.deepEqual(at(51, 20), [191, 191, 191]);
  assert.deepEqual(at(88, 22), [128, 128, 128]);
  assert.deepEqual(at(89, 22), [255, 255, 255]);
  assert.deepEqual(at(49, 20), [255, 255, 255]);
  assert.deepEqual(at(50, 23), [255, 255, 255]);
  assert.deepEqual(painter.paint(scene(mark(1))), [[32, 0, 64, 32]]);
  assert.deepEqual(at(50, 20), [0, 0, 255]);
  assert.deepEqual(painter.paint(scene(mark(1))), []);
  painter.paint(scene(mark(2)));
  assert.deepEqual(at(50, 20), [255, 0, 0]);
  painter.paint(scene(mark(0)));
  assert.deepEqual(at(50, 20), [128, 128, 128]);
  for (const place of [[3, 40], [-60, -21], [30, 50], [0, 0]] as const) {
    painter.paint(scene(mark(2, place)));
    assert.deepEqual(painter.pixels, painted(scene(mark(2, place))));
  }
  painter.paint(scene(mark(2, [3, 40])));
  assert.deepEqual(at(50, 20), [255, 255, 255]);
  assert.deepEqual(at(53, 60), [255, 0, 0]);
});

Deno.test("A cloud is laid over what is behind it, not over the background", () => {
  const painter = new Painter(WIDTH, HEIGHT, themes.light);
  const behind: Mark = {
    name: "line",
    geometry: lines(0, 20, 100, 20),
    stroke: "#000000",
    width: 9,
  };
  const geometry = new CloudAfter(smallCloud([50, 20, 90, 23]), 0);
  painter.paint(scene(behind, { name: "points", geometry }));
  assert.deepEqual(channels(painter.pixels[20 * WIDTH + 51]).slice(0, 3), [64, 64, 64]);
});

Deno.test("An outline that is hidden changes nothing, wherever it moves", () => {
  const mark: Mark = { ...marks["an outline, filled"], opacity: 0 };
  const painter = new Painter(WIDTH, HEIGHT, themes.light);
  painter.paint(scene(mark));
  assert.deepEqual(painter.paint(scene({ ...mark, translate: [10, 10] })), []);
});

Deno.test("An outline that moves to the left is drawn in the tiles it comes to", () => {
  const mark: Mark = {
    name: "shape",
    geometry: new Outline([70, 10, 90, 30], "M70 10h20v20h-20z"),
    fill: "#30a0a0",
    translate: [-65, 0],
  };
  const pixels = painted(scene(mark));
  for (const x of [6, 15, 24]) {
    assert.equal(pixels[20 * WIDTH + x], opaquePixel("#30a0a0"), `at ${x}`);
  }
});

Deno.test("A text is drawn as in one whole picture, across tiles and at every edge", () => {
  const places = [[-3.3, 5.7, 12], [80.2, 74.9, 14], [70, 3, 30], [-7, 76, 9], [20.3, 40.6, 40]];
  for (const [left, baseline, size] of places) {
    const geometry = new Text("ggjy 7", left, baseline, size);
    const shown = scene({ name: "text", geometry, fill: "ink" });
    const whole = rasterize(sceneToSvg(shown, themes.light));
    const { most } = difference(painted(shown), whole);
    assert(most <= 1, `${left}, ${baseline}: ${most}`);
  }
});
