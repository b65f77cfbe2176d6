import assert from "node:assert/strict";
import { ROOT } from "../support/command.ts";

/** In MB: of it, some 70 are Deno's own. */
const MOST = 400;

async function measured(script: string, ...args: string[]): Promise<Record<string, number>> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", `${ROOT}spec/support/${script}.ts`, ...args],
  }).output();
  assert.equal(new TextDecoder().decode(stderr), "");
  return JSON.parse(new TextDecoder().decode(stdout));
}

const ignore = Deno.build.os !== "linux";

for (const formats of [["gif", "apng", "mp4"], ["stream"]]) {
  Deno.test({
    name: `1,000 frames at 1280×720 take less than ${MOST} MB: ${formats.join(", ")}`,
    ignore,
    fn: async () => {
      const { frames, most } = await measured("thousand_frames", ...formats);
      assert(frames >= 1000, `only ${frames} frames`);
      assert(most <= MOST, `${most} MB`);
    },
  });
}

Deno.test({
  name:
    "A GIF of a million points takes less than 300 MB, and is no larger than its pixels ask for",
  ignore,
  fn: async () => {
    const { points, bytes, most } = await measured("million_points");
    assert(points >= 1e6);
    assert(most <= 300, `${most} MB`);
    assert(bytes <= 600_000, `${bytes} bytes`);
  },
});
