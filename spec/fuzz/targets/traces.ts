import fc from "fast-check";
import { filmToSvg, makeFilm, parseTrace, type Trace, traceToJson } from "../../../mod.ts";
import { changedBytes } from "../arbitraries/bytes.ts";
import { changedJson, jsonOf } from "../arbitraries/json.ts";
import { checkArtifact, checkMessage } from "../oracles.ts";
import { TRACES } from "../samples.ts";
import { target } from "../target.ts";

const texts = TRACES.map((trace) => new TextEncoder().encode(JSON.stringify(trace)));

/** Runs as JSON, of other programs and of nobody. */
export default target({
  each: 200,
  inputs: fc.oneof(
    { weight: 4, arbitrary: changedJson(TRACES).map((value) => jsonOf(value)) },
    { weight: 1, arbitrary: changedBytes(texts).map((bytes) => new TextDecoder().decode(bytes)) },
  ),
  check: async (text) => {
    let trace: Trace;
    try {
      trace = parseTrace(text);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      return checkMessage(error.message);
    }
    JSON.parse(traceToJson(trace));
    const svg = filmToSvg(makeFilm(trace, { width: 80, height: 60 }));
    await checkArtifact("a.svg", new TextEncoder().encode(svg));
  },
});
