import { mp4Comment } from "../encode/mp4/mp4_comment.ts";
import { requireMp4Size } from "../encode/mp4/mp4_size.ts";
import type { Format } from "./format.ts";
import { moving } from "./moving.ts";

/** A video in H.264. */
export const mp4: Format = {
  ending: "mp4",
  mime: "video/mp4",
  about: "the film",
  holds: "picture",
  isPixels: true,
  isMoving: true,
  economies: ["fps", "quality", "size"],
  embeddedAs: "video",
  requireSize: requireMp4Size,
  encode: moving("mp4"),
  recipeIn: mp4Comment,
};
