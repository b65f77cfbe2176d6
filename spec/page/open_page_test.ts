import assert from "node:assert/strict";
import { parseTrace } from "../../mod.ts";
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};
import { addGlyphs } from "../../src/film/scene/typeface.ts";
import { MemoryPage } from "../support/memory_page.ts";

const small = "?clusters=3&points=20&k=3";

const bytes = (text: string) => new File([text], "points.csv");

/** Drops a table on the page. */
function drop(page: MemoryPage, text: string, name = "points.csv"): void {
  const dataTransfer = { types: ["Files"], files: [new File([text], name)] };
  page.does(page.window.document.body, "drop", { dataTransfer });
}

Deno.test("The page shows what its address says", async () => {
  await using page = await MemoryPage.opened(`${small}&theme=dark&no-cells&size=960x720`);
  assert.equal(page.field("k").value, "3");
  assert.equal(page.field("theme").value, "dark");
  assert.equal(page.field("cells").checked, false);
  assert.equal(page.field("trails").checked, true);
  assert.equal(page.part("handles").children.length, 3);
  assert.match(page.part("picture").innerHTML, /^<svg[^>]* width="960" height="720"/);
  assert.doesNotMatch(page.part("picture").innerHTML, /<style>/);
  assert.equal(page.part("player").style.getPropertyValue("--ratio"), String(960 / 720));
  assert.equal(page.problem, "");
  assert.equal(page.window.history.length, 1);
});

Deno.test("A link that cannot be shown is told, and the page goes on with its defaults", async () => {
  await using page = await MemoryPage.opened("?k=0");
  assert.match(page.problem, /^k '0' cannot be/);
  assert.equal(page.note, "");
  assert.equal(page.field("k").value, "12");
  page.choose("k", "4");
  assert.equal(page.problem, "");
  assert.equal(String(page.parameters), "k=4");
});

Deno.test("What is chosen is shown and stands in the address", async () => {
  await using page = await MemoryPage.opened();
  page.choose("shape", "moons");
  assert.equal(page.field("k").value, "2");
  assert.equal(String(page.parameters), "shape=moons");
  page.choose("k", "4");
  assert.match(
    page.part("embed").value,
    /^!\[K-means\]\(https:\/\/page\.invalid\/kmeans\.svg\?shape=moons&k=4\)$/,
  );
  page.does(page.part("new-centroids"), "click");
  const start = page.parameters.get("start-seed");
  assert.match(start!, /^\d+$/);
  page.does(page.part("new-clusters"), "click");
  assert.equal(page.parameters.get("start-seed"), null);
  assert.match(page.parameters.get("seed")!, /^\d+$/);
  page.choose("trails", false);
  assert.equal(page.parameters.get("no-trails"), "true");
});

Deno.test("A seed that is typed gives a start of its own too", async () => {
  await using page = await MemoryPage.opened(`${small}&seed=4&start-seed=9`);
  page.choose("seed", "5");
  assert.deepEqual([page.parameters.get("seed"), page.parameters.get("start-seed")], ["5", null]);
});

Deno.test("What cannot be chosen is told, and what was shown stays", async () => {
  await using page = await MemoryPage.opened(small);
  const before = page.part("picture").innerHTML;
  page.choose("k", "101");
  assert.match(page.problem, /^k '101' cannot be: expected a whole number from 1 to 100/);
  assert.equal(page.part("picture").innerHTML, before);
  assert.equal(page.parameters.get("k"), "3");
});

Deno.test("A size that is not on the list is offered by the link that has it", async () => {
  await using page = await MemoryPage.opened(`${small}&size=320x200`);
  assert.equal(page.field("size").value, "320x200");
  assert.equal(page.parameters.get("size"), "320x200");
});

