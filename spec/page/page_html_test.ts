import assert from "node:assert/strict";
import player from "../../src/encode/player/player.css" with { type: "text" };
import { DataError } from "../../src/data/data_error.ts";
import { pageHtml, SHEET } from "../../src/page/html.ts";
import { lineOf } from "../../src/page/messages.ts";
import { readParquet } from "../../src/page/no_parquet.ts";

const policyOf = (html: string) =>
  /Content-Security-Policy" content="([^"]+)"/.exec(html)![1].split("; ");

/** The hash of the only script that stands in a page, as a policy names it. */
async function hashOf(html: string): Promise<string> {
  const [, script] = /<script type="module">(.*?)<\/script>/s.exec(html)!;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}

const served = { embed: '<input id="embed">\n', links: "<p>$& links</p>\n" };

Deno.test("The page lets in nothing but its own files and its own script", async () => {
  const html = await pageHtml(served);
  assert.deepEqual(policyOf(html), [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src data:",
    "style-src 'self'",
    `script-src 'self' ${await hashOf(html)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  assert(html.indexOf("Content-Security-Policy") < html.indexOf("<meta charset"));
});

Deno.test("A static page may run WebAssembly too, which draws its pixels", async () => {
  const html = await pageHtml();
  assert.equal(policyOf(html)[4], `script-src 'self' 'wasm-unsafe-eval' ${await hashOf(html)}`);
});

Deno.test("A server adds how to embed a picture and the links; a static page has neither", async () => {
  const html = await pageHtml(served);
  assert.match(html, /<html lang="en" data-server>/);
  assert(html.includes(served.embed) && html.includes(served.links));
  const own = await pageHtml();
  assert.match(own, /<html lang="en">/);
  assert.doesNotMatch(own, /embed"|<!-- (embed|links|player) -->/);
  assert.match(own, /id="controls"/);
});

Deno.test("The style of the page has that of the player", () => {
  assert(SHEET.startsWith(player) && SHEET.slice(player.length).includes("#crosshair"));
});

Deno.test("What went wrong is told in a line, with the name and the place; a mistake of ours is thrown", () => {
  assert.equal(lineOf(new DataError("it is empty"), "a.csv"), "a.csv: it is empty");
  assert.equal(lineOf(new DataError("no", "row 2"), "a.csv"), "a.csv, row 2: no");
  assert.equal(lineOf(new RangeError("k")), "k");
  assert.throws(() => lineOf(new TypeError("ours")), /ours/);
});

Deno.test("Parquet is refused on the page, with what to do", async () => {
  await assert.rejects(readParquet(), /it is Parquet, .*: make it CSV/);
});
