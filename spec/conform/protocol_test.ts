import assert from "node:assert/strict";
import { parseAnswer, ProtocolFault, shown } from "../../src/conform/protocol.ts";

const step = { iteration: 0, centroids: [[1, 2]], labels: [0, 0] };

function faulty(line: string, message: RegExp): void {
  assert.throws(() => parseAnswer(line), (error: Error) => {
    assert(error instanceof ProtocolFault);
    assert(!error.isFinal);
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("An answer is steps or an error, and what else is told is let pass", () => {
  const steps = [{ ...step, inertia: 1, program: "x" }];
  assert.deepEqual(parseAnswer(JSON.stringify({ steps })), { steps });
  assert.deepEqual(parseAnswer('{"error": "no", "steps": 7}'), { error: "no" });
});

Deno.test("What is not JSON is a fault, with a hint where NaN or Infinity are the cause", () => {
  faulty("hello", /not JSON: hello$/);
  faulty('{"steps": [NaN]}', /NaN and Infinity are not JSON/);
  faulty('{"steps": [-Infinity]}', /NaN and Infinity are not JSON/);
  faulty("BaNaNa", /not JSON: BaNaNa$/);
});

Deno.test("JSON without steps or an error text is a fault", () => {
  for (const line of ["null", "7", "[]", "{}", '{"error": 7}', '{"steps": {}}']) {
    faulty(line, /neither "steps" nor an "error" text/);
  }
});

Deno.test("A step of the wrong form is a fault that names the step and the part", () => {
  const cases: readonly [part: object | null, message: RegExp][] = [
    [{ ...step, iteration: "0" }, /step 1 has no number "iteration"/],
    [null, /step 1 has no number "iteration"/],
    [{ ...step, centroids: [1, 2] }, /"centroids" of step 1/],
    [{ ...step, centroids: [[1, null]] }, /"centroids" of step 1/],
    [{ ...step, centroids: 7 }, /"centroids" of step 1/],
    [{ ...step, labels: ["0"] }, /"labels" of step 1/],
    [{ ...step, labels: undefined }, /"labels" of step 1/],
    [{ ...step, inertia: "1" }, /"inertia" of step 1/],
  ];
  for (const [spoilt, message] of cases) faulty(JSON.stringify({ steps: [step, spoilt] }), message);
});

Deno.test("A text is shown on one line, all of it visible, cut where it is long", () => {
  assert.equal(shown("a\n\tb\x1b[0m"), "a\\n\\tb\\x1b[0m");
  assert.equal(shown("x".repeat(200)), "x".repeat(200));
  assert.equal(shown("x".repeat(201)), `${"x".repeat(200)}… (201 characters)`);
  assert.equal(shown("abcdef", 3), "abc… (6 characters)");
});
