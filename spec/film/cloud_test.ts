import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { makeFilm, record, themes, type Trace } from "../../mod.ts";
import { lastScene, type Mark, type Paint } from "../../src/internal.ts";
import { FULL, lightByPixel } from "../../src/film/cloud/pixel_light.ts";
import { alphaOf, Cloud, type CloudAfter, cloudOf } from "../../src/film/cloud/cloud.ts";
import { crossPrint, dotPrint } from "../../src/film/cloud/footprint.ts";
import { Stamps } from "../../src/film/scene/geometry.ts";
import { historiesOf } from "../../src/film/run/histories.ts";
import { lastMark } from "../../src/film/scene/mark.ts";
import { clusterColors } from "../../src/film/colors/palette.ts";
import { pointCloud } from "../../src/film/cloud/point_cloud.ts";
import { gather } from "../../src/film/marks/points.ts";
import { padded, rangeOf, View } from "../../src/film/scene/view.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { courseOf } from "../../src/trace/kept_steps.ts";
import { crowdTrace, smallTrace } from "../support/films.ts";

const [width, height] = [320, 240];
const colors = clusterColors(4) as Paint[];

function viewOf({ points: { data } }: Trace): View {
  return new View([0, 0, width, height], [
    padded(rangeOf([data], 0), 0.06),
    padded(rangeOf([data], 1), 0.06),
  ]);
}

Deno.test("Up to ten thousand points each is drawn, from there on all are one cloud", () => {
  for (const style of ["glide", "classic"] as const) {
    const named = (points: number) =>
      drawn(makeFilm(crowdTrace(1, points), { style })).marks.filter(({ name }) =>
        name === "points"
      );
    assert(named(10_000).every((mark) => !cloudOf(mark)));
    const marks = named(10_004);
    assert.equal(marks.length, 1);
    assert(cloudOf(marks[0]));
  }
});

Deno.test("Each point gives its light to one cell, in the colour that its cluster has in the step", () => {
  for (const empty of ["keep", "drop", "farthest"] as const) {
    const { steps, points } = record(
      [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8], [4, 4]],
      { init: [[0, 0], [9, 9], [60, -40]], empty },
    );
    const cells = Uint32Array.from({ length: points.rows }, (_, point) => point % 3);
    const light = new Float64Array(3 * 3);
    const colors = ["#ff0000", "#00ff00", "#0000ff"];
    let step = 0;
    for (const _ of lightByPixel(courseOf(steps), cells, colors, light)) {
      const { labels, clusters } = steps[step++];
      const counts = new Float64Array(light.length);
      labels.forEach((label, point) => counts[3 * cells[point] + clusters[label]]++);
      assert.deepEqual(light.map((sum) => sum / FULL), counts);
    }
    assert.equal(step, steps.length);
  }
});

Deno.test("A pixel with points of one cluster has its colour, in every step", () => {
  const trace = crowdTrace(2);
  const view = viewOf(trace);
  const cloud = pointCloud(courseOf(trace.steps), trace.points.data, view, colors, dotPrint(1));
  const pixels = view.pixels(trace.points.data).map(Math.floor);
  const shown = new Uint8Array(cloud.levels.length);
  trace.steps.forEach(({ labels }, step) => {
    cloud.recolor(shown, step, step + 1);
    const own = new Map<number, Set<number>>();
    labels.forEach((label, point) => {
      const column = pixels[2 * point] - cloud.box[0];
      const pixel = (pixels[2 * point + 1] - cloud.box[1]) * cloud.width + column;
      own.set(pixel, (own.get(pixel) ?? new Set()).add(label));
    });
    for (const [pixel, clusters] of own) {
      const [cluster] = clusters;
      if (clusters.size === 1) assert.equal(cloud.colors[shown[pixel]], colors[cluster]);
    }
    assert.equal(shown.filter((color) => color > 0).length, own.size);
  });
});

