import assert from "node:assert/strict";
import { UsageError } from "../../src/cli/errors.ts";
import { parseOptions } from "../../src/cli/options/parse.ts";
import type { Artifact } from "../../src/cli/output/artifact.ts";
import { nameOf } from "../../src/cli/output/artifact.ts";
import { embedding, markdownImage } from "../../src/cli/output/embed.ts";
import { requestedOutputs } from "../../src/cli/output/output.ts";
import { requireEnding, type SideFile } from "../../src/cli/output/side_files.ts";
import { sizeText } from "../../src/cli/output/size_text.ts";
import { summary } from "../../src/cli/output/summary.ts";
import { formatOfPath } from "../../src/formats/formats.ts";

const outputs = async (...args: string[]) => requestedOutputs(await parseOptions(args));
const artifact = (path: string, given?: string): Artifact => ({
  path,
  format: formatOfPath(path)!,
  bytes: new Uint8Array(1234),
  ...(given && { given }),
});

Deno.test("The ending of a file chooses its format, --format that of a file whose ending says none", async () => {
  const found = await outputs("-o", "a.gif", "-o", "b", "-o", "c.rows.json", "--format", "svg");
  assert.deepEqual(found.map(({ format }) => format.ending), ["gif", "svg", "rows.json"]);
  const dark = await outputs("-o", "a.gif", "--dark-out", "b.gif");
  assert.deepEqual(dark.map(({ isDark }) => isDark), [false, true]);
});

const refused: Readonly<Record<string, RegExp>> = {
  "": /nothing to write: add --out anim\.gif \(formats: gif, svg, html/,
  "-o a.gif -o a.gif": /--out a\.gif is given twice/,
  "-o a.csv --centroids-out a.csv": /--out a\.csv is given twice/,
  "-o a.xyz": /--out 'a\.xyz' does not end in a format: choose one of \.gif, \.svg/,
  "-o a --format xyz": /--format 'xyz' is no format/,
  "-o a.svg --dark-out b.json": /--dark-out b\.json: a json has no theme/,
  "-o a.gif --at 1s": /--at picks the moment of a still: add --out still\.png/,
  "-o a.svg -o a.gif --transparent": /--transparent: a gif cannot be half clear/,
  "-o a.json --elbow 1..3": /--elbow makes many runs, and a \.json is about one/,
  "-o a.csv --compare k=2,3": /--compare makes many runs, and a table of rows is about one/,
  "-o a.svg --compare k=2,3 --centroids-out c.csv": /and --centroids-out is about one/,
  "-o a.svg --elbow 2..3 --centroids c.csv": /and --centroids is about one/,
};

for (const [call, why] of Object.entries(refused)) {
  Deno.test(`Outputs that contradict the call are refused: ${call || "none"}`, async () => {
    await assert.rejects(
      () => outputs(...call.split(" ").filter(Boolean)),
      (error) => error instanceof UsageError && why.test(error.message),
    );
  });
}

Deno.test("What goes well together is let pass", async () => {
  await outputs("-o", "a.csv", "--elbow", "1..3");
  await outputs("-o", "a.svg", "-o", "run.json", "--transparent");
  await outputs("-o", "a.gif", "-o", "b.png", "--at", "1s");
  await outputs("--centroids-out", "c.json");
});

Deno.test("Files of what a run found end in a format that can hold it", () => {
  const refused = (option: SideFile["option"], path: string) =>
    assert.throws(() => requireEnding({ option, path }), { message: new RegExp(`'${path}' does`) });
  for (const path of ["c.json", "c.PARQUET", "c.rows.json", "c.csv"]) {
    requireEnding({ option: "centroids-out", path });
  }
  requireEnding({ option: "model-out", path: "m.json" });
  for (const path of ["s.md", "s.json", "s.csv"]) requireEnding({ option: "summary-out", path });
  refused("centroids-out", "c.gif");
  refused("model-out", "m.csv");
  refused("summary-out", "s.parquet");
});

Deno.test("Markdown keeps its brackets and addresses whole, whatever a text or a name holds", () => {
  assert.equal(markdownImage("a [b] \\c", "my anim.gif"), "![a \\[b\\] \\\\c](my%20anim.gif)");
});

Deno.test("HTML to embed escapes its texts and names", () => {
  const text = embedding(`"k" <3>`, undefined, [artifact('a"b.gif')], []);
  assert.match(text, /<img src="a%22b\.gif" alt="&#34;k&#34; &#60;3&#62;">/);
});

Deno.test("Each format is embedded as it is shown: an image, a still, a video, a page", () => {
  const all = ["a.mp4", "a.html", "a.png", "a.apng", "a.csv"].map((path) => artifact(path));
  const text = embedding("K-means", undefined, all, []);
  assert.match(text, /Markdown:\n\n!\[K-means\]\(a\.apng\)/);
  assert.match(text, /<source media="\(prefers-reduced-motion: reduce\)" srcset="a\.png">/);
  assert.match(text, /<video src="a\.mp4" aria-label="K-means" controls loop muted playsinline>/);
  assert.match(text, /<iframe src="a\.html" title="K-means">/);
  assert.doesNotMatch(text, /a\.csv/);
  const alone = embedding("K-means", undefined, [artifact("a.png")], []);
  assert.match(alone, /<img src="a\.png"/);
  assert.doesNotMatch(alone, /<source/);
});

Deno.test("A picture for dark pages stands beside the light one", () => {
  const both = [artifact("a.svg"), artifact("night.svg")];
  const text = embedding("K-means", undefined, both, ["night.svg"]);
  assert.match(text, /<source media="\(prefers-color-scheme: dark\)" srcset="night\.svg">/);
  assert.match(text, /<img src="a\.svg"/);
});

Deno.test("A summary tells each file with its size and what was given up for it", () => {
  const about = { title: "t", description: "What it is." };
  const files = [artifact("-", "8 colours"), artifact("run.json"), artifact("a.gif")];
  assert.equal(
    summary(about, undefined, files, true).join("\n"),
    [
      "What it is.",
      "standard output: 1.23 KB, with 8 colours",
      "run.json: 1.23 KB",
      "a.gif: 1.23 KB",
      "To embed it: ![What it is.](a.gif)",
    ].join("\n"),
  );
  assert.doesNotMatch(summary(about, undefined, files, false).join("\n"), /To embed/);
  assert.doesNotMatch(summary(about, undefined, files.slice(0, 2), true).join("\n"), /To embed/);
});

Deno.test("Sizes are told in thousands and millions of bytes, in three digits", () => {
  assert.deepEqual([0, 999, 123_456, 999_999, 1_000_000, 2_345_678].map(sizeText), [
    "0 KB",
    "0.999 KB",
    "123 KB",
    "1000 KB",
    "1 MB",
    "2.35 MB",
  ]);
  assert.equal(nameOf("-"), "standard output");
});
