/** Writes the page as a static site: all addresses in it are relative, any host will do. */
import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};
import { pageHtml, SHEET } from "../src/page/html.ts";
import lloyd from "../src/page/lloyd.js" with { type: "text" };

const folder = Deno.args[0] ?? "site";
await Deno.mkdir(folder, { recursive: true });
const files = {
  "index.html": await pageHtml(),
  "page.css": SHEET,
  "lloyd.js": lloyd,
  "typeface.svg": openSans,
};
for (const [name, text] of Object.entries(files)) {
  await Deno.writeTextFile(`${folder}/${name}`, text);
}
console.log(`${folder}/index.html`);
