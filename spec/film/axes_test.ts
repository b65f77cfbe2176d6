import assert from "node:assert/strict";
import { makeFilm, record } from "../../mod.ts";
import { drawn, type DrawnFilm, type Segments } from "../../src/internal.ts";
import { Text } from "../../src/film/scene/text.ts";

const points = Array.from({ length: 30 }, (_, i) => [i * 7 % 31, 1000 + i * 11 % 29]);
const namedFilm = (width = 640, features = ["eruptions", "waiting"]) =>
  drawn(makeFilm(record(points, { k: 3, seed: 1 }, { features }), { width }));

const textsOf = ({ marks }: DrawnFilm, name: string): Text[] =>
  marks.flatMap((mark) => mark.name === name && mark.geometry instanceof Text ? mark.geometry : []);

/** The ticks of an axis: the value that each stands for, and its text. */
function ticksOf(film: DrawnFilm, axis: "x" | "y") {
  const { view } = film;
  const [left, , , bottom] = view!.box;
  return textsOf(film, "tick").filter((text) =>
    axis === "x" ? text.baseline > bottom : text.left < left
  )
    .map((text) => ({
      text: text.content.replace("−", "-"),
      value: axis === "x"
        ? view!.x.value(text.left + text.width / 2)
        : view!.y.value(text.baseline - text.size * 0.357),
    }));
}

Deno.test("The text of each tick is the value at its place", () => {
  const film = namedFilm();
  for (const [axis, tolerance] of [["x", 0.1], ["y", 0.1]] as const) {
    const ticks = ticksOf(film, axis);
    assert(ticks.length >= 3, axis);
    for (const { text, value } of ticks) {
      assert(Math.abs(Number(text) - value) < tolerance, `${text} at ${value}`);
    }
  }
});

Deno.test("Ticks and lines of the axes are at the left and lower edge of the view", () => {
  const film = namedFilm();
  const [left, top, right, bottom] = film.view!.box;
  const { ends } = film.marks.find(({ name }) => name === "axes")!.geometry as Segments;
  const lines = Array.from(
    { length: ends.length / 4 },
    (_, i) => [...ends.subarray(4 * i, 4 * i + 4)],
  );
  for (const [x1, y1, x2, y2] of lines.slice(0, -2)) {
    assert(x1 === x2 ? y1 === bottom && y2 > bottom : y1 === y2 && x2 === left && x1 < left);
  }
  // A tick stands at each label.
  const rows = lines.slice(0, -2).filter(([x1, , x2]) => x1 !== x2).map(([, y]) => y);
  const labels = textsOf(film, "tick").filter((text) => text.left < left);
  assert.equal(rows.length, labels.length);
  rows.forEach((y, i) => assert(Math.abs(labels[i].baseline - labels[i].size * 0.357 - y) < 0.1));
  assert.deepEqual(lines.slice(-2), [[left, bottom, right, bottom], [left, top, left, bottom]]);
});

Deno.test("The names of the features stand at the ends of the axes, cut where they are too long", () => {
  assert.deepEqual(textsOf(namedFilm(), "axis-name").map(({ content }) => content), [
    "eruptions",
    "waiting",
  ]);
  const film = namedFilm(640, ["eruptions ".repeat(50), "waiting ".repeat(50)]);
  const [left, , right] = film.view!.box;
  for (const { content, width } of textsOf(film, "axis-name")) {
    assert(content.endsWith("…"));
    assert(width <= (right - left) / 2);
  }
});

Deno.test("Tick labels do not touch each other, nor the name of the axis, at any width", () => {
  const large = points.map(([x, y]) => [100_000 + x * 10, y]);
  for (const width of [160, 240, 320, 480, 640, 1200]) {
    const run = record(large, { k: 3, seed: 1 }, { features: ["eruptions", "waiting"] });
    const film = drawn(makeFilm(run, { width }));
    const [, , , bottom] = film.view!.box;
    const below = [...textsOf(film, "tick"), ...textsOf(film, "axis-name")]
      .filter(({ baseline }) => baseline > bottom).sort((a, b) => a.left - b.left);
    below.slice(1).forEach((text, i) =>
      assert(text.left > below[i].left + below[i].width + 2, `${text.content} at ${width}`)
    );
  }
});

Deno.test("All labels and names lie within the picture, above the caption, y labels one above another", () => {
  for (const [width, height] of [[160, 480], [640, 480], [1200, 240], [480, 120]]) {
    const film = drawn(
      makeFilm(record(points, { k: 3 }, { features: ["a", "b"] }), { width, height }),
    );
    const [left, top, right, bottom] = film.view!.box;
    const texts = [...textsOf(film, "tick"), ...textsOf(film, "axis-name")];
    const line = 2.4 * Math.max(9, 14 * Math.min(width / 640, height / 480));
    for (const { content, baseline, left, width: wide, size } of texts) {
      assert(left >= 0 && left + wide <= width, content);
      assert(baseline - size * 0.75 >= 0 && baseline + size * 0.25 <= height - line, content);
    }
    assert(left > 0 && top > 0 && right < width && bottom < height - line);
    const rows = texts.filter((text) => text.left + text.width < left);
    assert(rows.length > 1);
    const baselines = rows.map(({ baseline }) => baseline).sort((a, b) => a - b);
    baselines.slice(1).forEach((baseline, i) => assert(baseline - baselines[i] > rows[0].size));
  }
});

Deno.test("An axis has ten ticks at most", () => {
  for (const [width, height] of [[4000, 480], [640, 4000]]) {
    const film = drawn(
      makeFilm(record(points, { k: 3 }, { features: ["a", "b"] }), { width, height }),
    );
    for (const axis of ["x", "y"] as const) {
      const count = ticksOf(film, axis).length;
      assert(count >= 1 && count <= 10, `${count}`);
    }
  }
});

Deno.test("Points that are counted have whole numbers as ticks", () => {
  const line = record([[1], [2], [3], [50], [51]], { k: 2 }, { features: ["waiting"] });
  const film = drawn(makeFilm(line));
  assert.deepEqual(ticksOf(film, "y").map(({ text }) => text), ["0", "1"]);
  assert.deepEqual(textsOf(film, "axis-name").map(({ content }) => content), ["waiting", "points"]);
});

Deno.test("Axes are drawn where the features have names, or as asked for", () => {
  const hasAxes = (features: string[], axes?: boolean) =>
    drawn(makeFilm(record(points, { k: 3 }, { features }), { axes })).marks.some(({ name }) =>
      name === "axes"
    );
  assert.equal(hasAxes(["a", "b"]), true);
  assert.equal(hasAxes([]), false);
  assert.equal(hasAxes(["a", "b"], false), false);
  assert.equal(hasAxes([], true), true);
});
