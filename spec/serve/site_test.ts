import assert from "node:assert/strict";
import { inPage } from "../support/chromium.ts";
import { inEmptyFolder, isInstalled, lloyd, ROOT } from "../support/command.ts";
import { downloaded } from "../support/live_page.ts";
import { whileHosting } from "../support/static_site.ts";

/** Runs a task of this repository. */
async function task(script: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-all",
      "--config",
      `${ROOT}deno.json`,
      `${ROOT}tasks/${script}.ts`,
      ...args,
    ],
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

Deno.test("The bundled module is what deno task bundle makes, and draws no pixels", () =>
  inEmptyFolder(async (folder) => {
    await task("bundle", `${folder}/lloyd.js`);
    const made = await Deno.readTextFile(`${folder}/lloyd.js`);
    const kept = await Deno.readTextFile(`${ROOT}src/page/lloyd.js`);
    assert(made === kept, "it is stale: deno task bundle");
    assert(made.length < 320_000, `${made.length} bytes`);
    const astray = /resvg|Deno\.|\bimport\s*[{"]|\bimport\("/.exec(
      made.replace(/\/\*![^]*?\*\//, ""),
    );
    assert(!astray, `it has ${astray}`);
  }));

Deno.test({
  name: "The static site works on any host, below any path, and tells what it cannot make",
  ignore: !(await isInstalled("chromium")),
  fn: () =>
    inEmptyFolder(async (folder) => {
      await task("site", folder);
      await whileHosting(folder, (address) =>
        inPage(`${address}?k=4&seed=9&size=480x360`, async (page) => {
          assert.equal(await page.locator("#picture svg").count(), 1);
          assert.equal(await page.getByLabel("k", { exact: true }).inputValue(), "4");
          assert.equal(await page.getByText("Links for embedding").count(), 0);
          for (const name of ["SVG", "HTML", "JSON", "CSV"]) {
            assert((await downloaded(page, name)).length > 1000);
          }
          assert.equal(
            await page.evaluate(
              `import("./lloyd.js").then(({ blobs, filmToSvg, makeFilm, record }) =>
              filmToSvg(makeFilm(record(blobs({ clusters: 3 }), { k: 3 }))).slice(0, 4))`,
            ),
            "<svg",
          );
          for (const format of ["gif", "png"]) {
            const out = `${folder}/own.${format}`;
            const said = ["--k", "4", "--seed", "9", "--size", "480x360", "--out", out];
            await lloyd(folder, ["-W"], said);
            assert.deepEqual(
              await downloaded(page, format.toUpperCase()),
              await Deno.readFile(out),
            );
          }
          const command = page.locator("#command");
          await page.getByRole("button", { name: "MP4" }).click();
          assert.match(
            (await command.textContent())!,
            /No MP4 can be made here\. Type: deno run -W=\. cli\.ts --k 4 --seed 9 --size 480x360 --out kmeans\.mp4/,
          );
          const centroid = page.getByRole("button", { name: "Centroid 1", exact: true });
          await centroid.focus();
          await page.keyboard.press("ArrowDown");
          await page.keyboard.press("Enter");
          await page.waitForURL(/centroids=/);
          await page.getByRole("button", { name: "MP4" }).click();
          assert.match(
            (await command.textContent())!,
            /Download the JSON and type: deno run -R=\. -W=\. cli\.ts replay kmeans\.json --size 480x360 --out kmeans\.mp4/,
          );
          await Deno.writeFile(`${folder}/kmeans.json`, await downloaded(page, "JSON"));
          await Deno.writeFile(`${folder}/kmeans.svg`, await downloaded(page, "SVG"));
          await Deno.writeFile(`${folder}/kmeans.gif`, await downloaded(page, "GIF"));
        }));
      // What was typed from the page, and the same pictures from their recipe.
      const said = ["replay", "kmeans.json", "--size", "480x360", "--out", "kmeans.mp4"];
      assert.equal((await lloyd(folder, ["-R=.", "-W=."], said)).code, 0);
      for (const format of ["svg", "gif"]) {
        const again = ["replay", `kmeans.${format}`, "--out", `again.${format}`];
        const { stderr } = await lloyd(folder, ["-R=.", "-W=."], again);
        assert.deepEqual(
          await Deno.readFile(`${folder}/again.${format}`),
          await Deno.readFile(`${folder}/kmeans.${format}`),
          stderr,
        );
      }
    }),
});
