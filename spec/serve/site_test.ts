import assert from "node:assert/strict";
import { inPage } from "../support/chromium.ts";
import { inEmptyFolder, isInstalled, lloyd, ROOT } from "../support/command.ts";
import { downloaded } from "../support/live_page.ts";
import { whileHosting } from "../support/static_site.ts";

/** Runs a task of this repository. */
async function task(script: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", `${ROOT}tasks/${script}.ts`, ...args],
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

Deno.test("The bundled module is what deno task bundle makes, and draws no pixels", () =>
  inEmptyFolder(async (folder) => {
    await task("bundle", `${folder}/lloyd.js`);
    const made = await Deno.readTextFile(`${folder}/lloyd.js`);
    const kept = await Deno.readTextFile(`${ROOT}src/page/lloyd.js`);
    assert(made === kept, "it is stale: deno task bundle");
    assert(made.length < 220_000, `${made.length} bytes`);
    assert.doesNotMatch(made, /resvg|Deno\.|\bimport\s*[({"]/);
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
          const command = page.locator("#command");
          await page.getByRole("button", { name: "GIF" }).click();
          assert.match(
            (await command.textContent())!,
            /no GIF\. Type: deno run -W=\. cli\.ts --k 4 --seed 9 --size 480x360 --out kmeans\.gif/,
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
        }));
      // What was typed from the page: the film of the run, and the same picture from its recipe.
      const said = ["replay", "kmeans.json", "--size", "480x360", "--out", "kmeans.gif"];
      assert.equal((await lloyd(folder, ["-R=.", "-W=."], said)).code, 0);
      const again = ["replay", "kmeans.svg", "--out", "again.svg"];
      const { stderr } = await lloyd(folder, ["-R=.", "-W=."], again);
      assert.equal(
        await Deno.readTextFile(`${folder}/again.svg`),
        await Deno.readTextFile(`${folder}/kmeans.svg`),
        stderr,
      );
    }),
});
