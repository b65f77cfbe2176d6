import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const small = ["--k", "3", "--clusters", "3", "--points", "20", "--size", "240x160", "--seed", "1"];

Deno.test("--embed prints Markdown, a picture for light, dark and still, and the description", async () => {
  await inEmptyFolder(async (folder) => {
    const { code, stdout, stderr } = await lloyd(folder, ["--allow-write"], [
      ...small,
      ...["--out", "my anim.gif", "--out", "last.png", "--dark-out", "dark.gif", "--embed"],
    ]);
    assert.equal(code, 0, stderr);
    const text = new TextDecoder().decode(stdout);
    assert.match(text, /^Markdown:\n\n!\[K-means with k = 3 [^\]]+\]\(my%20anim\.gif\)\n/);
    assert.match(
      text,
      /<picture>\n {2}<source media="\(prefers-reduced-motion: reduce\)" srcset="last\.png">\n {2}<source media="\(prefers-color-scheme: dark\)" srcset="dark\.gif">\n {2}<img src="my%20anim\.gif" alt="K-means[^"]+" width="240" height="160">\n<\/picture>/,
    );
    assert.match(text, /\nDescription:\n\nK-means with k = 3 .*\n$/);
    assert.notDeepEqual(
      Deno.readFileSync(`${folder}/dark.gif`),
      Deno.readFileSync(`${folder}/my anim.gif`),
    );
  });
});

Deno.test("--dark-out is what --theme dark makes", async () => {
  await inEmptyFolder(async (folder) => {
    await lloyd(folder, ["--allow-write"], [...small, "-o", "a.svg", "--dark-out", "b.svg"]);
    await lloyd(folder, ["--allow-write"], [...small, "--theme", "dark", "-o", "c.svg"]);
    const [b, c] = ["b.svg", "c.svg"].map((name) => Deno.readTextFileSync(`${folder}/${name}`));
    assert.equal(b, c);
  });
});

Deno.test("--check writes nothing, and fails where a file is not what would be written", async () => {
  await inEmptyFolder(async (folder) => {
    const check = (...args: string[]) =>
      lloyd(folder, ["--allow-read=a.svg"], [...args, "-o", "a.svg", "--check"]);
    const missing = await check(...small);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /^lloyd: a\.svg .*\n$/);
    await lloyd(folder, ["--allow-write"], [...small, "-o", "a.svg"]);
    const before = Deno.readTextFileSync(`${folder}/a.svg`);
    const fresh = await check(...small);
    assert.equal(fresh.code, 0, fresh.stderr);
    const stale = await check(...small, "--theme", "dark");
    assert.equal(stale.code, 1);
    assert.match(stale.stderr, /^lloyd: a\.svg is stale: .*--check\n$/);
    assert.equal(Deno.readTextFileSync(`${folder}/a.svg`), before);
    const unseeded = await check(...small.slice(0, -2));
    assert.equal(unseeded.code, 2);
    assert.match(unseeded.stderr, /--seed/);
  });
});

Deno.test("--check looks at the bytes, not only at their number", async () => {
  await inEmptyFolder(async (folder) => {
    await lloyd(folder, ["--allow-write"], [...small, "-o", "a.gif"]);
    const bytes = Deno.readFileSync(`${folder}/a.gif`);
    bytes[bytes.length - 9] ^= 1;
    Deno.writeFileSync(`${folder}/a.gif`, bytes);
    const { code, stderr } = await lloyd(folder, ["--allow-read=a.gif"], [
      ...small,
      ...["-o", "a.gif", "--check"],
    ]);
    assert.equal(code, 1);
    assert.match(stderr, /a\.gif is stale/);
  });
});
