import { pngText } from "../bytes/png_text.ts";
import type { Format } from "./format.ts";

/** A picture that stands still. */
export const png: Format = {
  ending: "png",
  mime: "image/png",
  about: "its last picture, or the one --at picks",
  holds: "picture",
  isPixels: true,
  canBeStill: true,
  canBeTransparent: true,
  economies: ["size"],
  embeddedAs: "still",
  encode: async ({ film, still = film, look: { theme, transparent }, recipe }) => {
    const { filmToPng } = await import("../encode/png.ts");
    return await filmToPng(await still(), { theme, transparent, recipe });
  },
  recipeIn: (bytes) => pngText(bytes, "Recipe"),
};
