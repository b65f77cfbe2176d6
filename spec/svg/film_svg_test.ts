import assert from "node:assert/strict";
import { blobs, compareFilm, filmToSvg, makeFilm, record, themes } from "../../mod.ts";
import { lastScene, sceneToSvg } from "../../src/internal.ts";
import { rasterize, startResvg } from "../../src/raster/rasterizer.ts";
import { isInstalled, printed } from "../support/command.ts";
import { crowdFilm, smallFilm, smallTrace } from "../support/films.ts";
import { similarity } from "../support/similarity.ts";

const nasty = `<script>alert("1")</script> ]]> & 'x' \u0000\u0007 \ud800 …`;

Deno.test({
  name: "It is well-formed XML, whatever the title and the recipe",
  ignore: !(await isInstalled("xmllint")),
  fn: async () => {
    const trace = smallTrace({ seed: 1 });
    const films = [
      smallFilm(1, { title: nasty }),
      smallFilm(1, { style: "classic", title: nasty }),
      smallFilm(1, { storyboard: "auto", title: nasty }),
      compareFilm([{ name: nasty, trace }, { name: "b", trace }], { width: 800 }),
    ];
    for (const film of films) {
      const path = await Deno.makeTempFile({ suffix: ".svg" });
      const svg = filmToSvg(film, { recipe: { title: nasty } });
      await Deno.writeTextFile(path, svg);
      assert.equal(await printed("xmllint", "--noout", path), "");
      await Deno.remove(path);
    }
  },
});

Deno.test("It has no script and nothing from outside, a role, a title and a description", () => {
  const svg = filmToSvg(smallFilm(1, { title: nasty }));
  assert.doesNotMatch(svg, /<script|javascript:|<image|<foreignObject| on\w+=/i);
  for (const [, href] of svg.matchAll(/href="([^"]*)"/g)) assert.match(href, /^#/);
  for (const [url] of svg.matchAll(/https?:[^"\s]*/g)) {
    assert.match(url, /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink)$/);
  }
  assert.match(svg, /<svg [^>]*role="img"/);
  assert.match(svg, /<title>.+<\/title>\n<desc>K-means with k = 4 on 120 points.+Seed 1\.<\/desc>/);
});

Deno.test("Every animation has as many times as values, ascending from 0 within the film", () => {
  const svg = filmToSvg(smallFilm(1));
  let count = 0;
  for (const [tag] of svg.matchAll(/<animate[^>]*>/g)) {
    const list = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1].split(";");
    const times = list("keyTimes")!.map(Number);
    const splines = list("keySplines");
    assert.equal(times.length, list("values")!.length, tag);
    assert.equal(times[0], 0);
    assert.deepEqual(times, [...times].sort((a, b) => a - b));
    if (splines) assert.equal(splines.length, times.length - 1);
    if (!tag.includes('calcMode="discrete"')) assert.equal(times[times.length - 1], 1, tag);
    assert(times[times.length - 1] <= 1);
    assert.match(tag, /repeatCount="indefinite"/);
    count++;
  }
  assert(count > 10);
});

Deno.test("The last picture is there without animation, and in the still", async () => {
  await startResvg();
  for (const style of ["glide", "classic"] as const) {
    const film = smallFilm(1, { style, title: "Four clusters" });
    const pixels = (svg: string) => new Uint8Array(rasterize(svg).buffer);
    const expected = pixels(sceneToSvg(lastScene(film), themes.light));
    const svg = filmToSvg(film, { theme: "light" });
    const stripped = svg.replace(/<animate[^>]*>/g, "");
    const still = svg.replace(/<g class="film">[\s\S]*(?=<g class="still")/, "")
      .replace('class="still" display="none"', "");
    for (const [name, picture] of Object.entries({ stripped, still })) {
      const alike = similarity(pixels(picture), expected, film.width, film.height);
      assert(alike > 0.98, `${style}, ${name}: ${alike}`);
    }
  }
});

