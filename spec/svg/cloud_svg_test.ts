import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { compareFilm, filmToSvg, makeFilm, themes } from "../../mod.ts";
import { lastScene, sceneToSvg } from "../../src/internal.ts";
import { isInstalled, printed } from "../support/command.ts";
import { crowdFilm, crowdTrace } from "../support/films.ts";

const fifty = crowdTrace(1, 50_000);

Deno.test("The SVG of 50,000 points has few elements, and is as large as its pixels ask for", () => {
  const sizes = [fifty, crowdTrace(1, 200_000)].map((trace) => {
    const svg = filmToSvg(makeFilm(trace));
    assert((svg.match(/<[a-z]/gi) ?? []).length < 400);
    assert((svg.match(/<image/g) ?? []).length <= trace.steps.length + 1);
    return svg.length;
  });
  for (const size of sizes) assert(size < 150_000, `${sizes}`);
});

Deno.test("The pictures in it are whole, and nothing comes from outside", () => {
  for (const style of ["glide", "classic"] as const) {
    const svg = filmToSvg(crowdFilm(1, { style }));
    const hrefs = [...svg.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    const start = "data:image/png;base64,";
    const pictures = hrefs.filter((href) => !href.startsWith("#"));
    assert(pictures.length > 1);
    for (const href of pictures) {
      assert(href.startsWith(start));
      const bytes = Uint8Array.from(atob(href.slice(start.length)), (byte) => byte.charCodeAt(0));
      const { width, height } = decode(bytes, { checkCrc: true });
      assert(width > 0 && height > 0);
    }
    assert.equal(filmToSvg(crowdFilm(1, { style })), svg);
  }
});

Deno.test({
  name: "With a cloud it is well-formed XML, as a film, a scene, a storyboard and a comparison",
  ignore: !(await isInstalled("xmllint")),
  fn: async () => {
    const trace = crowdTrace(1);
    const texts = [
      filmToSvg(makeFilm(trace)),
      filmToSvg(makeFilm(trace, { style: "classic" })),
      filmToSvg(makeFilm(trace, { storyboard: "auto" })),
      filmToSvg(compareFilm([{ name: "a", trace }, { name: "b", trace }], { width: 800 })),
      sceneToSvg(lastScene(makeFilm(trace)), themes.dark),
    ];
    for (const text of texts) {
      const path = await Deno.makeTempFile({ suffix: ".svg" });
      await Deno.writeTextFile(path, text);
      assert.equal(await printed("xmllint", "--noout", path), "");
      await Deno.remove(path);
    }
  },
});
