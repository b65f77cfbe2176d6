import type { MovingFormat } from "../encode/encode_film.ts";
import type { Format } from "./format.ts";

/** Makes a format that is drawn frame by frame. */
export function moving(format: MovingFormat): Format["encode"] {
  return async ({ film, look, recipe, onProgress, signal }) => {
    const { encodeFilm } = await import("../encode/encode_film.ts");
    const { transparent: _, ...options } = look;
    const files = await encodeFilm(await film(), [format], {
      ...options,
      recipe,
      onProgress,
      signal,
    });
    return files[format];
  };
}
