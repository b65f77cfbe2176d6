import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { filmToSvg, themes } from "../../mod.ts";
import { Timeline, Track } from "../../src/film/scene/track.ts";
import { animate } from "../../src/svg/animate.ts";
import { attributesText, escape, rectangle } from "../../src/svg/elements.ts";
import { indexedPng } from "../../src/svg/indexed_png.ts";
import { Pen } from "../../src/svg/paint.ts";
import { smallFilm } from "../support/films.ts";

/** An animation over a film of two seconds. */
const animated = (timeline: Timeline<number>, attribute = "opacity") => {
  const track = timeline.done();
  assert(track instanceof Track);
  return animate(attribute, track, String, 2000, {});
};

Deno.test("Text is escaped for an attribute and an element, and what XML cannot hold is left out", () => {
  assert.equal(escape(`a<b>&"c"`), "a&#60;b&#62;&#38;&#34;c&#34;");
  for (const character of `<>&"`) assert.notEqual(escape(character), character);
  assert.equal(escape("a\b\0\ud800\uffffz\t聚"), "az\t聚");
  assert.equal(attributesText({ id: `"<`, x: 1 }), ` id="&#34;&#60;" x="1"`);
});

Deno.test("A rectangle goes right, down and back left", () => {
  assert.equal(rectangle(1, 2, 30, 40), "M1 2h30v40h-30z");
});

Deno.test("keyTimes are shares of the whole film, rounded down to four decimals", () => {
  assert.match(animated(new Timeline(0).jump(1999.9, 1)), / keyTimes="0;\.9999" values="0;1"/);
  assert.match(animated(new Timeline(0).jump(500, 1)), / keyTimes="0;\.25" values="0;1"/);
});

Deno.test("A value that only jumps is discrete", () => {
  assert.match(animated(new Timeline(0).jump(500, 1)), / calcMode="discrete"/);
});

Deno.test("A glide waits, eases along its curve and holds until the end of the film", () => {
  const text = animated(new Timeline(0).move(500, 1000, 8));
  assert.match(text, / keyTimes="0;\.25;\.5;1" values="0;0;8;8"/);
  assert.match(text, / calcMode="spline" keySplines="0 0 1 1;\.4 0 \.2 1;0 0 1 1"/);
});

Deno.test("A curve of its own is the spline of its move", () => {
  const track = new Track([
    { time: 0, value: 0, ease: "jump" },
    { time: 500, value: 8, ease: [0.25, 0, 0.5, 0.75] as const },
  ]);
  assert.match(
    animate("opacity", track, String, 2000, {}),
    / keySplines="\.25 0 \.5 \.75;0 0 1 1"/,
  );
});

Deno.test("A jump between moves happens at once", () => {
  const text = animated(new Timeline(0).move(0, 500, 8, "linear").jump(1000, 2));
  assert.match(text, / keyTimes="0;\.25;\.5;\.5;1" values="0;8;8;2;2"/);
});

Deno.test("A place is animated as a translation", () => {
  assert.match(
    animated(new Timeline(0).jump(500, 1), "transform"),
    /^<animateTransform attributeName="transform" type="translate"/,
  );
});

Deno.test("Title, description and recipe cannot break out of their elements", () => {
  const nasty = `</title></desc></metadata><b>&`;
  const film = { ...smallFilm(1, { title: nasty }), description: nasty };
  const svg = filmToSvg(film, { recipe: { title: nasty } });
  assert(!svg.includes("<b>"));
  for (const name of ["title", "desc", "metadata"]) {
    assert.equal(svg.split(`</${name}>`).length, 2, name);
  }
});

Deno.test("An SVG lasts its film's seconds, and plays as often as asked for", () => {
  const film = smallFilm(1);
  const svg = filmToSvg(film, { loop: 3 });
  assert(svg.includes(` dur="${film.duration / 1000}s" repeatCount="3"`));
  assert(!svg.includes("indefinite"));
});

Deno.test("An SVG that follows its reader is light, dark on demand, and still where motion is reduced", () => {
  const svg = filmToSvg(smallFilm(1), { theme: "auto" });
  assert(svg.includes(`fill="${themes.light.paper}"`));
  assert(svg.includes("@media(prefers-reduced-motion:reduce){.film{display:none}"));
  assert(svg.includes(`@media(prefers-color-scheme:dark){.f-paper{fill:${themes.dark.paper}}`));
});

Deno.test("Opacity is told to two decimals unless it is full, and lengths in units", () => {
  const pen = new Pen(themes.light, 10);
  const mark = { name: "line" as const, geometry: undefined! };
  assert.deepEqual(pen.attributes({ ...mark, opacity: 1 }, "opacity"), {});
  assert.deepEqual(pen.attributes({ ...mark, opacity: 0 }, "opacity"), { opacity: "0" });
  assert.deepEqual(pen.attributes({ ...mark, opacity: 0.456 }, "opacity"), { opacity: "0.46" });
  assert.deepEqual(pen.attributes({ ...mark, width: 1.5 }, "width"), { "stroke-width": "15" });
});

Deno.test("A PNG with a palette has its rows, its colours and how opaque each is", () => {
  const png = indexedPng(Uint8Array.of(0, 1, 2, 2, 1, 0), 3, [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [
    0,
    128,
  ]);
  const { width, height, data, palette } = decode(png, { checkCrc: true });
  assert.deepEqual([width, height], [3, 2]);
  assert.deepEqual([...data], [0, 1, 2, 2, 1, 0]);
  assert.deepEqual(palette!.map((color) => [...color]), [[1, 2, 3, 0], [4, 5, 6, 128], [
    7,
    8,
    9,
    255,
  ]]);
});