Deno.test("Where more points lie it is denser, and one alone is still seen in its colour", () => {
  const heaps = [1, 2, 5, 50, 500, 20_000];
  const points = heaps.flatMap((count, i) => Array(count).fill([i, 0]));
  const trace = record([...points, [0, 1]], { init: heaps.map((_, i) => [i, 0]) });
  const view = viewOf(trace);
  const cloud = pointCloud(
    courseOf(trace.steps),
    trace.points.data,
    view,
    clusterColors(6) as Paint[],
    dotPrint(1),
  );
  const levels = heaps.map((_, i) => {
    const column = Math.floor(view.x.pixel(i)) - cloud.box[0];
    return cloud.levels[(Math.floor(view.y.pixel(0)) - cloud.box[1]) * cloud.width + column];
  });
  assert.deepEqual(levels, levels.toSorted((a, b) => a - b));
  assert.equal(new Set(levels).size, heaps.length);
  assert(alphaOf(levels[0]) > 255 / 4, `${levels}`);
  const alone = lastScene(makeFilm(trace)).marks.find(({ name }) => name === "points")!;
  const { cloud: drawn, changes } = alone.geometry as CloudAfter;
  const shown = new Uint8Array(drawn.levels.length);
  drawn.recolor(shown, 0, changes);
  for (let cluster = 1; cluster <= heaps.length; cluster++) assert(shown.includes(cluster));
});

Deno.test("Points at the very edge of a view are within their cloud, with all that they cover", () => {
  const trace = record([[0, 0], [0, 9], [9, 0], [9, 9]], { k: 2, seed: 1 });
  const view = new View([0, 0, 20, 10], [[0, 9], [0, 9]]);
  const print = dotPrint(5);
  const cloud = pointCloud(courseOf(trace.steps), trace.points.data, view, colors, print);
  assert.equal(cloud.width, cloud.box[2] - cloud.box[0]);
  assert.equal(cloud.levels.length, cloud.width * cloud.height);
  const covered = cloud.levels.filter((level) => level > 0).length;
  assert.equal(covered, 4 * print.pixels.length);
  // The pixels of the points themselves are those in the corners.
  const [dots] = [dotPrint(1)].map((print) =>
    pointCloud(courseOf(trace.steps), trace.points.data, view, colors, print)
  );
  assert.deepEqual(dots.box, [0, 0, 20, 10]);
  assert.deepEqual(
    [...dots.levels.keys()].filter((pixel) => dots.levels[pixel] > 0),
    [0, 19, 180, 199],
  );
  // A disc in each corner of the view, as whole as the margin lets it be.
  for (const [column, row] of [[0, 0], [19, 0], [0, 9], [19, 9]]) {
    assert(cloud.levels[(row - cloud.box[1]) * cloud.width + column - cloud.box[0]] > 0);
  }
});

Deno.test("Each step lists a pixel that takes another colour once, and no other", () => {
  const { steps, points } = crowdTrace(2);
  const view = viewOf(crowdTrace(2));
  const cloud = pointCloud(courseOf(steps), points.data, view, colors, dotPrint(2));
  const shown = new Uint8Array(cloud.levels.length);
  for (const change of cloud.changes) {
    assert.equal(new Set(change.pixels).size, change.pixels.length);
    change.pixels.forEach((pixel, i) => {
      assert.notEqual(shown[pixel], change.colors[i]);
      assert(cloud.levels[pixel] > 0);
      shown[pixel] = change.colors[i];
    });
  }
});

Deno.test("Steps that change nothing show the same cloud, so that no frame is drawn for them", () => {
  const pixels = Uint32Array.of(0);
  const none = { pixels: new Uint32Array(), colors: new Uint8Array() };
  const some = { pixels, colors: Uint8Array.of(1) };
  const cloud = new Cloud([1, 2, 4, 3], new Uint8Array(3), colors, [some, none, none, some]);
  assert.equal(cloud.after(3), cloud.after(1));
  assert.equal(cloud.after(3).changes, 1);
  assert.notEqual(cloud.after(4), cloud.after(1));
  assert.deepEqual([cloud.width, cloud.height], [3, 1]);
  assert.equal(cloud.after(1).path(), "M1 2H4V3H1z");
  assert.deepEqual(cloud.after(1).box(), [1, 2, 4, 3]);
});