Deno.test("The SVG of 1,200 points is below 110 KB, of 5,000 below 300 KB, in the usual case", () => {
  const median = (points: number, seeds: number) => {
    const sizes = Array.from({ length: seeds }, (_, i) => {
      const trace = record(blobs({ points, seed: i + 1 }), { k: 12, seed: i + 1 });
      return filmToSvg(makeFilm(trace)).length;
    });
    sizes.sort((a, b) => a - b);
    return (sizes[(seeds - 1) >> 1] + sizes[seeds >> 1]) / 2;
  };
  const usual = median(100, 20);
  assert(usual < 110_000, String(usual));
  assert(median(417, 5) < 300_000);
});

Deno.test("Default films have at most 500 animated attributes", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const svg = filmToSvg(makeFilm(record(blobs({ seed }), { k: 12, seed })));
    const count = (svg.match(/<animate/g) ?? []).length;
    assert(count <= 500, `seed ${seed}: ${count}`);
  }
});

Deno.test("A thousand small films in one page do not use each other's shapes", () => {
  const prefixes = new Set<string>();
  for (let seed = 1; seed <= 500; seed++) {
    // Described alike, but for the inertia: the prefix cannot come from that alone.
    const trace = record(blobs({ clusters: 2, points: 4, seed }), { k: 2, seed });
    for (const theme of ["light", "dark"] as const) {
      const svg = filmToSvg(makeFilm(trace, { width: 160, height: 120 }), { theme });
      const ids = [...svg.matchAll(/ id="(.{7})[^"]*"/g)].map(([, prefix]) => prefix);
      assert(ids.length > 5);
      assert.equal(new Set(ids).size, 1);
      assert.match(ids[0], /^[a-z]/);
      prefixes.add(ids[0]);
    }
  }
  assert.equal(prefixes.size, 1000);
});

Deno.test("A title that the typeface lacks letters for is set in the reader's", () => {
  for (const title of ["聚类", "التجميع", "clusters 🎉"]) {
    const svg = filmToSvg(smallFilm(1, { title }));
    assert.match(svg, new RegExp(`<text [^>]*font-family="sans-serif"[^>]*>${title}</text>`));
  }
});

Deno.test("A transparent SVG is the same without the background", () => {
  const film = smallFilm(1);
  const [opaque, clear] = [false, true].map((transparent) => {
    const svg = filmToSvg(film, { transparent });
    return svg.replaceAll(/ id="(.{7})/.exec(svg)![1], "");
  });
  assert.equal(opaque.replace(/<path class="f-paper"[^>]*>\n/, ""), clear);
  assert.notEqual(opaque, clear);
});

Deno.test("What uses another element says so in the two ways of SVG 2 and of SVG 1.1", () => {
  const title = `href="#x" id="x" mask="url(#x)"`;
  for (const film of [smallFilm(1, { title }), crowdFilm(1)]) {
    const svg = filmToSvg(film);
    const ids = new Set([...svg.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id]) => id));
    const uses = [...svg.matchAll(/<use [^>]*>/g)];
    assert(uses.length > 20);
    for (const [use] of uses) {
      const id = / href="#([^"]*)"/.exec(use)?.[1] ?? "";
      assert(ids.has(id), use);
      assert(use.includes(` xlink:href="#${id}"`), use);
    }
    for (const [, id] of svg.matchAll(/<[^>]* mask="url\(#([^"]*)\)"/g)) assert(ids.has(id), id);
    for (const [image] of svg.matchAll(/<image [^>]*>/g)) assert.match(image, / xlink:href="data:/);
    if (film.title === title) assert(svg.includes(title.replaceAll('"', "&#34;")));
  }
});

Deno.test("No dot is a line without length, which Qt would not draw", () => {
  for (const style of ["glide", "classic"] as const) {
    assert.doesNotMatch(filmToSvg(smallFilm(1, { style })), /[Mm][-\d. ]+h0(?![.\d])/);
  }
});
