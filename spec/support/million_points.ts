/** Makes a GIF of a million points and prints the most memory that the process had, in MB. */
import { blobs, filmToGif, makeFilm, record } from "../../mod.ts";

const trace = record(blobs({ points: 83_334, seed: 4 }), { k: 12, seed: 4, maxIterations: 20 });
const gif = await filmToGif(makeFilm(trace));
const status = await Deno.readTextFile("/proc/self/status");
const most = Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
console.log(JSON.stringify({ points: trace.points.rows, bytes: gif.length, most }));