Deno.test("Lines between cells are no cloud", () => {
  const film = drawn(makeFilm(crowdTrace(1)));
  assert.deepEqual(film.marks.filter(cloudOf).map(({ name }) => name), ["points"]);
});

Deno.test("A run of forty thousand points is shaded more by density than one of ten thousand", () => {
  const alone = [10_000, 20_000, 40_000].map((count) => {
    const points = Array.from({ length: count }, (_, i) => i < 9 ? [i, 5] : [i % 3, 0]);
    const trace = record(points, { k: 2, seed: 1, maxIterations: 1 });
    const view = viewOf(trace);
    const { levels, box, width } = pointCloud(
      courseOf(trace.steps),
      trace.points.data,
      view,
      colors,
      dotPrint(1),
    );
    const column = Math.floor(view.x.pixel(8)) - box[0];
    return levels[(Math.floor(view.y.pixel(5)) - box[1]) * width + column];
  });
  assert(alone[0] > alone[1], `${alone}`);
  assert(alone[1] >= alone[2], `${alone}`);
});

Deno.test("Points drawn one by one and as a cloud look alike, seen from afar", async () => {
  await startResvg();
  const trace = smallTrace({ seed: 3 });
  const crowd = crowdTrace(3, 10_000);
  for (
    const [{ steps, points }, size, arm] of [[crowd, 1.7, 0], [trace, 3, 0], [
      crowd,
      1,
      4.2,
    ]] as const
  ) {
    const same = { ...trace, steps, points };
    const view = viewOf(same);
    const pixels = view.pixels(points.data);
    const cross = `m-${arm}-${arm}l${2 * arm} ${2 * arm}m0-${2 * arm}l-${2 * arm} ${2 * arm}`;
    const marks = historiesOf(courseOf(same.steps), same.steps[0].clusters.length).map((
      { points, clusters },
    ): Mark => ({
      name: "points",
      geometry: new Stamps(gather(pixels, points), arm ? cross : "h0", arm),
      stroke: colors[clusters[clusters.length - 1]],
      width: size,
      ...(arm && { cap: "butt" }),
    }));
    const print = arm ? crossPrint(arm, size) : dotPrint(size);
    const geometry = pointCloud(courseOf(same.steps), points.data, view, colors, print).after(
      steps.length,
    );
    const [stamped, aggregated] = [marks, [lastMark({ name: "points", geometry })]].map((marks) => {
      const painter = new Painter(width, height, themes.light);
      painter.paint({ width, height, marks });
      return painter.pixels;
    });
    const ratio = inkOf(aggregated) / inkOf(stamped);
    assert(Math.abs(ratio - 1) < 0.1, `${size}, ${arm}: ${ratio} as much ink`);
    const apart = differenceOf(stamped, aggregated);
    assert(apart < 2, `${size}, ${arm}: ${apart} of 255 apart`);
  }
});

/** How dark a picture is altogether. */
function inkOf(pixels: Int32Array): number {
  return pixels.reduce((sum, pixel) => sum + 255 - ((pixel >> 8) & 255), 0);
}

/** How far pictures are apart on average, seen from so far away that eight pixels are one. */
function differenceOf(a: Int32Array, b: Int32Array): number {
  let [sum, count] = [0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (const shift of [0, 8, 16]) {
        let difference = 0;
        for (let i = 0; i < 64; i++) {
          const at = (top + (i >> 3)) * width + left + (i & 7);
          difference += ((a[at] >> shift) & 255) - ((b[at] >> shift) & 255);
        }
        sum += Math.abs(difference) / 64;
        count++;
      }
    }
  }
  return sum / count;
}
