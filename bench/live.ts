/** Measures the page that is served, in headless Chromium: deno run --allow-all bench/live.ts */
import { inPage } from "../spec/support/chromium.ts";
import { whileServing } from "../spec/support/server.ts";

function told(what: string, values: readonly number[], unit: string): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
  console.log(
    `${what}: median ${at(0.5)} ${unit}, 5 % ${at(0.05)}, 95 % ${at(0.95)} (${values.length})`,
  );
}

/** Frames a second over four seconds, counted in the page while its film plays. */
const FRAMES = `new Promise((done) => {
  const times = [];
  const count = (time) => {
    times.push(time);
    const passed = time - times[0];
    if (passed < 4000) requestAnimationFrame(count);
    else done((times.length - 1) / passed * 1000);
  };
  requestAnimationFrame(count);
})`;

await whileServing(async (address) => {
  const latencies: number[] = [];
  for (let i = 0; i < 41; i++) {
    const begun = performance.now();
    await (await fetch(`${address}/kmeans.svg?seed=${i}`)).text();
    if (i > 0) latencies.push(performance.now() - begun);
  }
  told("/kmeans.svg, each another seed", latencies, "ms");

  const begun = performance.now();
  await Promise.all(
    Array.from(
      { length: 100 },
      async (_, i) =>
        await (await fetch(`${address}/kmeans.${i % 4 ? "svg" : "gif"}?seed=${i}`)).bytes(),
    ),
  );
  console.log(`100 at once, 25 of them GIFs: ${((performance.now() - begun) / 1000).toFixed(1)} s`);

  await inPage(address, async (page) => {
    await page.waitForTimeout(1500);
    const rates: number[] = [];
    for (let i = 0; i < 5; i++) rates.push(await page.evaluate<number>(FRAMES));
    told("a film of 1,200 points", rates, "frames/s");

    await page.keyboard.press("End");
    const box =
      (await page.getByRole("button", { name: "Centroid 2", exact: true }).boundingBox())!;
    await page.mouse.move(box.x + 18, box.y + 18);
    await page.mouse.down();
    for (let i = 1; i <= 120; i++) {
      await page.mouse.move(box.x + 18 + 2 * i, box.y + 18 - i);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    told(
      "a centroid of twelve dragged over 1,200 points",
      await page.evaluate<number[]>(
        "performance.getEntriesByName('lloyd-drag').map(({ duration }) => duration)",
      ),
      "ms a frame",
    );
  }, { viewport: { width: 1280, height: 800 } });
});
