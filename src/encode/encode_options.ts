import type { Rules } from "../checks.ts";
import { FPS_RULE } from "../film/scene/film.ts";
import { THEME_NAMES } from "../film/scene/theme.ts";

/** What the options of every way to write a film may be, wherever one takes them. */
export const ENCODE_RULES = {
  theme: { is: "word", words: THEME_NAMES },
  fps: FPS_RULE,
  loop: { is: "number", least: 1, most: 65_535, isWhole: true },
  colors: { is: "number", least: 2, most: 255, isWhole: true },
  quality: { is: "number", least: 1, most: 100, isWhole: true },
  time: { is: "number", least: 0, most: Number.MAX_VALUE },
  transparent: { is: "boolean" },
  recipe: { is: "json" },
  onProgress: { is: "function" },
  signal: { is: "signal" },
} as const satisfies Rules;
