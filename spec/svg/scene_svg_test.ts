import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { themes } from "../../mod.ts";
import { Cloud, CloudAfter, type Mark, sceneToSvg, Segments } from "../../src/internal.ts";
import { changePicture, densityPicture } from "../../src/svg/cloud_pictures.ts";

const line: Mark = {
  name: "line",
  geometry: new Segments(Float64Array.of(1, 2, 3, 4)),
  stroke: "#ff0000",
  width: 2,
};
const svg = (...marks: Mark[]) => sceneToSvg({ width: 40, height: 30, marks }, themes.dark);
const paths = (text: string) => text.match(/<path/g)!.length;

/** A cloud of 4 × 2 pixels without points at the third; two pixels turn blue, one red, two blue. */
const cloud = new Cloud(
  [10, 20, 14, 22],
  Uint8Array.of(15, 15, 0, 15, 15, 15, 15, 15).map((level) => level && Cloud.LEVELS),
  ["#808080", "#0000ff", "#ff0000"],
  [
    { pixels: Uint32Array.of(1, 5), colors: Uint8Array.of(1, 1) },
    { pixels: Uint32Array.of(6), colors: Uint8Array.of(2) },
    { pixels: Uint32Array.of(4, 6), colors: Uint8Array.of(1, 1) },
  ],
);
const decoded = (href: string | number) =>
  decode(Uint8Array.from(atob(String(href).split(",")[1]), (byte) => byte.charCodeAt(0)));

Deno.test("A scene is as large as told, on the paper of its theme", () => {
  const text = svg();
  assert.match(text, / width="40" height="30" viewBox="0 0 40 30"/);
  assert(text.includes(`<path fill="${themes.dark.paper}" d="M0 0h40v30h-40z"/>`));
});

Deno.test("A mark without opacity or width is not written", () => {
  assert.equal(paths(svg(line)), 2);
  assert.equal(paths(svg({ ...line, opacity: 0 }, { ...line, width: 0 })), 1);
});

Deno.test("The picture of a change is the box of what changes, in units of the SVG", () => {
  const { x, y, width, height } = changePicture(cloud, 0, 1, 10);
  assert.deepEqual([x, y, width, height], [110, 200, 10, 20]);
  const second = changePicture(cloud, 1, 2, 1);
  assert.deepEqual([second.x, second.y, second.width, second.height], [12, 21, 1, 1]);
});

Deno.test("The picture of changes has a clear colour, and the colours that come in it", () => {
  const { data, palette } = decoded(changePicture(cloud, 0, 2, 1)["xlink:href"]);
  assert.deepEqual([...data], [1, 1, 1, 2]);
  assert.deepEqual(palette!.map((color) => [...color].slice(0, 3)).slice(1), [
    [0, 0, 255],
    [255, 0, 0],
  ]);
  assert.equal(palette![0][3], 0);
});

Deno.test("The picture of a change is clear at points that do not change", () => {
  assert.deepEqual([...decoded(changePicture(cloud, 2, 3, 1)["xlink:href"]).data], [1, 0, 1]);
});

Deno.test("The picture of a density is white, as opaque as there are points", () => {
  const { x, y, width, height, "xlink:href": href } = densityPicture(cloud, 10);
  assert.deepEqual([x, y, width, height], [100, 200, 40, 20]);
  const { data, palette } = decoded(href);
  assert.deepEqual([...palette![data[0]]], [255, 255, 255, 255]);
  assert.equal(palette![data[2]][3], 0);
});

Deno.test("A cloud is masked by its density, each by its own", () => {
  const mark: Mark = { name: "points", geometry: new CloudAfter(cloud, 1) };
  const text = svg(mark, mark);
  for (const id of ["cloud0", "cloud1"]) {
    assert(text.includes(`<mask id="${id}">`) && text.includes(`mask="url(#${id})"`));
  }
  assert.equal(text.match(/<image/g)!.length, 4);
});
