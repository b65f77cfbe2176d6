import assert from "node:assert/strict";
import type { BrowserContextOptions, Page } from "playwright-core";
import { parseTrace, toRows } from "../../mod.ts";
import { inPage, until } from "../support/chromium.ts";
import { inEmptyFolder, isInstalled, lloyd } from "../support/command.ts";
import { changed, downloaded, dropped, number, picture } from "../support/live_page.ts";
import { whileServing } from "../support/server.ts";

const ignore = !(await isInstalled("chromium"));
const small = "/?clusters=3&points=20&k=3";

function test(
  name: string,
  path: string,
  check: (page: Page, address: string) => Promise<void>,
  how: BrowserContextOptions = {},
) {
  Deno.test({
    name,
    ignore,
    fn: () =>
      whileServing((address) => inPage(address + path, (page) => check(page, address), how)),
  });
}

/** The parameters in the address, as the page itself has them now. */
const search = async (page: Page) =>
  new URLSearchParams(await page.evaluate<string>("location.search"));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The middle of a centroid, on the page. */
async function middle(page: Page, name: string): Promise<[number, number]> {
  const { x, y, width, height } = (await button(page, name).boundingBox())!;
  return [x + width / 2, y + height / 2];
}

test("The controls change the picture and the address", "/", async (page) => {
  await page.getByLabel("Shape").selectOption("moons");
  assert.equal(await page.getByLabel("k", { exact: true }).inputValue(), "2");
  assert.equal((await search(page)).toString(), "shape=moons");
  await page.locator("#picture title", { hasText: "k = 2" }).waitFor({ state: "attached" });
  await number(page, "k", "4");
  assert.equal((await search(page)).toString(), "shape=moons&k=4");
  assert.match(await page.getByLabel("To embed it").inputValue(), /kmeans\.svg\?shape=moons&k=4/);
  await button(page, "New centroids").click();
  assert.match((await search(page)).get("start-seed")!, /^\d+$/);
  await button(page, "New clusters").click();
  assert.equal((await search(page)).get("start-seed"), null);
  assert.match((await search(page)).get("seed")!, /^\d+$/);
  await page.locator("[name=init]").selectOption("kmeans++");
  await page.getByLabel("Style").selectOption("classic");
  assert.equal(await page.locator("#picture").getByText("i =").count(), 0);
  await page.getByLabel("Style").selectOption("glide");
  const before = await picture(page);
  await page.getByLabel("Cells").uncheck();
  await page.getByLabel("Trails").uncheck();
  await page.getByLabel("Size").selectOption("960x720");
  await page.getByLabel("Theme").selectOption("dark");
  assert.notEqual(await picture(page), before);
  assert.equal((await search(page)).get("no-cells"), "true");
  assert.equal((await search(page)).get("size"), "960x720");
});

test(
  "Step, play and scrub, by buttons and by keys, but not while something is typed",
  small,
  async (page) => {
    await button(page, "To the start").click();
    await button(page, "One beat forward").click();
    await button(page, "One beat forward").click();
    assert.equal(await page.locator("#beat").textContent(), "assign");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator("#beat").textContent(), "update");
    await page.getByLabel("k", { exact: true }).press("ArrowLeft");
    assert.equal(await page.locator("#beat").textContent(), "update");
    await page.getByRole("slider", { name: "Time" }).fill("0");
    assert.equal(await page.locator("#beat").textContent(), "start");
    await button(page, "Play").click();
    await until(page, "document.getElementById('time').value !== '0'");
  },
);

test(
  "A dragged centroid is followed at once, and the run goes on from there",
  "/",
  async (page) => {
    await page.keyboard.press("End");
    const [x, y] = await middle(page, "Centroid 2");
    const before = await picture(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y - 90, { steps: 6 });
    const during = await changed(page, before);
    await page.mouse.move(x + 200, y - 90, { steps: 3 });
    await changed(page, during);
    assert.equal((await search(page)).get("centroids"), null);
    await page.mouse.up();
    await page.locator("#player.plays").waitFor();
    const placed = (await search(page)).get("centroids")!.split("*").map((row) =>
      row.split("_").map(Number)
    );
    const trace = parseTrace(new TextDecoder().decode(await downloaded(page, "JSON")));
    assert.deepEqual(toRows(trace.steps[0].centroids), placed);
    await page.goBack();
    assert.equal((await search(page)).get("centroids"), null);
    await page.goForward();
    assert.equal((await search(page)).get("centroids")!.split("*").length, 12);
  },
);

