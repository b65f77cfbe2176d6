import assert from "node:assert/strict";
import { filmToSvg, lastScene, sceneToSvg, themes } from "../../mod.ts";
import { isInstalled, printed } from "../support/command.ts";
import { smallFilm } from "../support/films.ts";

const nasty = `<script>alert("1")</script> ]]> & 'x' \u0000\u0007 \ud800 …`;

Deno.test({
  name: "It is well-formed XML, whatever the title and the recipe",
  ignore: !(await isInstalled("xmllint")),
  fn: async () => {
    for (const style of ["glide", "classic"] as const) {
      const path = await Deno.makeTempFile({ suffix: ".svg" });
      const svg = filmToSvg(smallFilm(1, { style, title: nasty }), { recipe: { title: nasty } });
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
    assert.equal(url, "http://www.w3.org/2000/svg");
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

Deno.test("Every mark of the last picture is there without animation, and in the still", () => {
  const film = smallFilm(1);
  const still = filmToSvg(film, { theme: "light" }).replace(/[\s\S]*<g class="still"[^>]*>/, "");
  const shown = lastScene(film).marks.filter(({ opacity, width }) => opacity !== 0 && width !== 0);
  assert.equal((still.match(/<(path|use)/g) ?? []).length, shown.length);
  assert.match(sceneToSvg(lastScene(film), themes.light), /^<svg [^>]*>(<path [^>]*\/>)+<\/svg>$/);
});
