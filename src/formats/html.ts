import { markupRecipe } from "../encode/markup_recipe.ts";
import type { Format } from "./format.ts";

/** A page with a player. */
export const html: Format = {
  ending: "html",
  mime: "text/html; charset=utf-8",
  about: "the film with controls, in one page",
  holds: "picture",
  embeddedAs: "page",
  encode: async ({ film, look: { theme, loop }, recipe }) => {
    const { filmToHtml } = await import("../encode/html.ts");
    return new TextEncoder().encode(await filmToHtml(await film(), { theme, loop, recipe }));
  },
  recipeIn: markupRecipe,
};
