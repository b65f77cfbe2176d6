import assert from "node:assert/strict";
import { filmToGif, filmToPng, readRecipe } from "../../mod.ts";
import { stateOfLink } from "../../src/page/link.ts";
import { rasterFile } from "../../src/page/raster.ts";
import { filmOfState, pointsOfState, traceOfState } from "../../src/page/run.ts";

Deno.test("The page's pixels are those of the library: format, theme, recipe and film", async () => {
  const query = "clusters=2&points=10&k=2&size=160x120&style=classic";
  const state = stateOfLink(new URLSearchParams(query));
  const trace = traceOfState(state, pointsOfState(state));
  const film = filmOfState(state, trace);
  const how = { theme: "dark", recipe: { k: 2 } } as const;
  const gif = await rasterFile("gif", state, trace, how);
  assert.deepEqual(gif, await filmToGif(film, how));
  assert.deepEqual(readRecipe(gif), { k: 2 });
  assert.deepEqual(await rasterFile("png", state, trace, how), await filmToPng(film, how));
});

Deno.test("A file of pixels that is no longer wanted is given up", async () => {
  const state = stateOfLink(new URLSearchParams("clusters=2&points=10&k=2&size=160x120"));
  const trace = traceOfState(state, pointsOfState(state));
  const signal = AbortSignal.abort();
  await assert.rejects(rasterFile("gif", state, trace, { signal }), { name: "AbortError" });
});