Deno.test("Another look goes on at the same moment; another style, or run, begins anew", async () => {
  await using page = await MemoryPage.opened(small);
  page.press(page.window.document.body, "Home");
  for (let i = 0; i < 3; i++) page.press(page.window.document.body, "ArrowRight");
  const [time, clock] = [page.part("time").value, page.part("clock").textContent];
  assert.notEqual(time, "0");
  for (const [name, value] of [["theme", "dark"], ["cells", false], ["size", "480x360"]] as const) {
    page.choose(name, value);
    assert.equal(page.part("clock").textContent, clock, name);
    assert.equal(page.part("player").classList.contains("plays"), false);
  }
  page.choose("style", "classic");
  assert.equal(page.part("player").classList.contains("plays"), true);
  assert.equal(page.parameters.get("style"), "classic");
});

Deno.test("Going back undoes a change, and forward does it again", async () => {
  await using page = await MemoryPage.opened(small);
  const first = page.window.history.state;
  page.choose("k", "4");
  const second = page.window.history.state;
  assert.notEqual(second, first);
  page.comesBackTo(first, small);
  assert.equal(page.field("k").value, "3");
  assert.equal(page.window.history.state, first);
  page.comesBackTo(second);
  assert.equal(page.field("k").value, "4");
  // What an earlier visit has shown stands in the address alone.
  page.comesBackTo("other", "?k=7");
  assert.equal(page.field("k").value, "7");
});

Deno.test("A click adds a point there, and the run goes on from the centroids that are seen", async () => {
  await using page = await MemoryPage.opened(small);
  assert(page.part("stage").classList.contains("can-add"));
  page.press(page.window.document.body, "End");
  page.does(page.part("stage"), "click", { clientX: 10 + 160, clientY: 20 + 120 });
  const [added] = page.parameters.get("add")!.split("*").map((row) => row.split("_").map(Number));
  assert.equal(page.parameters.get("add")!.split("*").length, 1);
  assert.equal(page.parameters.get("centroids")!.split("*").length, 3);
  page.frame();
  assert(page.part("player").classList.contains("plays"), "the run is shown");
  assert.notEqual(page.part("beat").textContent, "start", "its start was seen");
  page.does(page.part("stage"), "click", { clientX: 10 + 160, clientY: 20 + 60 });
  const [first, second] = page.parameters.get("add")!.split("*").map((row) => row.split("_"));
  assert.deepEqual(first.map(Number), added);
  assert(Math.abs(Number(second[0]) - added[0]) < 1e-9 && Number(second[1]) > added[1]);
  assert.equal(page.part("embed").closest("label").hidden, true);
  // The points added go with the points that they were added to.
  page.choose("theme", "dark");
  assert.notEqual(page.parameters.get("add"), null);
  assert.notEqual(page.parameters.get("centroids"), null);
  page.choose("k", "4");
  assert.notEqual(page.parameters.get("add"), null);
  assert.equal(page.parameters.get("centroids"), null);
  page.choose("seed", "8");
  assert.equal(page.parameters.get("add"), null);
  assert.equal(page.part("embed").closest("label").hidden, false);
});

Deno.test("The crosshair aims with the arrow keys, within the picture, and adds a point there", async () => {
  await using page = await MemoryPage.opened(small);
  const crosshair = page.part("crosshair");
  page.press(page.window.document.body, "Home");
  assert.equal(page.press(crosshair, "ArrowRight"), false, "the key is taken");
  assert.equal(page.part("clock").textContent.split(" ")[0], "0.0", "the film does not step");
  assert.deepEqual([crosshair.style.left, crosshair.style.top], ["52%", "50%"]);
  page.press(crosshair, "ArrowUp", { shiftKey: true });
  assert.deepEqual([crosshair.style.left, crosshair.style.top], ["52%", "40%"]);
  page.press(crosshair, "ArrowLeft", { ctrlKey: true });
  assert.equal(crosshair.style.left, "52%");
  for (let i = 0; i < 12; i++) page.press(crosshair, "ArrowDown", { shiftKey: true });
  for (let i = 0; i < 12; i++) page.press(crosshair, "ArrowRight", { shiftKey: true });
  assert.deepEqual([crosshair.style.left, crosshair.style.top], ["100%", "100%"]);
  for (let i = 0; i < 12; i++) page.press(crosshair, "ArrowUp", { shiftKey: true });
  for (let i = 0; i < 12; i++) page.press(crosshair, "ArrowLeft", { shiftKey: true });
  assert.deepEqual([crosshair.style.left, crosshair.style.top], ["0%", "0%"]);
  page.does(crosshair, "click", { clientX: 300, clientY: 200 });
  assert.equal(page.parameters.get("add")!.split("*").length, 1, "one click, one point");
});