test("A click adds a point, also to a run that was dragged", small, async (page) => {
  const stage = (await page.locator("#stage").boundingBox())!;
  await page.keyboard.press("End");
  await page.mouse.click(stage.x + 10, stage.y + 10);
  await page.mouse.click(stage.x + stage.width - 10, stage.y + 10);
  assert.equal((await search(page)).get("add")!.split("*").length, 2);
  const trace = parseTrace(new TextDecoder().decode(await downloaded(page, "JSON")));
  assert.equal(trace.points.rows, 62);
  await button(page, "New clusters").click();
  assert.equal((await search(page)).get("add"), null);
});

test(
  "A link shows the same picture, points and centroids put by hand included",
  small,
  async (page) => {
    const stage = (await page.locator("#stage").boundingBox())!;
    await page.keyboard.press("End");
    await page.mouse.click(stage.x + 100, stage.y + 100);
    await page.keyboard.press("End");
    await button(page, "Centroid 1").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByLabel("Theme").selectOption("dark");
    const shown = await downloaded(page, "SVG");
    const link = await page.evaluate<string>("location.href");
    await page.goto("about:blank");
    await page.goto(link);
    assert.deepEqual(await downloaded(page, "SVG"), shown);
    assert.equal(await page.evaluate("location.href"), link);
  },
);

test(
  "The picture is that of the server, to the byte",
  `${small}&theme=dark`,
  async (page, address) => {
    const response = await fetch(`${address}/kmeans.svg?clusters=3&points=20&k=3&theme=dark`);
    const own = new TextDecoder().decode(await downloaded(page, "SVG"));
    assert.equal(own, await response.text());
  },
);

test(
  "Every format is downloaded, of a plain run and of one that was dragged",
  small,
  async (page) => {
    for (const isDragged of [false, true]) {
      if (isDragged) {
        await button(page, "Centroid 1").focus();
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
        await page.waitForURL(/centroids=/);
      }
      for (
        const [name, begins] of [
          ["GIF", "GIF89a"],
          ["SVG", "<svg"],
          ["MP4", "\0\0\0"],
          ["HTML", "<!doctype html>"],
          ["PNG", "\x89PNG"],
          ["JSON", "{"],
          ["CSV", "x,y,cluster\n"],
        ]
      ) {
        const text = new TextDecoder("latin1").decode(await downloaded(page, name));
        assert(text.startsWith(begins.replace("\x89", "‰")), `${name}: ${text.slice(0, 20)}`);
      }
    }
  },
);

test("What takes long can be stopped", "/?clusters=20&points=900&k=60", async (page) => {
  await button(page, "MP4").click();
  await page.getByText("Making the MP4").waitFor();
  await button(page, "Stop").click();
  await page.getByText("Making the MP4").waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("alert").textContent(), "");
});

const IRIS = await Deno.readTextFile(new URL("../../fixtures/data/iris.csv", import.meta.url));

