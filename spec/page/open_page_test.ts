import assert from "node:assert/strict";
import { MemoryPage } from "../support/memory_page.ts";

const small = "?clusters=3&points=20&k=3";

Deno.test("The page shows what its address says", async () => {
  await using page = await MemoryPage.opened(`${small}&theme=dark&no-cells&size=960x720`);
  assert.equal(page.field("k").value, "3");
  assert.equal(page.field("theme").value, "dark");
  assert.equal(page.field("cells").checked, false);
  assert.equal(page.field("trails").checked, true);
  assert.equal(page.part("handles").children.length, 3);
  assert.match(page.part("picture").innerHTML, /^<svg[^>]* width="960" height="720"/);
  assert.equal(page.problem, "");
});
