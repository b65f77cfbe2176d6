import assert from "node:assert/strict";
import { ROOT } from "../support/command.ts";

/** In MB: of it, some 70 are Deno's own. */
const MOST = 400;

async function measured(...args: string[]): Promise<{ frames: number; most: number }> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", `${ROOT}spec/support/thousand_frames.ts`, ...args],
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
      const { frames, most } = await measured(...formats);
      assert(frames >= 1000, `only ${frames} frames`);
      assert(most <= MOST, `${most} MB`);
    },
  });
}