Deno.test("A click on a centroid adds a point where that is", async () => {
  await using page = await MemoryPage.opened(small);
  page.press(page.window.document.body, "End");
  await page.until(() => !page.places[0].startsWith("translate(0px, 0px)"));
  const [x, y] = page.places[0].match(/[-\d.]+/g)!.map(Number);
  page.does(page.part("stage"), "click", { clientX: 10 + x, clientY: 20 + y });
  const [point, centroid] = ["add", "centroids"].map((name) =>
    page.parameters.get(name)!.split("*")[0].split("_").map(Number)
  );
  assert(
    Math.hypot(point[0] - centroid[0], point[1] - centroid[1]) < 0.02,
    `${point}, ${centroid}`,
  );
});

Deno.test("The middle of the picture is the same by a click and by the crosshair", async () => {
  const added: (string | null)[] = [];
  for (const id of ["stage", "crosshair"]) {
    await using page = await MemoryPage.opened(small);
    page.does(page.part(id), "click", { clientX: 10 + 160, clientY: 20 + 120 });
    added.push(page.parameters.get("add"));
  }
  assert.equal(added[0], added[1]);
});

Deno.test("A table that is dropped is shown with what was left out, and asks for standardizing", async () => {
  await using page = await MemoryPage.opened();
  drop(page, "a,b,who\n1,2000,x\n2,1000,x\n9,8000,y\n8,9000,y\n");
  await page.until(() => !page.part("own").hidden);
  assert.equal(page.part("own").querySelector("span").textContent, "4 points of points.csv");
  assert.equal(page.part("generated").hidden, true);
  assert.match(page.note, /^left out: who \(text\); .*: consider standardizing$/);
  assert.equal(page.parameters.get("data"), "1_2000*2_1000*9_8000*8_9000");
  assert.equal(page.parameters.get("features"), "a_b");
  assert.equal(page.parameters.get("k"), "3");
  assert.equal(page.parameters.get("shape"), null);
  page.choose("standardize", true);
  assert.equal(page.parameters.get("standardize"), "true");
  assert.equal(page.note, "left out: who (text)");
  assert.equal(page.part("stage").classList.contains("can-add"), false);
  page.does(page.part("stage"), "click", { clientX: 100, clientY: 100 });
  assert.match(page.note, /^points cannot be added to .* standardized ones$/);
  assert.equal(page.parameters.get("add"), null);
  page.does(page.part("without-own"), "click");
  assert.equal(page.part("own").hidden, true);
  assert.deepEqual([page.parameters.get("data"), page.parameters.get("standardize")], [null, null]);
  assert.equal(page.field("standardize").checked, false);
});

Deno.test("Few points have few clusters; the next table has as many as were chosen", async () => {
  await using page = await MemoryPage.opened();
  const table = "x,y\n1,2\n3,4\n5,5\n9,1\n8,8\n";
  const shows = async (text: string, name: string) => {
    drop(page, text, name);
    await page.until(() => page.part("own").textContent.includes(name));
  };
  await shows(table, "first.csv");
  page.choose("k", "4");
  await shows("x,y\n1,2\n", "one.csv");
  assert.equal(page.part("own").querySelector("span").textContent, "1 point of one.csv");
  assert.equal(page.field("k").value, "1");
  await shows(table, "second.csv");
  assert.equal(page.field("k").value, "4");
});

