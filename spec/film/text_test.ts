import assert from "node:assert/strict";
import {
  capHeight,
  fitText,
  letterPath,
  missingLetters,
  Text,
  textOutline,
  TextReel,
  textWidth,
} from "../../src/film/scene/text.ts";
import { addGlyphs, EM, glyphOf, hasGlyph } from "../../src/film/scene/typeface.ts";
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};

/** The places that path data leads to, end by end; those of control points are left out. */
function endsOf(path: string): number[][] {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const ends: number[][] = [];
  for (const [, command, list] of path.matchAll(/([Mhvlqtz])([^Mhvlqtz]*)/g)) {
    const numbers = (list.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number);
    if (command === "z") {
      [x, y] = [startX, startY];
      continue;
    }
    const stride = command === "q" ? 4 : "hv".includes(command) ? 1 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const end = numbers.slice(i, i + stride).slice(-2);
      if (command === "M") [startX, startY] = [x, y] = [end[0], end[1]];
      else if (command === "h") x += end[0];
      else if (command === "v") y += end[0];
      else [x, y] = [x + end[0], y + end[1]];
      ends.push([x, y]);
    }
  }
  return ends;
}

Deno.test("Outlines of letters are those of the typeface to half a tenth of a pixel, all along", () => {
  for (const character of "KSg8&@") {
    const size = 17;
    const scaled = endsOf(letterPath(character, size));
    const exact = endsOf(glyphOf(character).path).map(([x, y]) => [x * size / EM, -y * size / EM]);
    assert.equal(scaled.length, exact.length);
    scaled.forEach(([x, y], i) => {
      const error = Math.max(Math.abs(x - exact[i][0]), Math.abs(y - exact[i][1]));
      assert(error <= 0.051, `${character}: ${error}`);
    });
  }
});

Deno.test("A text is as wide as its letters together, and blanks count", () => {
  assert.equal(textWidth("ab", 10), textWidth("a", 10) + textWidth("b", 10));
  assert(textWidth("a b", 10) > textWidth("ab", 10));
  assert.equal(textWidth("ab", 20), 2 * textWidth("ab", 10));
  assert.equal(new Text("a b", 0, 0, 10).width, textWidth("a b", 10));
  assert.deepEqual(new Text("a b", 0, 0, 10).letters.map(({ character }) => character), ["a", "b"]);
});

Deno.test("Capitals are 0.71 of the size high", () => {
  assert(Math.abs(capHeight(100) - 71.4) < 0.1);
  const ys = endsOf(letterPath("H", 100)).map(([, y]) => y);
  assert(Math.abs(Math.min(...ys) + capHeight(100)) < 0.1);
});

Deno.test("A text begins, ends or has its middle at its place", () => {
  const width = textWidth("text", 10);
  const lefts = (["start", "middle", "end"] as const).map((anchor) =>
    textOutline("text", 100, 50, 10, anchor).left
  );
  assert.deepEqual(lefts, [100, 100 - width / 2, 100 - width]);
  assert.equal(textOutline("text", 100, 50, 10).left, 100);
});

Deno.test("The box of a text holds its outline", () => {
  const [left, top, right, bottom] = new Text("ÄgKjQ|", 7, 90, 40).box();
  for (const [x, y] of endsOf(new Text("ÄgKjQ|", 7, 90, 40).path())) {
    assert(x >= left && x <= right && y >= top && y <= bottom, `${x}, ${y}`);
  }
});

Deno.test("A text that fits stays as it is, one that is too long ends with an ellipsis and fits", () => {
  assert.equal(fitText("short", 10, 1000), "short");
  const text = "a long text of several words";
  for (let width = 20; width < textWidth(text, 10); width += 5) {
    const cut = fitText(text, 10, width);
    assert(textWidth(cut, 10) <= width, cut);
    assert.match(cut, /^\S(.*\S)?…$|^…$/);
    assert(text.startsWith(cut.slice(0, -1)));
    const more = text.slice(0, cut.length).trimEnd() + "…";
    assert(textWidth(more, 10) > width || more === cut, `${more} fits too`);
  }
  assert.equal(fitText(text, 10, 1), "");
});

Deno.test("Of a text of any length no more than 500 characters are looked at", () => {
  const cut = fitText("i".repeat(1_000_000), 0.001, 1);
  assert.equal(cut.length, 500);
  assert(fitText("i".repeat(400), 10, 500).length > 100);
});

Deno.test("The texts of a reel stand a drop below each other", () => {
  const { rows } = new TextReel(["a", "b", "c"], 10, 500);
  assert.deepEqual(rows.map(({ content, left, baseline }) => [content, left, baseline]), [
    ["a", 0, 0],
    ["b", 0, 500],
    ["c", 0, 1000],
  ]);
});

Deno.test("A character that the typeface does not have is an empty rectangle, and is told of once", () => {
  assert(hasGlyph("é") && hasGlyph("&") && hasGlyph("−"));
  assert(!hasGlyph("漢") && !hasGlyph("😀"));
  assert(textWidth("漢", 10) > 5);
  assert.equal(endsOf(letterPath("漢", 10)).length, 8);
  const marks = [new Text("a漢é漢", 0, 0, 10), new TextReel(["b", "字"], 10, 100)].map((
    geometry,
  ) => ({
    geometry,
  }));
  assert.deepEqual(missingLetters(marks), ["漢", "字"]);
});

Deno.test("A typeface that is given later replaces the one before, glyph by glyph", () => {
  const other = openSans.replace(/(<glyph unicode="b"[^>]*horiz-adv-x=)"\d+"/, '$1"4096"');
  assert(other !== openSans);
  try {
    assert(textWidth("b", 10) < 10);
    assert.equal(addGlyphs(other), true);
    assert.equal(textWidth("b", 10), 20);
    assert.equal(addGlyphs(other), false);
  } finally {
    addGlyphs(openSans);
  }
});

Deno.test("A letter whose width the typeface does not say has its usual one", () => {
  assert(!/<glyph unicode="a"[^>]*horiz-adv-x/.test(openSans));
  assert.equal(textWidth("a", EM), 1139);
});
