import assert from "node:assert/strict";
import { stateOfLink } from "../../src/page/link.ts";
import { filmOfState, pointsOfState, traceOfState } from "../../src/page/run.ts";
import { sceneAt } from "../../src/film/scene/film.ts";
import { themes } from "../../src/film/scene/theme.ts";
import { sceneToSvg } from "../../src/svg/scene_svg.ts";
import { MemoryPage } from "../support/memory_page.ts";

const small = "?clusters=3&points=20&k=3";

/** A page that stands at the end of its film, with its handles laid out. */
async function atEnd(search = small): Promise<MemoryPage> {
  const page = await MemoryPage.opened(search);
  page.press(page.window.document.body, "End");
  await page.until(() => !page.places[0].startsWith("translate(0px, 0px)"));
  return page;
}

/** Where a handle lies, in pixels of the page. */
function placeOf(page: MemoryPage, i: number): [number, number] {
  const [, x, y] = /^translate\((.+)px, (.+)px\)$/.exec(page.places[i])!.map(Number);
  return [x, y];
}

const centroids = (page: MemoryPage) =>
  page.parameters.get("centroids")?.split("*").map((row) => row.split("_").map(Number));

Deno.test("Each centroid has a handle with a name, where the film shows it", async () => {
  await using page = await atEnd();
  assert.equal(page.part("handles").children.length, 3);
  assert.equal(page.handle(1).getAttribute("aria-label"), "Centroid 2");
  const end = page.places;
  page.press(page.window.document.body, "Home");
  assert.notDeepEqual(page.places, end);
  page.choose("k", "2");
  assert.equal(page.part("handles").children.length, 2);
  page.choose("k", "5");
  assert.equal(page.part("handles").children.length, 5);
});

Deno.test("A handle cannot be held before the film shows where it lies", async () => {
  await using page = await MemoryPage.opened(small);
  assert.equal(page.places[0], "");
  page.does(page.handle(0), "pointerdown", { clientX: 1, clientY: 1 });
  page.press(page.handle(0), "ArrowLeft");
  assert(!page.part("player").classList.contains("held"));
  assert.equal(page.parameters.get("centroids"), null);
});

Deno.test("A centroid is dragged by as much as the pointer moves, and the others stay", async () => {
  await using page = await atEnd();
  const [x, y] = placeOf(page, 1);
  const others = [page.places[0], page.places[2]];
  const handle = page.handle(1);
  // The pointer need not be in the middle of the handle.
  page.does(handle, "pointerdown", { clientX: 10 + x + 3, clientY: 20 + y - 2 });
  assert(page.part("player").classList.contains("held"));
  const [towards, up] = [x < 160 ? 1 : -1, y < 120 ? 1 : -1];
  page.does(handle, "pointermove", { clientX: 13 + x + 20 * towards, clientY: 18 + y + 10 * up });
  page.frame();
  const [atX, atY] = placeOf(page, 1);
  assert(Math.hypot(atX - (x + 20 * towards), atY - (y + 10 * up)) < 0.5, `${atX}, ${atY}`);
  const near = (a: string, b: string) => {
    const [p, q] = [a, b].map((place) => place.match(/[-\d.]+/g)!.map(Number));
    assert(Math.hypot(p[0] - q[0], p[1] - q[1]) < 0.5, `${a}, ${b}`);
  };
  near(page.places[0], others[0]);
  near(page.places[2], others[1]);
  assert.equal(centroids(page), undefined, "the run goes on when it is let go");
  page.does(handle, "lostpointercapture");
  assert.equal(page.part("player").classList.contains("held"), false);
  assert.equal(centroids(page)!.length, 3);
  assert(page.part("player").classList.contains("plays"));
  page.frame();
  assert.match(page.part("beat").textContent, /update|end/, "the assignment was seen");
  // What moves after that is somebody else's.
  const link = String(page.parameters);
  page.does(handle, "pointermove", { clientX: 50, clientY: 50 });
  page.frame();
  assert.equal(String(page.parameters), link);
});

Deno.test("While a centroid is dragged the picture follows: the first assignment to where it is", async () => {
  await using page = await atEnd();
  const handle = page.handle(0);
  page.frame();
  page.does(handle, "pointerdown", { clientX: 100, clientY: 100 });
  const before = page.part("picture").innerHTML;
  page.does(handle, "pointermove", { clientX: 140, clientY: 130 });
  page.does(handle, "pointermove", { clientX: 160, clientY: 140 });
  assert.equal(page.part("picture").innerHTML, before, "once a frame is enough");
  assert.equal(page.due, 1);
  page.frame();
  const during = page.part("picture").innerHTML;
  assert.notEqual(during, before);
  assert.doesNotMatch(during, /<animate/);
  page.does(handle, "pointermove", { clientX: 120, clientY: 90 });
  page.frame();
  assert.notEqual(page.part("picture").innerHTML, during);
  page.press(handle, "Escape");
});

Deno.test("A handle that is only pressed changes nothing, and what played goes on", async () => {
  await using page = await MemoryPage.opened(small);
  const before = page.window.history.length;
  page.frame();
  assert(page.part("player").classList.contains("plays"));
  page.does(page.handle(0), "pointerdown", { clientX: 100, clientY: 100 });
  assert.equal(page.part("player").classList.contains("plays"), false);
  page.does(page.handle(0), "lostpointercapture");
  assert(page.part("player").classList.contains("plays"));
  assert.equal(page.window.history.length, before);
  assert.equal(centroids(page), undefined);
});

Deno.test("Only the main button drags, and a click on a handle adds no point", async () => {
  await using page = await atEnd();
  page.does(page.handle(0), "pointerdown", { button: 2, clientX: 100, clientY: 100 });
  assert.equal(page.part("player").classList.contains("held"), false);
  page.does(page.handle(0), "click", { clientX: 100, clientY: 100 });
  assert.equal(page.parameters.get("add"), null);
});