Deno.test("A table is chosen, pasted or typed, each with a name of its own", async () => {
  await using page = await MemoryPage.opened();
  const { document } = page.window;
  const file = page.part("file");
  Object.defineProperty(file, "files", { value: [bytes("x,y\n1,2\n3,4\n5,6\n")] });
  page.does(file, "change");
  await page.until(() => page.part("own").textContent.includes("3 points of points.csv"));
  page.part("table").value = "x,y\n1,2\n3,4\n";
  page.does(page.part("use-table"), "click");
  await page.until(() => page.part("own").textContent.includes("2 points of the table"));
  const clipboardData = { getData: () => "x,y\n1,2\n3,4\n5,5\n9,9\n" };
  page.does(page.part("table"), "paste", { clipboardData });
  page.does(document.body, "paste", { clipboardData: { getData: () => "" } });
  const { length } = page.window.history;
  page.does(document.body, "paste", { clipboardData });
  await page.until(() => page.part("own").textContent.includes("4 points of what was pasted"));
  assert.equal(page.window.history.length, length + 1, "what is typed into a field is no table");
  assert.deepEqual(page.problems, [], "nothing is no table");
});

Deno.test("The page shows that a file can be dropped, and leaves alone what is no file", async () => {
  await using page = await MemoryPage.opened();
  const { body } = page.window.document;
  const file = { dataTransfer: { types: ["Files"], files: [] } };
  assert.equal(page.does(body, "dragover", { dataTransfer: { types: ["text/plain"] } }), true);
  assert.equal(body.classList.contains("dropping"), false);
  assert.equal(page.does(body, "dragover", file), false);
  assert.equal(body.classList.contains("dropping"), true);
  page.does(body, "dragleave", { relatedTarget: body });
  assert.equal(body.classList.contains("dropping"), true);
  page.does(body, "dragleave", { relatedTarget: null });
  assert.equal(body.classList.contains("dropping"), false);
  page.does(body, "dragover", file);
  assert.equal(page.does(body, "drop", file), false);
  assert.equal(body.classList.contains("dropping"), false);
  assert.equal(page.does(body, "drop", { dataTransfer: { types: ["text/plain"] } }), true);
});

Deno.test("What is no table is told with its name and place, and what was shown stays", async () => {
  await using page = await MemoryPage.opened(small);
  for (
    const [name, text, says] of [
      ["names.csv", "who\nann\nbob\n", /^names\.csv: no column holds numbers/],
      ["ragged.csv", "x,y\n1,2\n3,4,5\n6,7\n", /^ragged\.csv, row 2: /],
      ["empty.csv", "", /^empty\.csv: it is empty/],
    ] as const
  ) {
    drop(page, text, name);
    await page.until(() => says.test(page.problem));
    assert.equal(page.parameters.get("data"), null);
  }
});

Deno.test("Points too many for a link are left out of it, and the page says so", async () => {
  await using page = await MemoryPage.opened();
  drop(page, `x,y\n${Array.from({ length: 1500 }, (_, i) => `${i % 71},${i % 97}`).join("\n")}\n`);
  await page.until(() => page.part("link-note").textContent !== "");
  assert.match(page.part("link-note").textContent, /^Your points are too many for a link/);
  assert.equal(page.parameters.get("data"), null);
  assert.match(page.part("own").textContent, /1,500 points of points\.csv/);
  page.does(page.part("without-own"), "click");
  assert.equal(page.part("link-note").textContent, "");
});

Deno.test("No more points are added than a run may have", async () => {
  await using page = await MemoryPage.opened("?clusters=1&points=20000&k=1&size=480x360");
  page.does(page.part("stage"), "click", { clientX: 100, clientY: 100 });
  assert.equal(page.problem, "there are 20000 points already, and no more can be added");
});

Deno.test("The link is copied, or the page says where to take it from", async () => {
  await using page = await MemoryPage.opened(small);
  page.does(page.part("copy"), "click");
  await page.until(() => page.note === "the link is copied");
  assert.equal(page.problem, "");
  assert.equal(page.copied, `https://page.invalid/${small}`);
  Object.defineProperty(page.window.navigator.clipboard, "writeText", {
    value: () => Promise.reject(new Error("not allowed")),
  });
  page.does(page.part("copy"), "click");
  await page.until(() => /take the link from the address bar/.test(page.note));
});

