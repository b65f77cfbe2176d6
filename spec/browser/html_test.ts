import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { decode } from "npm:fast-png@8.0.0";
import { blobs, type Film, filmToHtml, makeFilm, readRecipe, record, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { openedInChromium, until } from "../support/chromium.ts";
import { isInstalled } from "../support/command.ts";
import { crowdFilm, smallFilm } from "../support/films.ts";
import { similarity } from "../support/similarity.ts";

const ignore = !(await isInstalled("chromium"));

const trace = record(blobs({ clusters: 4, points: 30, seed: 5 }), { k: 4, seed: 5 });
const film = makeFilm(trace, { width: 480, height: 360, title: "</script><b>&" });
const last = film.beats[film.beats.length - 1].iteration;
const html = await filmToHtml(film, { recipe: { k: 4, title: "</script>" } });

function test(name: string, check: (page: Page) => Promise<void>, how = {}) {
  Deno.test({ name, ignore, fn: () => openedInChromium(html, check, how) });
}

const text = (page: Page, id: string) => page.locator(`#${id}`).textContent();
const timeOf = (page: Page) =>
  page.evaluate<number>("document.querySelector('#picture svg').getCurrentTime() * 1000");

test("The page plays by itself, from a file, and asks for nothing else", async (page) => {
  const before = await timeOf(page);
  await until(page, `document.querySelector("#picture svg").getCurrentTime() * 1000 > ${before}`);
  assert.equal(await page.title(), film.title);
  assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 1);
});

test("Space, arrows, Home and End pause, step by beats and go to either end", async (page) => {
  await page.keyboard.press("Space");
  assert.equal(await page.getByRole("button", { name: "Play", exact: true }).count(), 1);
  await page.keyboard.press("Home");
  assert.equal(await timeOf(page), 0);
  assert.equal(await text(page, "beat"), "start");
  for (const { kind, iteration, end } of film.beats.slice(0, 5)) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await text(page, "beat"), kind);
    assert.equal(await text(page, "iteration"), String(iteration));
    assert.equal(Math.round(await timeOf(page)), end - 10);
  }
  await page.keyboard.press("ArrowLeft");
  assert.equal(Math.round(await timeOf(page)), film.beats[3].end - 10);
  await page.keyboard.press("End");
  assert.equal(await text(page, "iteration"), String(last));
  assert.equal(
    Number(await text(page, "inertia")),
    Number(trace.steps[last].inertia.toPrecision(5)),
  );
});

test("Buttons do the same, and the figures are those of the step", async (page) => {
  await page.getByRole("button", { name: "To the start" }).click();
  const button = page.getByRole("button", { name: "One beat forward" });
  for (let i = 0; i < 3; i++) await button.click();
  assert.equal(await text(page, "iteration"), "1");
  assert.equal(await text(page, "beat"), "update");
  assert.equal(Number(await text(page, "inertia")), Number(trace.steps[1].inertia.toPrecision(5)));
  const [before, after] = trace.steps;
  const changed = after.labels.filter((label, i) => label !== before.labels[i]).length;
  assert.equal(await text(page, "changed"), String(changed));
  assert.match((await text(page, "status"))!, /^iteration 1, update, inertia /);
  await page.getByRole("button", { name: "One beat back" }).click();
  assert.equal(await text(page, "beat"), "assign");
  // Points take new colours first: until the centroids move the inertia is that of before.
  assert.equal(Number(await text(page, "inertia")), Number(before.inertia.toPrecision(5)));
  await page.getByRole("button", { name: "To the end" }).click();
  assert.equal(await text(page, "beat"), "end");
});

Deno.test({
  name: "A beat of a kind that the player does not know is called by its kind",
  ignore,
  fn: async () => {
    const [first, ...others] = film.beats;
    const told = { ...film, beats: [{ ...first, kind: "prologue" }, ...others] } as unknown as Film;
    await openedInChromium(await filmToHtml(told), async (page) => {
      await page.keyboard.press("Home");
      assert.equal(await text(page, "beat"), "prologue");
    });
  },
});

