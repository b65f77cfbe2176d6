import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};
import { pageHtml, SHEET } from "../../page/html.ts";
import { LIMITS } from "../../page/limits.ts";
import lloyd from "../../page/lloyd.js" with { type: "text" };
import { escape } from "../../svg/elements.ts";
import { TYPES } from "./artifact.ts";
import { OF_TABLES, PARAMETERS } from "./query.ts";

/** The files of the page by their paths: the media type and the text of each. */
export const PAGE: Readonly<Record<string, readonly [type: string, text: () => Promise<string>]>> =
  {
    "/": ["text/html; charset=utf-8", () => html ??= pageHtml({ embed: EMBED, links: links() })],
    "/page.css": ["text/css; charset=utf-8", () => Promise.resolve(SHEET)],
    "/lloyd.js": ["text/javascript; charset=utf-8", () => Promise.resolve(lloyd)],
    "/typeface.svg": ["image/svg+xml", () => Promise.resolve(openSans)],
  };

let html: Promise<string> | undefined;

const EMBED = `<label>To embed it <input id="embed" readonly></label>
`;

/** The part of the page that lists the links to pictures and their parameters. */
function links(): string {
  const row = (
    [name, { called = name, help, value, otherwise, initial }]: (typeof PARAMETERS)[number],
  ) =>
    `<tr><th scope="row"><code>${called}${value ? `=${escape(value)}` : ""}</code></th><td>${
      undashed(help)
    }</td><td>${
      undashed(name === "seed" ? "1" : otherwise ?? (value ? String(initial ?? "") : ""))
    }</td></tr>`;
  const [ofTables, others] = [true, false].map((isOfTables) =>
    PARAMETERS.filter(([name]) => OF_TABLES.includes(name) === isOfTables).map(row).join("\n")
  );
  const formats = Object.keys(TYPES).map((format) => `<code>.${format}</code>`).join(", ");
  return `<details id="more">
<summary>Links for embedding</summary>
<p><code>/kmeans.svg?k=5&amp;seed=3&amp;theme=dark</code>, and so ${formats}. At most ${LIMITS.k} clusters, ${
    LIMITS.points.toLocaleString("en")
  } points, ${LIMITS.width} × ${LIMITS.height} pixels and ${
    LIMITS.frames.toLocaleString("en")
  } frames.</p>
<p>A table or a run (the JSON of a download) that is sent to the same addresses by
<code>POST</code>, of at most ${LIMITS.body / 2 ** 20} MB, is drawn:</p>
<pre>curl --data-binary @points.csv -o anim.gif '/kmeans.gif?k=3'</pre>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">What it does</th><th scope="col">Without it</th></tr></thead>
<tbody>
${others}
<tr><th scope="rowgroup" colspan="3">For a table that is sent</th></tr>
${ofTables}
</tbody>
</table>
</details>
`;
}

/** The help of an option, as the help of a parameter: names have no dashes there. */
function undashed(text: string): string {
  return escape(text).replace(/--(?=\w)/g, "");
}