Deno.test("Letters that the page does not bring are loaded, and what was told stays", async () => {
  await using page = await MemoryPage.opened();
  const { promise, resolve } = Promise.withResolvers<Response>();
  page.answer = () => promise;
  drop(page, "漢,b,who\n1,2,x\n2,1,x\n9,8,y\n8,9,y\n");
  await page.until(() => page.asked.length > 0);
  assert.equal(page.asked[0].url, "typeface.svg");
  const before = page.part("picture").innerHTML;
  try {
    page.does(page.part("copy"), "click");
    await page.until(() => page.note === "the link is copied");
    resolve(new Response(`<glyph unicode="漢" horiz-adv-x="600" d="M0 0h9v9z"/>${openSans}`));
    await page.until(() => page.part("picture").innerHTML !== before);
    assert.equal(page.note, "the link is copied");
    assert.equal(page.asked.length, 1, "the letters are there now");
  } finally {
    addGlyphs(openSans);
  }
});

Deno.test("Readers who prefer stillness see the end, and a run from dragged centroids stands too", async () => {
  await using page = await MemoryPage.opened(small, { isStill: true });
  assert.equal(page.part("player").classList.contains("plays"), false);
  assert.equal(page.part("beat").textContent, "end");
  page.does(page.part("stage"), "click", { clientX: 100, clientY: 100 });
  assert.equal(page.part("player").classList.contains("plays"), false);
  assert.equal(page.part("beat").textContent, "end");
});

/** The file that a button downloads. */
async function downloaded(page: MemoryPage, format: string): Promise<string> {
  const { length } = page.files;
  page.does(page.window.document.querySelector(`[data-format=${format}]`), "click");
  await page.until(() => page.files.length > length);
  const { name, file } = page.files.at(-1)!;
  assert.equal(name, `kmeans.${format}`);
  return await file.text();
}

Deno.test("A button downloads what is shown", async () => {
  await using page = await MemoryPage.opened(small);
  assert.equal(parseTrace(await downloaded(page, "json")).points.rows, 60);
  assert.match(await downloaded(page, "svg"), /^<svg/);
  assert.match(await downloaded(page, "csv"), /^x,y,cluster\n/);
  assert.equal(page.part("making").hidden, true);
});

Deno.test("A download that takes long can be stopped, which is no problem", async () => {
  await using page = await MemoryPage.opened(small);
  page.answer = () =>
    new Promise((_, fail) => {
      const { signal } = page.asked.at(-1)!.init;
      signal!.addEventListener("abort", () => fail(signal!.reason));
    });
  page.does(page.window.document.querySelector("[data-format=mp4]"), "click");
  await page.until(() => !page.part("making").hidden);
  assert.equal(page.part("making").querySelector("span").textContent, "Making the MP4 …");
  page.does(page.part("stop"), "click");
  await page.until(() => page.part("making").hidden);
  assert.equal(page.problem, "");
  assert.equal(page.files.length, 0);
});

Deno.test("Why a file cannot be made is told, or the command that makes it", async () => {
  await using page = await MemoryPage.opened(small);
  page.answer = () => new Response("too many pictures are being made\n", { status: 503 });
  page.does(page.window.document.querySelector("[data-format=gif]"), "click");
  await page.until(() => page.problem === "too many pictures are being made");
  page.answer = () => Promise.reject(new TypeError("network"));
  page.does(page.window.document.querySelector("[data-format=gif]"), "click");
  await page.until(() => page.problem === "the server does not answer: is it still running?");
});

Deno.test("A static page tells the command that makes what it cannot, until something else is shown", async () => {
  await using page = await MemoryPage.opened(small, { isStatic: true });
  assert.equal(page.part("embed"), null);
  page.does(page.window.document.querySelector("[data-format=mp4]"), "click");
  await page.until(() => !page.part("command").hidden);
  assert.equal(
    page.part("command").textContent.trim(),
    "No MP4 can be made here. Type: deno run -W=. cli.ts --clusters 3 --points 20 --k 3 --seed 1 --out kmeans.mp4",
  );
  page.choose("theme", "dark");
  assert.equal(page.part("command").hidden, true);
});