test("A table is dropped, and its rows come back with their clusters", "/", async (page) => {
  await dropped(page, "iris.csv", IRIS);
  await page.getByText("150 points of iris.csv").waitFor();
  await page.getByRole("status").filter({ hasText: "left out: Species (text)" }).waitFor();
  const csv = new TextDecoder().decode(await downloaded(page, "CSV"));
  assert.match(
    csv,
    /^"Sepal\.Length","Sepal\.Width","Petal\.Length","Petal\.Width","Species",cluster\n5\.1,/,
  );
  await page.keyboard.press("End");
  const [x, y] = await middle(page, "Centroid 1");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 40, { steps: 4 });
  await page.mouse.up();
  assert.match((await search(page)).get("centroids")!, /^[-\d._*]+$/);
  assert.equal((await search(page)).get("data")!.split("*").length, 150);
  const shown = await downloaded(page, "JSON");
  await page.reload();
  const again = await downloaded(page, "JSON");
  const steps = (json: Uint8Array) => JSON.parse(new TextDecoder().decode(json)).steps;
  assert.deepEqual(steps(again), steps(shown));
  await page.getByLabel("Standardize").check();
  assert.equal((await search(page)).get("standardize"), "true");
  await inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/iris.csv`, IRIS);
    const said = ["iris.csv", "--k", "3", "--seed", "1", "--standardize", "--out", "run.json"];
    await lloyd(folder, ["-R=.", "-W=."], said);
    const wanted = JSON.parse(await Deno.readTextFile(`${folder}/run.json`));
    const own = JSON.parse(new TextDecoder().decode(await downloaded(page, "JSON")));
    for (const name of ["points", "steps", "projection", "features"]) {
      assert.deepEqual(own[name], wanted[name]);
    }
  });
  await button(page, "Generated points").click();
  assert.equal(await page.getByLabel("Shape").isVisible(), true);
});

test(
  "A table is pasted, typed or chosen; letters that the page lacks are loaded",
  "/",
  async (page) => {
    await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "δ,высота\\n1,2\\n2,1\\n9,8\\n8,9\\n");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }`);
    await page.getByText("4 points of what was pasted").waitFor();
    await until(page, "document.querySelectorAll('#picture text').length === 0");
    await page.getByText("Your own data").click();
    await page.getByLabel("Or paste a table").fill("a;b\n1;2\n3;4\n5;5\n9;1\n");
    await button(page, "Use this table").click();
    await page.getByText("4 points of the table").waitFor();
    const file = new URL("../../fixtures/data/faithful.csv", import.meta.url).pathname;
    await page.locator("#file").setInputFiles(file);
    await page.getByText("272 points of faithful.csv").waitFor();
    // Few points have few clusters, and what comes after them again as many as before.
    await page.getByLabel("Or paste a table").fill("a;b\n1;2\n");
    await button(page, "Use this table").click();
    await page.getByText("1 point of the table").waitFor();
    assert.equal(await page.getByLabel("k", { exact: true }).inputValue(), "1");
    await page.locator("#file").setInputFiles(file);
    await page.getByText("272 points of faithful.csv").waitFor();
    assert.equal(await page.getByLabel("k", { exact: true }).inputValue(), "3");
  },
);

test("What is no table is told in a line, and what was shown stays", small, async (page) => {
  const before = await page.evaluate("location.href");
  for (
    const [name, text, says] of [
      ["names.csv", "who,where\nann,Rome\nbob,Oslo\n", "names.csv: no column holds numbers"],
      ["ragged.csv", "x,y\n1,2\n3,4,5\n6,7\n", "ragged.csv, row 2: "],
      ["empty.csv", "", "empty.csv: it is empty"],
      ["what.parquet", "PAR1", "what.parquet: it is Parquet"],
      ["broken.json", "{", "broken.json"],
    ]
  ) {
    await dropped(page, name, text);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    assert.equal(await page.evaluate("location.href"), before);
  }
  await number(page, "k", "2");
  assert.equal(await page.getByRole("alert").textContent(), "");
});

