// deno-fmt-ignore-file
import type { Mutation } from "./mutation.ts";

/** Mistakes in src/formats, and in what reads recipes back. */
export const formats: readonly Mutation[] = [
  ["src/formats/formats.ts", "exec(path)?.[1].toLowerCase() ?? \"\"", "exec(path)?.[1] ?? \"\"", "formats/formats_test.ts"],
  ["src/formats/formats.ts", "rows\\.json|[^./\\\\]+", "[^./\\\\]+", "formats/formats_test.ts"],
  ["src/formats/formats.ts", "[^./\\\\]+)$/i", "[^.\\\\]+)$/i", "formats/formats_test.ts"],
  ["src/formats/formats.ts", "ending === name", "ending.startsWith(name)", "cli/output_test.ts formats/formats_test.ts"],
  ["src/formats/rows.ts", "holds: \"rows\"", "holds: \"picture\"", "formats/formats_test.ts"],
  ["src/formats/gif.ts", "  economies: [\"fps\", \"colors\", \"size\"],\n", "", "formats/formats_test.ts"],
  ["src/formats/gif.ts", "embeddedAs: \"image\"", "embeddedAs: \"still\"", "cli/embed_test.ts"],
  ["src/formats/apng.ts", "embeddedAs: \"image\"", "embeddedAs: \"page\"", "cli/output_test.ts"],
  ["src/formats/png.ts", "  canBeStill: true,\n", "", "cli/output_test.ts cli/outputs_test.ts"],
  ["src/formats/png.ts", "await still()", "await film()", "formats/formats_test.ts"],
  ["src/formats/png.ts", "canBeTransparent: true", "canBeTransparent: false", "formats/formats_test.ts"],
  ["src/formats/svg.ts", "await still()", "await film()", "formats/formats_test.ts"],
  ["src/formats/svg.ts", "canBeTransparent: true", "canBeTransparent: false", "cli/output_test.ts"],
  ["src/formats/json.ts", "holds: \"run\"", "holds: \"picture\"", "cli/output_test.ts"],
  ["src/formats/json.ts", "/^\\s*\\{/", "/^\\{\\{/", "formats/formats_test.ts"],
  ["src/formats/mp4.ts", "isMoving: true", "isMoving: false", "formats/formats_test.ts"],
  ["src/formats/tsv.ts", "\"\\t\"", "\",\"", "formats/formats_test.ts"],
  ["src/formats/read_recipe.ts", "value.format === \"lloyd-trace\"", "value.format === \"trace\"", "formats/formats_test.ts"],
  ["src/formats/read_recipe.ts", "isObject(recipe) ? recipe : undefined", "recipe as Recipe", "formats/formats_test.ts"],
  ["src/encode/gif/gif_comment.ts", "\"GIF8\"", "\"GIF9\"", "formats/formats_test.ts"],
  ["src/encode/gif/gif_comment.ts", "(flags & 7) + 1", "(flags & 7)", "formats/formats_test.ts"],
  ["src/encode/mp4/mp4_comment.ts", "subarray(8)", "subarray(4)", "formats/formats_test.ts"],
  ["src/encode/markup_recipe.ts", "unescaped(content) : content", "content : content", "formats/formats_test.ts"],
  ["src/encode/markup_recipe.ts", "String.fromCharCode(Number(code))", "String(code)", "formats/formats_test.ts"],
  ["src/bytes/png_text.ts", "keyword.length + 1", "keyword.length", "formats/formats_test.ts"],
  ["src/bytes/png_text.ts", "view.getUint32(at) + 12)", "view.getUint32(at) + 8)", "formats/formats_test.ts"],
  ["src/bytes/begins_with.ts", ".every(", ".some(", "formats/formats_test.ts"],
];
