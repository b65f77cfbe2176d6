import fc from "fast-check";
import assert from "node:assert/strict";
import { handle } from "../../../src/cli/serve/handler.ts";
import { SAMPLES } from "../arbitraries/calls.ts";
import { changedBytes } from "../arbitraries/bytes.ts";
import { numberText, text } from "../arbitraries/texts.ts";
import { checkArtifact, checkMessage } from "../oracles.ts";
import { TABLE_BYTES, TRACES } from "../samples.ts";
import { target } from "../target.ts";

const parameter = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...Object.entries(SAMPLES)).chain(([name, values]) =>
      fc.constantFrom(...values!).map((value) => [name, value] as const)
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(SAMPLES), "standardize"), text) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("seed", "k", "at", "start-seed"), numberText) },
  { weight: 1, arbitrary: fc.tuple(text, text) },
);

/** What keeps a request small: it is given where no other value is. */
const SMALL = {
  size: "64x48",
  points: "9",
  clusters: "3",
  k: "2",
  fps: "5",
  interval: "80ms",
  hold: "20ms",
};

const bodies = fc.oneof(
  changedBytes(TABLE_BYTES),
  changedBytes(TRACES.map((trace) => new TextEncoder().encode(JSON.stringify(trace)))),
);

/** Requests to the server, also such as no browser sends. */
export default target({
  each: 40,
  inputs: fc.record({
    method: fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE"),
    path: fc.oneof(
      {
        weight: 1,
        arbitrary: fc.constantFrom("/", "/lloyd.js", "/no", "/kmeans", "//", "/kmeans.exe"),
      },
      {
        weight: 6,
        arbitrary: fc.constantFrom("svg", "png", "gif", "json", "html", "apng", "mp4").map((
          ending,
        ) => `/kmeans.${ending}`),
      },
      { weight: 1, arbitrary: text.map((text) => `/${encodeURIComponent(text.toWellFormed())}`) },
    ),
    parameters: fc.array(parameter, { maxLength: 4 }),
    body: bodies,
    accept: fc.constantFrom("*/*", "application/json", "text/html", ""),
  }),
  check: async ({ method, path, parameters, body, accept }) => {
    const given = new Set(parameters.map(([name]) => name));
    const small = Object.entries(SMALL).filter(([name]) => !given.has(name));
    const sends = method === "POST" || method === "PUT";
    const all = [
      ...parameters,
      ...small.filter(([name]) => !sends || !/^(points|clusters)$/.test(name)),
    ];
    const query = new URLSearchParams(all.map(([name, value]) => [name, value])).toString();
    const response = await handle(
      new Request(`http://127.0.0.1:8000${path}?${query}`, {
        method,
        headers: { accept },
        ...(sends && { body: body as BodyInit }),
      }),
    );
    const { status, headers } = response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert([200, 204, 400, 404, 405, 413, 414, 422].includes(status), `status ${status}`);
    const type = headers.get("content-type") ?? "";
    if (status === 200) {
      const ending = /\.(svg|png|gif|json|html|apng|mp4)$/.exec(path)?.[1];
      if (ending && method !== "HEAD") await checkArtifact(`a.${ending}`, bytes);
      return;
    }
    if (method === "HEAD") return;
    const said = new TextDecoder().decode(bytes).trimEnd();
    checkMessage(type.includes("json") ? JSON.parse(said).error ?? said : said);
  },
});