test("Points too many for a link are left out of it, and the page says so", "/", async (page) => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i % 71},${(i * 7) % 97}.25`);
  await dropped(page, "many.csv", `x,y\n${rows.join("\n")}\n`);
  await page.getByText("Your points are too many for a link").waitFor();
  assert.equal((await search(page)).get("data"), null);
  const gif = await downloaded(page, "GIF");
  assert.equal(new TextDecoder().decode(gif.subarray(0, 6)), "GIF89a");
});

test("What is out of range is told on the page, which goes on", "/", async (page) => {
  for (const [name, value, says] of [["Seed", "-3", "seed '-3'"], ["k", "101", "k '101'"]]) {
    await number(page, name, value);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await number(page, name, "5");
    assert.equal(await page.getByRole("alert").textContent(), "");
  }
});

for (
  const [link, says] of [
    ["/?k=0", "k '0'"],
    ["/?shape=square", "shape 'square'"],
    ["/?centroids=1_2", "1 centroids of 2 features"],
    ["/?centroids=1_x", "'x' is no number"],
    ["/?add=1_2_3", "3 features"],
    ["/?data=1_2&features=a&k=1", "1 names for 2 features"],
    ["/?k=3&clusters=1&points=2", "2 distinct points"],
    ["/?size=%3Cscript%3E", "size '<script>'"],
  ]
) {
  test(`A link that cannot be is told, and the page goes on: ${link}`, link, async (page) => {
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await number(page, "k", "4");
    assert.equal(await page.getByRole("alert").textContent(), "");
  });
}

test(
  "With the keyboard alone centroids are moved, points added, all is reached",
  small,
  async (page) => {
    await page.keyboard.press("End");
    const names: string[] = [];
    const focused = () =>
      page.evaluate<string>(`{
      const { activeElement: at } = document;
      at === document.body ? "" : at.ariaLabel ?? at.labels?.[0]?.textContent.trim() ?? at.textContent;
    }`);
    for (;;) {
      await page.keyboard.press("Tab");
      const name = await focused();
      if (!name) break;
      names.push(name.trim());
      const outline = await page.evaluate<string>(
        "getComputedStyle(document.activeElement.closest('.button') ?? document.activeElement).outlineStyle",
      );
      assert.notEqual(outline, "none", `${name} shows no focus`);
      if (name === "Centroid 2") {
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Escape");
        assert.equal((await search(page)).get("centroids"), null);
        await page.keyboard.press("Shift+ArrowUp");
        await page.keyboard.press("Enter");
        assert.equal((await search(page)).get("centroids")!.split("*").length, 3);
        assert.equal(await focused(), "Centroid 2");
      }
      if (name.startsWith("New point")) {
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.press("Enter");
        assert.equal((await search(page)).get("add")!.split("*").length, 1);
      }
    }
    for (
      const name of [
        ...["Centroid 3", "Time", "One beat forward", "k", "Seed", "New clusters", "New centroids"],
        ...["Cells", "Your own data", "GIF", "CSV", "Copy the link", "Links for embedding"],
      ]
    ) {
      assert(names.some((own) => own.startsWith(name)), `${name} is not among ${names}`);
    }
  },
);

test("On a phone nothing is wider than the page, and a tap adds a point", "/", async (page) => {
  await page.getByText("Links for embedding").click();
  await page.getByText("Your own data").click();
  const [scroll, client] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  assert(scroll <= client, `${scroll} > ${client}`);
  await page.evaluate("scrollTo(0, 0)");
  const stage = (await page.locator("#stage").boundingBox())!;
  await page.touchscreen.tap(stage.x + 15, stage.y + 15);
  await page.waitForURL(/add=/);
}, { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true, colorScheme: "dark" });

test("A finger drags a centroid, and the page stays where it is", small, async (page) => {
  await button(page, "To the end").click();
  await page.evaluate("scrollTo(0, 40)");
  const [x, y] = await middle(page, "Centroid 1");
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: object[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: touchPoints as never });
  await touch("touchStart", [{ x, y }]);
  for (let i = 1; i <= 5; i++) await touch("touchMove", [{ x: x + 8 * i, y: y + 12 * i }]);
  await touch("touchEnd", []);
  await until(page, "location.search.includes('centroids=')");
  assert.equal(await page.evaluate("scrollY"), 40);
}, { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true });

for (
  const [scheme, paper] of [["light", "rgb(255, 255, 255)"], ["dark", "rgb(13, 17, 23)"]] as const
) {
  test(
    `The page and its picture are ${scheme} for readers who prefer that`,
    small,
    async (page) => {
      const of = (selector: string, property: string) =>
        page.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);
      assert.equal(await of("body", "backgroundColor"), paper);
      assert.equal(await of("#picture svg > path", "fill"), paper);
    },
    { colorScheme: scheme },
  );
}

test("The last picture stands still for readers who prefer that", small, async (page) => {
  assert.equal(await page.locator("#player.plays").count(), 0);
  assert.equal(await page.locator("#beat").textContent(), "end");
}, { reducedMotion: "reduce" });