Deno.test("A film that played goes on when several moves are taken back", async () => {
  await using page = await MemoryPage.opened(small);
  page.frame();
  page.press(page.handle(0), "ArrowDown");
  page.press(page.handle(0), "ArrowDown");
  page.press(page.handle(0), "Escape");
  assert(page.part("player").classList.contains("plays"));
});

Deno.test("A pointer that goes on after its centroid was let go moves nothing", async () => {
  await using page = await atEnd();
  const handle = page.handle(0);
  page.does(handle, "pointerdown", { clientX: 100, clientY: 100 });
  page.press(handle, "Escape");
  page.frame();
  const { places } = page;
  page.does(handle, "pointermove", { clientX: 150, clientY: 120 });
  page.frame();
  assert.deepEqual(page.places, places);
  page.does(handle, "lostpointercapture");
  page.press(handle, "ArrowRight");
  page.frame();
  const moved = page.places;
  page.does(handle, "pointermove", { clientX: 150, clientY: 120 });
  page.frame();
  assert.deepEqual(page.places, moved);
  page.press(handle, "Escape");
});

Deno.test("Arrow keys move a centroid by a hundredth of the width, with shift by five", async () => {
  await using page = await atEnd();
  const [x, y] = placeOf(page, 0);
  const moves = x < 160 ? ["ArrowRight", 1] as const : ["ArrowLeft", -1] as const;
  const handle = page.handle(0);
  assert.equal(page.press(handle, moves[0]), false, "the key is taken");
  page.frame();
  assert(Math.abs(placeOf(page, 0)[0] - x - 3.2 * moves[1]) < 0.3, String(placeOf(page, 0)));
  page.press(handle, moves[0], { shiftKey: true });
  page.frame();
  assert(Math.abs(placeOf(page, 0)[0] - x - 6 * 3.2 * moves[1]) < 0.3, String(placeOf(page, 0)));
  assert(Math.abs(placeOf(page, 0)[1] - y) < 0.3);
  assert.equal(page.press(handle, moves[0], { altKey: true }), true);
  assert.equal(page.press(handle, "x"), true);
  page.press(handle, "Enter");
  assert.equal(centroids(page)!.length, 3);
});

Deno.test("Escape takes a move back, with the moment that was shown", async () => {
  await using page = await atEnd();
  for (let i = 0; i < 2; i++) page.press(page.window.document.body, "ArrowLeft");
  const [clock, picture] = [page.part("clock").textContent, page.part("picture").innerHTML];
  page.press(page.handle(0), "ArrowDown");
  page.frame();
  assert.notEqual(page.part("picture").innerHTML, picture);
  page.press(page.handle(0), "Escape");
  assert.equal(page.part("picture").innerHTML, picture);
  assert.equal(page.part("clock").textContent, clock);
  assert.equal(page.part("player").classList.contains("plays"), false);
  assert.equal(page.part("player").classList.contains("held"), false);
  assert.equal(centroids(page), undefined);
  // A preview that was due is not drawn over it.
  page.press(page.handle(0), "ArrowDown");
  page.press(page.handle(0), "Escape");
  page.frame();
  assert.equal(page.part("picture").innerHTML, picture);
  assert.equal(page.press(page.handle(0), "Escape"), true, "there is nothing to take back");
});

Deno.test("A handle is let go a while after the last key, or when it loses the focus", async () => {
  await using page = await atEnd();
  page.press(page.handle(0), "ArrowDown");
  await page.until(() => centroids(page));
  page.press(page.window.document.body, "End");
  page.press(page.handle(1), "ArrowDown");
  const before = String(page.parameters);
  page.does(page.handle(1), "blur");
  assert.notEqual(String(page.parameters), before);
});

Deno.test("The preview shows the points in the colours of the centroids that they are nearest to", async () => {
  await using page = await atEnd();
  for (let i = 0; i < 20; i++) page.press(page.handle(0), "ArrowRight", { shiftKey: true });
  page.frame();
  const preview = page.part("picture").innerHTML;
  page.press(page.handle(0), "Enter");
  const state = stateOfLink(page.parameters);
  const film = filmOfState(state, traceOfState(state, pointsOfState(state), 1));
  const { end } = film.beats.find(({ kind }) => kind === "assign")!;
  const { document } = page.window;
  const wanted = document.createElement("div");
  wanted.innerHTML = sceneToSvg(sceneAt(film, end - 1e-6), themes.light);
  assert.equal(preview, wanted.innerHTML);
});

Deno.test("A film that is stepped while a centroid is held does not move its handle", async () => {
  await using page = await atEnd();
  page.does(page.handle(0), "pointerdown", { clientX: 100, clientY: 100 });
  page.does(page.handle(0), "pointermove", { clientX: 120, clientY: 100 });
  page.frame();
  const { places } = page;
  page.press(page.window.document.body, "Home");
  assert.deepEqual(page.places, places);
  page.does(page.handle(0), "lostpointercapture");
});

Deno.test("The preview is dark for readers who prefer that, or where it is chosen", async () => {
  await using page = await atEnd(`${small}&theme=dark`);
  page.press(page.handle(0), "ArrowDown");
  page.frame();
  assert.match(page.part("picture").innerHTML, /#0d1117/i);
  page.press(page.handle(0), "Escape");
  for (const isDark of [true, false]) {
    await using page = await MemoryPage.opened(small, { isDark, isStill: true });
    page.press(page.handle(0), "ArrowDown");
    page.frame();
    assert.equal(/#0d1117/i.test(page.part("picture").innerHTML), isDark);
    page.press(page.handle(0), "Escape");
  }
});
