import fc from "fast-check";
import { target } from "../target.ts";

/** A target that is wrong in every way, one for each remainder, so that a test sees each found. */
export default target({
  each: 5,
  inputs: fc.constantFrom("right", "wrong", "hangs", "waits", "eats", "dies", "writes"),
  check: async (how) => {
    if (how === "wrong") throw new Error("it is wrong");
    if (how === "waits") await new Promise((done) => setTimeout(done, 1e6));
    if (how === "dies") Deno.exit(7);
    if (how === "writes") Deno.writeTextFileSync("../../elsewhere", "");
    if (how === "hangs") { for (;;); }
    if (how === "eats") {
      const kept = [];
      for (;;) {
        kept.push(new Uint8Array(2 ** 27).fill(1));
        await new Promise((done) => setTimeout(done, 5));
      }
    }
  },
});
