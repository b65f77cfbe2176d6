import fc from "fast-check";
import assert from "node:assert/strict";
import { text } from "../arbitraries/texts.ts";
import { called } from "../captured.ts";
import { checkMessage } from "../oracles.ts";
import { target } from "../target.ts";

/** A text as a word of the shell. */
const quoted = (text: string) => `'${text.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;

/** What a program prints for one request. */
const answer = fc.oneof(
  text,
  fc.constantFrom(
    '{"error": "no"}',
    '{"steps": []}',
    '{"steps": [{"iteration": 0, "centroids": [], "labels": []}]}',
    '{"steps": [{"iteration": 0, "centroids": [[0, 0]], "labels": [0]}]}',
    '{"steps": [{"iteration": 0, "centroids": [[1e999]], "labels": [4e9]}]}',
    '{"steps": [null]}',
    '{"error": {"toString": 1}}',
    "[".repeat(5000),
  ),
  text.map((error) => JSON.stringify({ error })),
).map((line) => `printf '%s\\n' ${quoted(line)}`);

/** What a program does, a line of the shell each. */
const act = fc.oneof(
  answer,
  fc.constantFrom(
    "exit 3",
    "exec 1>&-",
    "exec 0<&-",
    "sleep 1 &",
    "sleep 9",
    "kill -9 $$",
    "head -c 300000 /dev/zero",
    "printf half",
    "read more",
  ),
  text.map((remark) => `printf '%s\\n' ${quoted(remark)} >&2`),
);

/** Programs under test that do anything but run K-means. */
export default target({
  each: 2,
  inputs: fc.record({
    first: fc.array(act, { maxLength: 2 }),
    each: fc.array(act, { maxLength: 3 }),
    options: fc.subarray(["--json", "--protocol=fit", "--clause=3"]),
  }),
  check: async ({ first, each, options }) => {
    const script = [...first, "while read -r line; do", ":", ...each, "done"].join("\n");
    const how = [...options, "--runs=5", "--limit=100ms"];
    const { code, stdout, stderr } = await called(["conform", ...how, "--", "sh", "-c", script]);
    assert([0, 1, 2].includes(code), `status ${code}`);
    assert(stdout.length < 500_000, `a report of ${stdout.length} characters`);
    assert(
      // deno-lint-ignore no-control-regex
      !/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(stdout),
      "what is invisible is printed",
    );
    if (stderr !== "") checkMessage(stderr.trimEnd());
    if (stderr === "" && options.includes("--json")) JSON.parse(stdout);
  },
  runs: ["sh"],
});
