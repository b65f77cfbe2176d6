import assert from "node:assert/strict";
import { CHECKED, type Conformance } from "../../src/conform/conformance.ts";
import { excerptOf } from "../../src/conform/excerpt.ts";
import { jsonReport, junitReport, textReport } from "../../src/conform/report.ts";

const request = { points: [[1], [2]], centroids: [[1]] };
const steps = [{ iteration: 0, centroids: [[1]], labels: [0, 0] }];
const good: Conformance = { failures: [], requests: 7, spoke: true };
const bad: Conformance = {
  failures: [
    {
      clause: "§4.5",
      details: 'it ends <too> early & "so"\0\ufffe',
      case: { request },
      answer: { steps },
    },
    { clause: "protocol", details: "it said nothing", case: { request } },
    {
      clause: "§1.2",
      details: "it was taken",
      case: { request: { points: [[1, 2]], centroids: [[1]] }, refusedBy: "§1.2" },
      answer: { error: "odd\nline" },
    },
  ],
  requests: 9,
  spoke: true,
};

const lines = (text: string, mark: string) =>
  text.split("\n").filter((line) => line.startsWith(mark));

Deno.test("The text report lists the clauses of the protocol, all met", () => {
  for (const protocol of ["steps", "fit"] as const) {
    const report = textReport(good, protocol);
    assert.equal(lines(report, "✓").length, CHECKED[protocol].length + 1);
    assert.match(report, /\n\nIt conforms: 7 requests\.\n$/);
    assert.match(report, /^✓ One line of JSON answers each request\n✓ §1\.2 Points/);
  }
});

Deno.test("The text report marks what is broken, and shows each case with what is expected", () => {
  const report = textReport(bad, "steps");
  assert.match(report, /\nIt does not conform: 3 clauses broken, 9 requests\.\n$/);
  assert.deepEqual(
    lines(report, "✗").slice(0, 3).map((line) => line.slice(0, 6)),
    ["✗ One ", "✗ §1.2", "✗ §4.5"],
  );
  assert.match(report, /what differs: it said nothing\n.*\n {4}answer: {3}none/);
  assert.match(
    report,
    /answer: {3}error: odd\\nline\n {4}expected: \{"error": "…"\}: it must be refused/,
  );
  const [, shown] = report.split("it ends <too> early");
  assert.match(shown, /request: {2}\{"points":\[\[1\],\[2\]\],"centroids":\[\[1\]\]\}/);
  assert.match(
    shown,
    /expected: \n {6}\{"iteration":0.*\n {6}\{"iteration":1.*\[\[1\.5\]\].*\n {6}\{"iteration":2/,
  );
});

Deno.test("Of a fit, the last step alone is expected", () => {
  const report = textReport({ ...bad, failures: bad.failures.slice(0, 1) }, "fit");
  assert.match(report, /expected: \n {6}\{"iteration":2[^\n]*\n/);
  assert.match(report, /1 clause broken/);
});

Deno.test("A report on one clause or chapter lists no others, but what is broken beside", () => {
  const list = (only: string) =>
    lines(textReport(good, "steps", only), "✓ §").map((line) => line.slice(2, 6));
  assert.deepEqual(list("§3"), ["§3.1", "§3.3"]);
  assert.deepEqual(list("§3.1"), ["§3.1"]);
  assert.deepEqual(list("§"), []);
  assert.deepEqual(list("§1"), ["§1.2", "§1.3", "§1.4", "§1.7"]);
  assert(textReport(bad, "steps", "§3").split("\n\n")[0].includes("✗ §4.5"));
});

Deno.test("The JSON report has each clause, and the case of each that is broken", () => {
  const { conforms, requests, clauses } = JSON.parse(jsonReport(bad, "steps"));
  assert.deepEqual([conforms, requests], [false, 9]);
  // deno-lint-ignore no-explicit-any
  const of = (id: string) => clauses.find(({ clause }: any) => clause === id);
  assert.deepEqual(of("§4.5").request, request);
  assert.deepEqual(of("§4.5").answer, { steps });
  assert.equal(of("§4.5").conforms, false);
  assert.deepEqual(Object.keys(of("§2.1")), ["clause", "title", "conforms"]);
  assert.equal(of("§2.1").conforms, true);
  assert.equal(JSON.parse(jsonReport(good, "fit")).conforms, true);
});

Deno.test("The JUnit report escapes what XML cannot hold, and counts tests and failures", () => {
  const report = junitReport(bad, "steps");
  assert(report.includes(`tests="${CHECKED.steps.length + 1}" failures="3"`));
  assert.equal(report.split("<testcase ").length - 1, CHECKED.steps.length + 1);
  assert.equal(report.split("<failure ").length - 1, 3);
  assert(report.includes('message="it ends &#60;too&#62; early &#38; &#34;so&#34;\\x00\ufffd"'));
  assert.match(junitReport(good, "steps", "§3.1"), /tests="2" failures="0"/);
});

Deno.test("A report stays short, however much a program answers", () => {
  const step = (labels: number) => ({
    iteration: 0,
    centroids: [[1]],
    labels: Array(labels).fill(0),
  });
  const answers = [
    { steps: Array.from({ length: 200_000 }, (_, iteration) => ({ ...step(2), iteration })) },
    { steps: [step(500_000)] },
    { steps: Array.from({ length: 50 }, () => step(50_000)) },
    { error: "no ".repeat(1_000_000) },
  ];
  for (const answer of answers) {
    const details = `it is ${JSON.stringify(answer).slice(0, 100_000)}`;
    const found = {
      ...good,
      failures: [{
        clause: "§4.5" as const,
        details,
        case: { request },
        answer: excerptOf(answer),
      }],
    };
    for (const report of [textReport, jsonReport, junitReport]) {
      const length = report(found, "steps").length;
      assert(length < 40_000, `${report.name}: ${length} characters`);
    }
  }
  const found = {
    ...good,
    failures: [{
      clause: "§4.5" as const,
      details: "",
      case: { request },
      answer: excerptOf(answers[0]),
    }],
  };
  assert.match(textReport(found, "steps"), /\n {6}… and 199980 more steps\n/);
  // deno-lint-ignore no-explicit-any
  const { answer } = JSON.parse(jsonReport(found, "steps")).clauses.find((one: any) => one.answer);
  assert.deepEqual([answer.steps.length, answer.more], [20, 199_980]);
});

Deno.test("What a program says is visible in every report, and JSON still holds it", () => {
  const evil = "\x1b[2J\x9b\u202e\u{e0041}\nlloyd: it conforms";
  const found = {
    ...good,
    failures: [{
      clause: "§1.2" as const,
      details: evil,
      case: { request },
      answer: { error: evil },
    }],
  };
  for (const report of [textReport, jsonReport]) {
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(report(found, "steps"), /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u{e0041}]/u);
    assert.doesNotMatch(report(found, "steps"), /^lloyd/m);
  }
  // deno-lint-ignore no-explicit-any
  const { clauses } = JSON.parse(jsonReport(found, "steps")) as any;
  assert.equal(clauses[1].answer.error, evil);
});
