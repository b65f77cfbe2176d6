import type { Format } from "./format.ts";
import { markupRecipe } from "../encode/markup_recipe.ts";

/** An SVG that animates itself. */
export const svg: Format = {
  ending: "svg",
  mime: "image/svg+xml",
  about: "the film",
  holds: "picture",
  canBeStill: true,
  canBeTransparent: true,
  embeddedAs: "image",
  encode: async ({ film, still = film, look: { theme, loop, transparent }, recipe }) => {
    const { filmToSvg } = await import("../svg/film_svg.ts");
    return new TextEncoder().encode(
      filmToSvg(await still(), { theme, loop, transparent, recipe }),
    );
  },
  recipeIn: markupRecipe,
};
