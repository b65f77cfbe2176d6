import { pngText } from "../bytes/png_text.ts";
import type { Format } from "./format.ts";
import { moving } from "./moving.ts";

/** An animated PNG. */
export const apng: Format = {
  ending: "apng",
  mime: "image/apng",
  about: "the film without loss",
  holds: "picture",
  isPixels: true,
  isMoving: true,
  economies: ["fps", "size"],
  embeddedAs: "image",
  encode: moving("apng"),
  recipeIn: (bytes) => pngText(bytes, "Recipe"),
};
