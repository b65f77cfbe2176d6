/**
 * Encodes a film of a thousand frames at 1280×720 in the formats named, and prints how many frames
 * there were and the most memory that the process had, in MB.
 */
import { blobs, encodeFilm, filmToGifStream, framesOf, makeFilm, record } from "../../mod.ts";
import type { MovingFormat } from "../../mod.ts";

const film = makeFilm(record(blobs({ clusters: 5, seed: 3 }), { k: 5, seed: 3 }), {
  width: 1280,
  height: 720,
  interval: 8600,
  hold: 20,
});
const frames = framesOf(film, 50).length;
if (Deno.args[0] === "stream") {
  for await (const _ of filmToGifStream(film, { fps: 50 }));
} else await encodeFilm(film, Deno.args as MovingFormat[], { fps: 50 });
const status = await Deno.readTextFile("/proc/self/status");
console.log(JSON.stringify({ frames, most: Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024 }));
