import { clauses } from "./clauses.ts";
import { CHECKED, CHECKED_WITH_WEIGHTS, type Conformance, type Failure } from "./conformance.ts";
import type { Protocol } from "./judge.ts";
import { plainRun } from "./plain_run.ts";
import { firstOf } from "./excerpt.ts";
import { shown } from "./protocol.ts";

/** The title of a clause. */
function wordsOf(id: Failure["clause"]): string {
  return id === "protocol"
    ? "One line of JSON answers each request"
    : clauses.find((clause) => clause.id === id)!.title;
}

/** The clauses that were checked, and any others that were broken, in order. */
function listed(
  { failures, weighted }: Conformance,
  protocol: Protocol,
  only: string | undefined,
): Failure["clause"][] {
  const checked = [...CHECKED[protocol], ...(weighted ? CHECKED_WITH_WEIGHTS : [])];
  const wanted = checked.filter((id) => !only || id === only || id.startsWith(`${only}.`));
  const all = new Set<Failure["clause"]>([...wanted, ...failures.map(({ clause }) => clause)]);
  return ["protocol" as const, ...clauses.map(({ id }) => id).filter((id) => all.has(id))];
}

/** The report for people: the clauses, then the smallest case for each that is broken. */
export function textReport(found: Conformance, protocol: Protocol, only?: string): string {
  const broken = new Map(found.failures.map((failure) => [failure.clause, failure]));
  const list = listed(found, protocol, only).map((id) =>
    `${broken.has(id) ? "✗" : "✓"} ${id === "protocol" ? "" : `${id} `}${wordsOf(id)}`
  );
  const cases = found.failures.map((failure) => `\n${caseText(failure, protocol)}`);
  const n = broken.size;
  const result = n === 0
    ? `It conforms: ${found.requests} requests.`
    : `It does not conform: ${n} clause${n === 1 ? "" : "s"} broken, ${found.requests} requests.`;
  return [...list, ...cases, "", result, ""].join("\n");
}

function caseText(
  { clause, details, case: { request, refusedBy }, answer }: Failure,
  protocol: Protocol,
) {
  const json = (value: unknown) => shown(JSON.stringify(value), 1000);
  const stepLines = (steps: readonly unknown[], more = 0) => {
    const lines = [...steps.map(json), ...(more > 0 ? [`… and ${more} more steps`] : [])];
    return lines.map((line) => `\n      ${line}`).join("");
  };
  const told = !answer
    ? "none"
    : "text" in answer
    ? shown(answer.text, 1000)
    : "error" in answer
    ? `error: ${shown(answer.error)}`
    : stepLines(answer.steps, answer.more);
  const { points, centroids, weights } = request;
  const run = refusedBy ? [] : plainRun(points, centroids, weights);
  const { steps, more } = firstOf(protocol === "fit" ? run.slice(-1) : run);
  const wanted = refusedBy ? `{"error": "…"}: it must be refused` : stepLines(steps, more);
  return `✗ ${clause === "protocol" ? "" : `${clause} `}${wordsOf(clause)}
    what differs: ${shown(details, 1000)}
    request:  ${json(request)}
    answer:   ${told}
    expected: ${wanted}`;
}

/** JSON in which nothing is invisible: that is escaped in its strings. */
function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join(""),
  );
}

/** The report for programs. */
export function jsonReport(found: Conformance, protocol: Protocol, only?: string): string {
  const broken = new Map(found.failures.map((failure) => [failure.clause, failure]));
  const entries = listed(found, protocol, only).map((id) => {
    const failure = broken.get(id);
    return {
      clause: id,
      title: wordsOf(id),
      conforms: !failure,
      ...(failure && {
        details: shown(failure.details, 1000),
        request: failure.case.request,
        answer: failure.answer,
      }),
    };
  });
  const { requests } = found;
  return `${visibleJson({ conforms: broken.size === 0, requests, clauses: entries })}\n`;
}

/** The report for test runners: JUnit's XML, a test case for each clause. */
export function junitReport(found: Conformance, protocol: Protocol, only?: string): string {
  const broken = new Map(found.failures.map((failure) => [failure.clause, failure]));
  const list = listed(found, protocol, only);
  const cases = list.map((id) => {
    const failure = broken.get(id);
    const name = `${id === "protocol" ? "" : `${id} `}${wordsOf(id)}`;
    return failure
      ? `  <testcase classname="lloyd" name="${xml(name)}">\n    <failure message="${
        xml(shown(failure.details, 1000))
      }">${xml(caseText(failure, protocol))}</failure>\n  </testcase>`
      : `  <testcase classname="lloyd" name="${xml(name)}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="K-means" tests="${list.length}" failures="${broken.size}">
${cases.join("\n")}
</testsuite>
`;
}

function xml(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
