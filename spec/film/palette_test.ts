import assert from "node:assert/strict";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from "culori";
import { themes } from "../../mod.ts";
import { classicColors, clusterColors, UNASSIGNED } from "../../src/film/colors/palette.ts";

type Vision = (color: string) => unknown;

const normal: Vision = (color) => color;
const visions: Record<string, Vision> = {
  "normal vision": normal,
  "protanopia": filterDeficiencyProt(1),
  "deuteranopia": filterDeficiencyDeuter(1),
  "tritanopia": filterDeficiencyTrit(1),
};

/** The least CIEDE2000 between any two of some colours. */
function closest(colors: readonly string[], vision = normal): number {
  const distance = differenceCiede2000();
  const seen = colors.map(vision);
  return Math.min(...seen.flatMap((a, i) => seen.slice(0, i).map((b) => distance(a, b))));
}

for (const [name, vision] of Object.entries(visions)) {
  Deno.test(`any two of the first 8 colours are 10.5 apart in ${name}`, () => {
    assert(closest(clusterColors(8), vision) >= 10.5);
  });

  Deno.test(`any two of the first 12 colours are 6.8 apart in ${name}`, () => {
    assert(closest(clusterColors(12), vision) >= 6.8);
  });
}

const bounds = [[3, 43], [5, 25], [8, 17.5], [12, 14.5], [20, 13.3], [30, 5], [50, 4.2], [
  100,
  3.5,
]];
for (const [k, bound] of bounds) {
  Deno.test(`any two of the first ${k} colours are ${bound} apart in normal vision`, () => {
    assert(closest(clusterColors(k)) >= bound);
  });
}

Deno.test("colours that follow one another are 20 apart, up to the twentieth", () => {
  const colors = clusterColors(20);
  colors.slice(1).forEach((color, i) => assert(closest([colors[i], color]) >= 20));
});

for (const background of ["#ffffff", "#fbfbfa", "#0d1117"]) {
  Deno.test(`every colour, and the unassigned grey, has a contrast of 3:1 on ${background}`, () => {
    for (const color of [UNASSIGNED, ...clusterColors(1000)]) {
      assert(wcagContrast(color, background) >= 3, color);
    }
  });
}

Deno.test("the unassigned grey is 16 apart from any of the first 20 colours", () => {
  for (const color of clusterColors(20)) assert(closest([color, UNASSIGNED]) >= 16, color);
});

Deno.test("no colour comes twice, and every colour is #rrggbb", () => {
  const colors = clusterColors(10_000);
  assert.equal(new Set(colors).size, 10_000);
  for (const color of colors) assert.match(color, /^#[0-9a-f]{6}$/);
});

Deno.test("no colour is a grey", () => {
  for (const color of clusterColors(1000)) {
    const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    assert(Math.max(...channels) - Math.min(...channels) >= 56, color);
  }
});

Deno.test("fewer clusters have the first colours of more", () => {
  const colors = clusterColors(150);
  for (let k = 0; k <= colors.length; k++) assert.deepEqual(clusterColors(k), colors.slice(0, k));
});

Deno.test("the classic colours go round the hue circle", () => {
  assert.deepEqual(classicColors(0), []);
  assert.deepEqual(classicColors(1), ["#cc2929"]);
  assert.deepEqual(classicColors(2), ["#cc2929", "#29cccc"]);
  assert.deepEqual(
    classicColors(6),
    ["#cc2929", "#cccc29", "#29cc29", "#29cccc", "#2929cc", "#cc29cc"],
  );
  assert.deepEqual(classicColors(12).slice(1, 3), ["#cc7a29", "#cccc29"]);
});

Deno.test("the classic colours are rounded half up", () => {
  // Hue 19/64 is 25/32 of the way from yellow to green, so that red is 204 − 163.2 · 25/32 = 76.5.
  assert.equal(classicColors(64)[19], "#4dcc29");
});

for (const [name, theme] of Object.entries(themes)) {
  Deno.test(`in the theme ${name} text has a contrast of 4.5:1, every other mark of 3:1`, () => {
    for (const text of [theme.ink, theme.soft]) {
      assert(wcagContrast(text, theme.paper) >= 4.5, text);
    }
    assert(wcagContrast(theme.faint, theme.paper) >= 3, theme.faint);
  });
}
