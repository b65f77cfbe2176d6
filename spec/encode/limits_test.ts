import assert from "node:assert/strict";
import { encodeFilm } from "../../mod.ts";
import { smallFilm } from "../support/films.ts";

const film = smallFilm(5, { width: 32, height: 24 });

Deno.test("Frame rate, loop, colours and quality are refused outside their ranges, before work", async () => {
  for (
    const [name, ...values] of [
      ["fps", 0, 51, NaN],
      ["loop", 0, 1.5, 65_536],
      ["colors", 1, 2.5, 256],
      ["quality", 0, 101],
    ] as const
  ) {
    for (const value of values) {
      await assert.rejects(
        () => encodeFilm(film, [], { [name]: value }),
        (error: Error) => error instanceof RangeError && error.message.includes(`'${name}'`),
        `${name} ${value}`,
      );
    }
  }
});

Deno.test("Frame rate, loop, colours and quality are taken at the ends of their ranges", async () => {
  await encodeFilm(film, [], { fps: 1, loop: 1, colors: 2, quality: 1 });
  await encodeFilm(film, [], { fps: 50, loop: 65_535, colors: 255, quality: 100 });
});
