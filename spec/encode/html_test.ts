import assert from "node:assert/strict";
import { filmToHtml } from "../../mod.ts";
import { policySource } from "../../src/bytes/sha256.ts";
import { smallFilm } from "../support/films.ts";

const nasty = `</title><script>alert("1")</script> & ✓`;

Deno.test("The policy of a page allows its own styles and script, pictures in it, and nothing else", async () => {
  for (const theme of ["light", "auto"] as const) {
    const html = await filmToHtml(smallFilm(1), { theme });
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
    const texts = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => text);
    const sources = (pattern: RegExp) => Promise.all(texts(pattern).map(policySource));
    const styles = await sources(/<style>(.*?)<\/style>/gs);
    const [script, ...others] = await sources(/<script type="module">(.*?)<\/script>/gs);
    assert.deepEqual(others, []);
    const directives = policy.split("; ").map((directive) => directive.split(" "));
    assert.deepEqual(directives.map(([name, ...allowed]) => [name, new Set(allowed)]), [
      ["default-src", new Set(["'none'"])],
      ["img-src", new Set(["data:"])],
      ["style-src", new Set(styles)],
      ["script-src", new Set([script])],
      ["base-uri", new Set(["'none'"])],
      ["form-action", new Set(["'none'"])],
    ]);
  }
});

Deno.test("No title and no recipe can break out of the page", async () => {
  const html = await filmToHtml(smallFilm(1, { title: nasty }), { recipe: { title: nasty } });
  assert(!html.includes("<script>alert"));
  assert.match(html, /<title>&#60;\/title&#62;&#60;script&#62;/);
  assert.equal(html.match(/<\/script>/g)!.length, 3);
});

Deno.test("A page has the recipe only where there is one", async () => {
  assert(!(await filmToHtml(smallFilm(1))).includes("lloyd-recipe"));
});

Deno.test("A page plays as often as asked for, in its player and its picture", async () => {
  const html = await filmToHtml(smallFilm(1), { loop: 3 });
  assert.match(html, /repeatCount="3"/);
  assert.match(html, /id="lloyd-film">\{"duration":\d+,"loop":3,/);
});

Deno.test("A page has the colours of its theme, and of both where that follows the reader", async () => {
  const sheet = async (theme: "light" | "dark" | "auto") =>
    /<style>(:root.*?)<\/style>/s.exec(await filmToHtml(smallFilm(1), { theme }))![1];
  const [light, dark, auto] = [await sheet("light"), await sheet("dark"), await sheet("auto")];
  assert.match(light, /^:root\{--paper:#ffffff;.*color-scheme:light\}$/);
  assert.match(dark, /^:root\{--paper:#0d1117;.*color-scheme:dark\}$/);
  assert.equal(auto, `${light}@media(prefers-color-scheme:dark){${dark}}`);
});
