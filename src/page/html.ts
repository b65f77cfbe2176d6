import { policySource } from "../bytes/sha256.ts";
import controls from "../encode/player/controls.html" with { type: "text" };
import player from "../encode/player/player.css" with { type: "text" };
import page from "./page.html" with { type: "text" };
import own from "./page.css" with { type: "text" };

/** The style of the page. */
export const SHEET = `${player}${own}`;

/** What a server adds to the page. */
export interface Served {
  /** What shows how to embed a picture. */
  readonly embed: string;
  /** What tells the links to pictures. */
  readonly links: string;
}

/**
 * The page as an HTML document; it needs `lloyd.js`, `page.css` and `typeface.svg` beside it.
 *
 * @param served What a server adds; without it the page is one of a static site.
 */
export async function pageHtml(served?: Served): Promise<string> {
  const [, script] = /<script type="module">(.*?)<\/script>/s.exec(page)!;
  const policy = [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src data:",
    "style-src 'self'",
    // Where no server draws pixels, WebAssembly does.
    `script-src 'self'${served ? "" : " 'wasm-unsafe-eval'"} ${await policySource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return page
    .replace(
      "<meta charset",
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta charset`,
    )
    .replace('<html lang="en">', served ? '<html lang="en" data-server>' : '<html lang="en">')
    .replace("<!-- player -->", () => controls)
    .replace("<!-- embed -->\n", () => served?.embed ?? "")
    .replace("<!-- links -->\n", () => served?.links ?? "");
}
