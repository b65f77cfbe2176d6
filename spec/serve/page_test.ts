import assert from "node:assert/strict";
import type { BrowserContextOptions, Page } from "playwright-core";
import { inPage } from "../support/chromium.ts";
import { isInstalled } from "../support/command.ts";
import { whileServing } from "../support/server.ts";

const ignore = !(await isInstalled("chromium"));

function test(
  name: string,
  path: string,
  check: (page: Page) => Promise<void>,
  how: BrowserContextOptions = {},
) {
  Deno.test({
    name,
    ignore,
    fn: () => whileServing((address) => inPage(address + path, check, how)),
  });
}

const player = (page: Page) => page.frameLocator("#player");

test("The controls change the picture and the address", "/", async (page) => {
  await player(page).locator("#controls").waitFor();
  await page.getByLabel("Shape").selectOption("moons");
  await page.getByLabel("k", { exact: true }).fill("2");
  await page.getByLabel("k", { exact: true }).press("Enter");
  await page.waitForURL(/shape=moons&k=2/);
  await player(page).locator("title", { hasText: "k = 2" }).first().waitFor({ state: "attached" });
  assert.match(await page.getByLabel("To embed it").inputValue(), /kmeans\.svg\?shape=moons&k=2/);
  const link = page.getByRole("link", { name: "GIF", exact: true });
  assert.match((await link.getAttribute("href"))!, /kmeans\.gif\?shape=moons&k=2/);
  await page.getByRole("button", { name: "New centroids" }).click();
  await page.waitForURL(/start-seed=\d+/);
  await page.getByRole("button", { name: "New clusters" }).click();
  await page.waitForURL(/^(?!.*start-seed).*seed=\d+/);
});

test(
  "A link shows the same again, and the player in it is played",
  "/?k=4&seed=9&theme=dark",
  async (page) => {
    assert.equal(await page.getByLabel("k", { exact: true }).inputValue(), "4");
    assert.equal(await page.getByLabel("Theme").inputValue(), "dark");
    const forward = player(page).getByRole("button", { name: "One beat forward" });
    await player(page).getByRole("button", { name: "To the start" }).click();
    await forward.click();
    await forward.click();
    assert.equal(await player(page).locator("#beat").textContent(), "assign");
  },
);

test("What is out of range is told on the page, which goes on", "/", async (page) => {
  await page.getByLabel("Seed").fill("-3");
  await page.getByLabel("Seed").dispatchEvent("change");
  await page.getByRole("alert").filter({ hasText: "seed '-3'" }).waitFor();
  await page.getByLabel("Seed").fill("5");
  await page.getByLabel("Seed").dispatchEvent("change");
  await page.getByRole("alert").filter({ hasText: /^$/ }).waitFor({ state: "attached" });
});

test("On a phone nothing is wider than the page", "/", async (page) => {
  await player(page).locator("#controls").waitFor();
  await page.getByText("Links for embedding").click();
  const [scroll, client] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  assert(scroll <= client, `${scroll} > ${client}`);
}, { viewport: { width: 360, height: 700 }, colorScheme: "dark" });
