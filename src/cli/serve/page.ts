import { SHAPE_NAMES } from "../../data/shape_names.ts";
import { escape } from "../../svg/elements.ts";
import { TYPES } from "./artifact.ts";
import script from "./page.js" with { type: "text" };
import sheet from "./page.css" with { type: "text" };
import { LIMITS, PARAMETERS } from "./query.ts";

let made: Promise<Response> | undefined;

/** The page to play with, which also tells the parameters of the links. */
export async function page(): Promise<Response> {
  return (await (made ??= makePage())).clone();
}

async function makePage(): Promise<Response> {
  const html = text();
  const policy = [
    "default-src 'none'",
    "frame-src 'self'",
    "connect-src 'self'",
    `style-src ${await hashOf(sheet)}`,
    `script-src ${await hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
  });
}

function text(): string {
  const choice = (name: string, title: string, values: readonly string[], first: string) =>
    `<label>${title} <select name="${name}">${
      values.map((value) =>
        `<option value="${value}"${value === first ? " selected" : ""}>${value}</option>`
      ).join("")
    }</select></label>`;
  const count = (name: string, title: string, most: number, value: number) =>
    `<label>${title} <input name="${name}" type="number" min="1" max="${most}" value="${value}"></label>`;
  const rows = PARAMETERS.map(([name, { help, value, otherwise, initial }]) =>
    `<tr><th scope="row"><code>${name}${value ? `=${escape(value)}` : ""}</code></th><td>${
      escape(help)
    }</td><td>${
      escape(name === "seed" ? "1" : otherwise ?? (value ? String(initial ?? "") : ""))
    }</td></tr>`
  );
  const formats = Object.keys(TYPES);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>K-means, step by step</title>
<style>${sheet}</style>
</head>
<body>
<main>
<form id="controls" aria-label="The run">
${choice("shape", "Shape", SHAPE_NAMES, "blobs")}
${count("k", "k", LIMITS.k, 12)}
${choice("init", "Start", ["random", "kmeans++", "maxmin", "partition"], "random")}
${count("seed", "Seed", 2 ** 32 - 1, 1)}
${choice("size", "Size", ["480x360", "640x480", "960x720", "1280x720"], "640x480")}
${choice("theme", "Theme", ["auto", "light", "dark", "classic"], "auto")}
${choice("style", "Style", ["glide", "classic"], "glide")}
<label><input name="no-cells" type="checkbox" value="true"> no cells</label>
<label><input name="no-trails" type="checkbox" value="true"> no trails</label>
<input name="start-seed" type="hidden" value="">
<button id="clusters" type="button">New clusters</button>
<button id="centroids" type="button">New centroids</button>
<p id="problem" role="alert"></p>
</form>
<iframe id="player" title="The run"></iframe>
<p id="downloads">Download: ${
    formats.map((format) => `<a data-format="${format}" download>${format.toUpperCase()}</a>`)
      .join(" ")
  }</p>
<p><label>To embed it <input id="embed" readonly></label></p>
<details>
<summary>Links for embedding</summary>
<p><code>/kmeans.svg?k=5&amp;seed=3&amp;theme=dark</code>, and so ${
    formats.map((format) => `<code>.${format}</code>`).join(", ")
  }. At most ${LIMITS.k} clusters, ${
    LIMITS.points.toLocaleString("en")
  } points, ${LIMITS.width} × ${LIMITS.height} pixels and ${
    LIMITS.frames.toLocaleString("en")
  } frames.</p>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">What it does</th><th scope="col">Without it</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</details>
</main>
<script type="module">${script}</script>
</body>
</html>
`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