test("The slider goes to any time, and has a mark for each iteration", async (page) => {
  await page.getByRole("slider", { name: "Time" }).fill("2000");
  assert.equal(Math.round(await timeOf(page)), 2000);
  const marks = await page.locator("#marks path").getAttribute("d");
  assert.equal(marks!.split("M").length - 1, last + 1);
  const told = await page.getByRole("slider", { name: "Time" }).getAttribute("aria-valuetext");
  assert.match(told!, /^iteration \d+, \w+, inertia [\d.e+-]+, 2\.0 seconds$/);
});

test("Without the loop it stops at the end, at four times the speed", async (page) => {
  await page.getByRole("button", { name: "Loop" }).click();
  await page.getByLabel("Speed").selectOption("4");
  await page.getByRole("slider", { name: "Time" }).fill(String(film.duration - 800));
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForSelector("#player:not(.plays)");
  assert.equal(Math.round(await timeOf(page)), film.duration - 1);

  // From there play begins again, here so slowly that it is still at the beginning two frames later.
  await page.getByLabel("Speed").selectOption("0.25");
  const begun = await page.evaluate(`new Promise((resolve) => {
    document.querySelector("#play").click();
    const svg = document.querySelector("#picture svg");
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(svg.getCurrentTime() * 1000)));
  })`) as number;
  assert(begun < film.duration / 2, `${begun}`);
});

test("The last picture stands still for readers who prefer that, until they step", async (page) => {
  const shown = () => page.evaluate("getComputedStyle(document.querySelector('.film')).display");
  assert.equal(await shown(), "none");
  assert.equal(await page.locator("#player.plays").count(), 0);
  await page.keyboard.press("Home");
  assert.equal(await shown(), "inline");
}, { reducedMotion: "reduce" });

test("Every control can be reached by the keyboard and has a name", async (page) => {
  const names: string[] = [];
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press("Tab");
    names.push(
      await page.evaluate<string>(
        "document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? ''",
      ),
    );
  }
  assert(names.every(Boolean), names.join());
  assert.equal(new Set(names).size, 9);
});

test("On a phone nothing is wider than the page", async (page) => {
  const { scroll, client } = await page.evaluate<{ scroll: number; client: number }>(
    "({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })",
  );
  assert(scroll <= client, `${scroll} > ${client}`);
}, { viewport: { width: 360, height: 640 } });

test("The page is as dark as its reader", async (page) => {
  assert.equal(
    await page.evaluate("getComputedStyle(document.body).backgroundColor"),
    "rgb(13, 17, 23)",
  );
}, { colorScheme: "dark" });

Deno.test("The recipe of a page can be read again, whatever it holds", () => {
  assert.deepEqual(readRecipe(new TextEncoder().encode(html)), { k: 4, title: "</script>" });
});

for (
  const [points, make, style, theme] of [
    ["points", smallFilm, "glide", "light"],
    ["points", smallFilm, "glide", "dark"],
    ["points", smallFilm, "classic", "classic"],
    ["a cloud", crowdFilm, "glide", "dark"],
  ] as const
) {
  Deno.test({
    name: `The page shows what the frames show at the same time: ${points}, ${style}, ${theme}`,
    ignore,
    fn: async () => {
      const film = make(2, { style });
      const { width, height, duration } = film;
      const how = { viewport: { width: width + 24, height: height + 400 } };
      await startResvg();
      await openedInChromium(await filmToHtml(film, { theme }), async (page) => {
        const svg = page.locator("#picture svg");
        for (const share of [0, 0.1, 0.35, 0.6, 0.999]) {
          const time = Math.round(share * duration / 10) * 10;
          await page.getByRole("slider", { name: "Time" }).fill(String(time));
          const painter = new Painter(width, height, themes[theme]);
          painter.paint(sceneAt(film, Math.min(time, duration - 1)));
          const wanted = new Uint8Array(painter.pixels.buffer);
          const { data } = decode(await svg.screenshot());
          const seen = new Uint8Array(width * height * 4).map((_, i) =>
            i % 4 === 3 ? 255 : data[(i >> 2) * 3 + i % 4]
          );
          const alike = similarity(seen, wanted, width, height);
          assert(alike >= 0.97, `${alike} at ${time} ms`);
        }
      }, how);
    },
  });
}
