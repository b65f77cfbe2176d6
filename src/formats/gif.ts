import { gifComment } from "../encode/gif/gif_comment.ts";
import type { Format } from "./format.ts";
import { moving } from "./moving.ts";

/** A looping GIF. */
export const gif: Format = {
  ending: "gif",
  mime: "image/gif",
  about: "the film",
  holds: "picture",
  isPixels: true,
  isMoving: true,
  economies: ["fps", "colors", "size"],
  embeddedAs: "image",
  encode: moving("gif"),
  recipeIn: gifComment,
};
