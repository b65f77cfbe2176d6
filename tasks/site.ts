/** Writes the page as a static site: all addresses in it are relative, any host will do. */
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};
import { pageHtml, SHEET } from "../src/page/html.ts";
import lloyd from "../src/page/lloyd.js" with { type: "text" };
import { bundleModule } from "./bundle_module.ts";

const folder = Deno.args[0] ?? "site";
const page = new URL("../src/page/", import.meta.url);
const resvg = await import("npm:@resvg/resvg-wasm@2.6.2/index_bg.wasm", {
  with: { type: "bytes" },
});
const files: Readonly<Record<string, string | Uint8Array>> = {
  "index.html": await pageHtml(),
  "page.css": SHEET,
  "lloyd.js": lloyd,
  "typeface.svg": openSans,
  "raster.js": await bundleModule(new URL("raster.ts", page), {
    [String(new URL("../raster/resvg_wasm.js", page))]: String(new URL("resvg_fetched.js", page)),
  }),
  "resvg.wasm": (resvg as unknown as { default: Uint8Array }).default,
};
await Deno.mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await Deno.writeFile(`${folder}/${name}`, bytes);
}
console.log(`${folder}/index.html`);
