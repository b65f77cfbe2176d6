import assert from "node:assert/strict";
import { filmToHtml, makeFilm, record } from "../../mod.ts";

const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2, seed: 1 }));

async function sourceOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}

for (const theme of ["auto", "dark"] as const) {
  Deno.test(`The policy of an exported page lets in only what the page holds: ${theme}`, async () => {
    const html = await filmToHtml(film, { theme });
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html)!;
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style);
    const scripts = [...html.matchAll(/<script type="module">(.*?)<\/script>/gs)]
      .map(([, script]) => script);
    assert.equal(scripts.length, 1);
    const rules = new Map(
      policy.split("; ").map((rule) => {
        const [name, ...sources] = rule.split(" ");
        return [name, sources.sort()];
      }),
    );
    assert.deepEqual(
      rules,
      new Map([
        ["default-src", ["'none'"]],
        ["img-src", ["data:"]],
        ["style-src", (await Promise.all(styles.map(sourceOf))).sort()],
        ["script-src", [await sourceOf(scripts[0])]],
        ["base-uri", ["'none'"]],
        ["form-action", ["'none'"]],
      ]),
    );
    // A policy holds for what comes after it.
    assert(html.indexOf("Content-Security-Policy") < html.indexOf("<style>"));
  });
}

Deno.test("Nothing that an exported page holds ends its elements", async () => {
  const title = `</title></script><script>alert(1)</script>"'&`;
  const named = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2, seed: 1 }), { title });
  const html = await filmToHtml(named, { recipe: { title } });
  assert(!html.includes("<script>alert"));
  assert.equal(html.split("</title>").length, html.split("<title>").length);
});
