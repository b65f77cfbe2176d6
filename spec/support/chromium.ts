import assert from "node:assert/strict";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A name that is never looked up: all that is asked of it is answered here. */
const HOST = "https://film.invalid/";

/** Hands a check an empty page in Chromium that has some bytes in `film`. */
export async function inChromium(
  bytes: Uint8Array,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => assert.fail(error.message));
    await page.route(HOST, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(HOST);
    await page.evaluate(
      `window.film = Uint8Array.from(atob("${base64(bytes)}"), (byte) => byte.charCodeAt(0)); 1`,
    );
    await check(page);
  } finally {
    await browser.close();
  }
}

/** In a page: the pixels of what can be drawn on a canvas, as text. */
export const PIXELS = `
  const pixelsOf = (image, width, height) => {
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let text = "";
    for (let i = 0; i < data.length; i += 4096) {
      text += String.fromCharCode(...data.subarray(i, i + 4096));
    }
    return btoa(text);
  };`;

/** The pixels that a page gave as text: red, green, blue, alpha. */
export function pixelsFrom(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  }
  return btoa(text);
}

/**
 * Opens a page from a file in Chromium and hands it to a check. Whatever the page prints to its
 * console as an error, and whatever it asks of a network, is a failure.
 */
export async function openedInChromium(
  html: string,
  check: (page: Page) => Promise<void>,
  how: BrowserContextOptions = {},
): Promise<void> {
  const file = await Deno.makeTempFile({ suffix: ".html" });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  const complaints: string[] = [];
  try {
    await Deno.writeTextFile(file, html);
    const page = await browser.newPage(how);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(`file://${file}`);
    await check(page);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await Deno.remove(file);
  }
}

/**
 * Opens an address in Chromium and hands the page to a check. Whatever the page prints to its
 * console as an error is a failure, but for answers that are refusals.
 */
export async function inPage(
  address: string,
  check: (page: Page) => Promise<void>,
  how: BrowserContextOptions = {},
): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  const complaints: string[] = [];
  try {
    const page = await browser.newPage(how);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      const isRefusal = /status of 422/.test(message.text());
      if (message.type() === "error" && !isRefusal) complaints.push(message.text());
    });
    // Far more than is needed: no verdict hangs on how busy the machine is.
    page.setDefaultTimeout(120_000);
    await page.goto(address);
    await check(page);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
}

/**
 * Waits until an expression is true in a page. It is asked for again and again from outside, since a
 * page whose policy forbids `eval` cannot ask itself.
 */
export async function until(page: Page, expression: string): Promise<void> {
  // Two minutes: far more than is needed, however busy the machine is.
  for (let tries = 0; tries < 2400; tries++) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`it never became true: ${expression}`);
}
