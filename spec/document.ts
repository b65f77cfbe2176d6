import { chapters, type ClauseId, clauses, unspecified } from "../src/conform/clauses.ts";
import { CHECKED, CHECKED_WITH_WEIGHTS } from "../src/conform/conformance.ts";

const FOLDER = new URL("kmeans/", import.meta.url);
const VECTORS = new URL("../fixtures/conform/", import.meta.url);

/** The specification as a document in Markdown. */
export async function specification(): Promise<string> {
  const properties = await propertiesOf();
  const examples = await examplesOf();
  const checked = (id: ClauseId) =>
    CHECKED.steps.includes(id) || CHECKED.fit.includes(id) ||
    CHECKED_WITH_WEIGHTS.includes(id);
  const parts = chapters.map((title, i) => {
    const own = clauses.filter(({ id }) => id.startsWith(`§${i + 1}.`));
    const texts = own.map(({ id, title, why, source }) => {
      const list = properties.get(id)!.map((property) => `- ${property}`).join("\n");
      const example = examples.get(id);
      return `### ${id} ${title}${checked(id) ? " ◆" : ""}

${why} ${source === "Decided here" ? "Decided here." : `Source: ${source}.`}

Tested by:

${list}
${example ? `\nExample: ${example}\n` : ""}`;
    });
    return `## ${i + 1}. ${title}\n\n${texts.join("\n")}`;
  });
  return `# K-means, clause by clause

Points are a table of M rows and N columns, the features; centroids one of K rows and N columns. All
numbers are 64-bit floats. Each clause is held by the tests named under it. Those marked ◆ are held
against any program, in any language, by

    deno run --allow-run=python3 cli.ts conform -- python3 my_kmeans.py

which speaks one line of JSON a run: a request
\`{"points": [[…], …], "centroids": [[…], …]}\`, an answer
\`{"steps": [{"iteration": 0, "centroids": [[…], …], "labels": […]}, …]}\` or \`{"error": "…"}\`. The
requests that every program gets first are in [fixtures/conform](../fixtures/conform), programs that
conform in [examples/conform](../examples/conform). With \`conform --weights\` requests can have
\`"weights": […]\`, too.

This document is written from the clauses and the tests by \`deno task spec\`.

${parts.join("\n")}
## What is not specified

Implementations that meet every clause may still differ in this:

${[...unspecified, ...OTHERS].map((text) => `- ${text}`).join("\n")}
`;
}

const OTHERS = [
  "The order of summing, for any but our own engines (§3.2): centroids to a relative 1e-9 conform.",
  "Which of two centroids a label names where rounding alone decides which is nearer.",
  "The bytes of a GIF, or of any other artifact, from one version to the next.",
];

/** The kinds of examples by which each clause is tested. */
async function propertiesOf(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(clauses.map(({ id }) => [id, []]));
  const names = [...Deno.readDirSync(FOLDER)].map(({ name }) => name)
    .filter((name) => name.endsWith("_test.ts")).sort();
  for (const name of names) {
    const text = await Deno.readTextFile(new URL(name, FOLDER));
    for (const [, id, quoted, ticked] of text.matchAll(TEST)) {
      const property = quoted ?? ticked.replace(/\$\{[^}]*\}/g, "…");
      found.get(id)!.push(`${property} ([${name}](kmeans/${name}))`);
    }
  }
  return found;
}

const TEST = /specify\(\s*"(§[\d.]+)",\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;

/** A request that shows a clause, and its answer. */
async function examplesOf(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const names = [...Deno.readDirSync(VECTORS)].map(({ name }) => name).sort();
  for (const name of names) {
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(new URL(name, VECTORS));
    const { clause, note, request: { points, centroids }, answer } = JSON.parse(text);
    if (found.has(clause)) continue;
    const labels = answer.steps?.at(-1).labels;
    const end = labels
      ? `ends with labels \`${JSON.stringify(labels)}\` in iteration ${answer.steps.length - 1}`
      : "is refused";
    found.set(
      clause,
      `${note}. Points \`${JSON.stringify(points)}\` from centroids \`${
        JSON.stringify(centroids)
      }\` ${end} ([${name}](../fixtures/conform/${name})).`,
    );
  }
  return found;
}
