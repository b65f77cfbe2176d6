import assert from "node:assert/strict";
import { type Case, kinds } from "../../src/conform/cases.ts";
import { conformance } from "../../src/conform/conformance.ts";
import { type Answer, ProtocolFault, type Request } from "../../src/conform/protocol.ts";
import { vectors } from "../../src/conform/vectors.ts";
import { textReport } from "../../src/conform/report.ts";
import { KMeans } from "../../mod.ts";
import { plain } from "../kmeans/run.ts";
import { holds } from "../property.ts";
import { correct, mutants } from "./variants.ts";

const options = { seed: 1, runs: 100, tolerance: 1e-9, protocol: "steps" } as const;

type Answering = (request: Request) => unknown;
const asked = (answer: Answering) => (request: Request) =>
  Promise.resolve(answer(request) as Answer);
const [, right] = correct[0];
const mistakeOf = (clause: string) => mutants.find(([, broken]) => broken === clause)![2];

/** All requests that are sent to a program. */
async function requestsOf(answer: Answering, more: object): Promise<string[]> {
  const sent: string[] = [];
  const ask = (request: Request) => {
    sent.push(JSON.stringify(request));
    return asked(answer)(request);
  };
  const { requests } = await conformance(ask, { ...options, ...more });
  assert.equal(requests, sent.length);
  return sent;
}

Deno.test("A right program is sent the vectors and as many generated cases as there are runs", async () => {
  const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const sent = await requestsOf(right, { runs: 10 * weights });
  assert.equal(sent.length, vectors.length + 10 * weights);
  assert.deepEqual(
    sent.slice(0, vectors.length),
    vectors.map(({ request }) => JSON.stringify(request)),
  );
});

Deno.test("However few runs there are, each kind of case is tried", async () => {
  assert.equal((await requestsOf(right, { runs: 1 })).length, vectors.length + kinds.length);
});

Deno.test("A seed gives the same cases, another one others", async () => {
  const first = await requestsOf(right, { seed: 1 });
  assert.deepEqual(await requestsOf(right, { seed: 1 }), first);
  assert.notDeepEqual(await requestsOf(right, { seed: 2 }), first);
});

Deno.test("Only the clauses that are asked for are reported, a chapter or one", async () => {
  const broken = mistakeOf("§3.1");
  const found = async (only?: string) =>
    (await conformance(asked(broken), { ...options, only })).failures.map(({ clause }) => clause);
  assert((await found()).includes("§3.1"));
  assert((await found("§3")).includes("§3.1"));
  assert((await found("§3")).every((clause) => clause.startsWith("§3.")));
  assert.deepEqual(await found("§3.1"), ["§3.1"]);
  assert.deepEqual(await found("§7"), []);
  // Not every clause whose number begins with the same digit.
  assert.deepEqual(await found("§"), []);
});

Deno.test("A clause is reported once, with the answer and where it is broken", async () => {
  const { failures, spoke } = await conformance(asked(mistakeOf("§3.1")), options);
  const clauses = failures.map(({ clause }) => clause);
  assert.equal(new Set(clauses).size, clauses.length);
  const { details, answer } = failures.find(({ clause }) => clause === "§3.1")!;
  assert.match(details, /^iteration \d+, centroid/);
  assert("steps" in answer!);
  assert(spoke);
});

Deno.test("A program that is lost for good is asked nothing more", async () => {
  for (const at of [1, 5, vectors.length + 3]) {
    let asks = 0;
    const { failures, requests, spoke } = await conformance(async (request) => {
      if (++asks === at) throw new ProtocolFault("gone", true);
      return await asked(right)(request);
    }, options);
    assert.equal(asks, at);
    assert.equal(requests, at);
    assert.deepEqual(failures.map(({ clause, details }) => [clause, details]), [[
      "protocol",
      "gone",
    ]]);
    assert.equal(spoke, at > 1);
  }
});

Deno.test("A program that fails once is asked on", async () => {
  let asks = 0;
  const { failures, requests } = await conformance(async (request) => {
    if (++asks === 3) throw new ProtocolFault("odd");
    return await asked(right)(request);
  }, options);
  assert(requests > vectors.length);
  assert.deepEqual(failures.map(({ details }) => details), ["odd"]);
});

Deno.test("A mistake of ours is no program's fault", async () => {
  const ask = () => Promise.reject(new TypeError("ours"));
  await assert.rejects(conformance(ask, options), { name: "TypeError", message: "ours" });
});

/** Whether a request is one that the clauses allow. */
function isValid({ points, centroids }: Request): boolean {
  const widths = new Set([...points, ...centroids].map((row) => row.length));
  return points.length > 0 && centroids.length > 0 && widths.size === 1 && !widths.has(0);
}

for (const { name, arbitrary } of kinds) {
  Deno.test(`Cases of the kind '${name}' are refused by a clause only where they are invalid`, () => {
    holds(arbitrary, ({ request, refusedBy }: Case) => {
      assert.equal(refusedBy === undefined, isValid(request));
      if (name === "ragged rows") assert.equal(refusedBy, "§1.3");
      if (name === "unlike features") assert.equal(refusedBy, "§1.2");
    });
  });
}

Deno.test("Vectors are refused by a clause only where they are invalid", () => {
  for (const { request, refusedBy } of vectors) {
    assert.equal(refusedBy === undefined, isValid(request));
  }
});

const sizes: readonly [name: string, least: number, most: number][] = [
  ["huge", 2 ** 298, 2 ** 303],
  ["tiny", 2 ** -302, 2 ** -297],
  ["above 2^53", 2 ** 58, 2 ** 63],
  ["far from the origin", 1e6 - 4, 1e6 + 4],
];
for (const [name, least, most] of sizes) {
  Deno.test(`Cases of the kind '${name}' have the magnitudes that the name says`, () => {
    holds(kinds.find((kind) => kind.name === name)!.arbitrary, ({ request }) => {
      for (const value of [...request.points, ...request.centroids].flat()) {
        const size = Math.abs(value);
        assert(size === 0 || (size >= least && size <= most), `${value}`);
      }
    });
  });
}

Deno.test("Cases of the kind 'empty clusters' have centroids that no point is near", () => {
  holds(kinds.find(({ name }) => name === "empty clusters")!.arbitrary, ({ request }) => {
    const answer = right(request) as { steps: { labels: number[]; centroids: number[][] }[] };
    assert(new Set(answer.steps[0].labels).size < request.centroids.length);
  });
});

/** Our own K-means as a program, with or without a mistake in its weights. */
const withWeights =
  (heed: (weights: readonly number[]) => readonly number[] | undefined) => (request: Request) => {
    const { points, centroids: init, weights } = request;
    try {
      const kmeans = new KMeans(points, { init, weights: weights && heed(weights) });
      return { steps: [...kmeans.steps()].map((step) => plain(step)) };
    } catch (error) {
      return { error: `${error}` };
    }
  };

Deno.test("A program that takes weights is asked for them, and one that errs is found", async () => {
  const weighted = async (answer: Answering, protocol: "steps" | "fit" = "steps") => {
    const how = { ...options, protocol, weights: true, runs: 400 };
    return (await conformance(asked(answer), how)).failures.map(({ clause }) => clause);
  };
  const right = withWeights((weights) => weights);
  assert.deepEqual(await weighted(right), []);
  const last = (answer: Answering): Answering => (request) => {
    const all = answer(request) as { steps?: readonly unknown[] };
    return all.steps ? { steps: all.steps.slice(-1) } : all;
  };
  assert.deepEqual(await weighted(last(right), "fit"), []);
  const deaf = withWeights(() => undefined);
  assert((await weighted(deaf)).includes("§14.1"));
  assert((await weighted(last(deaf), "fit")).includes("§14.1"));
  // Weights of 0 that count a little pull a centroid that nothing else has.
  const light = withWeights((weights) => weights.map((weight) => weight || 2 ** -60));
  assert((await weighted(last(light), "fit")).length > 0);
  assert((await weighted(light)).length > 0);
  assert.deepEqual((await conformance(asked(deaf), options)).failures, []);
});

Deno.test("Weights are in no request, and in no report, unless they are asked for", async () => {
  const sent = await requestsOf(right, { runs: 50 });
  assert(sent.every((request) => !request.includes("weights")));
  const found = (weights: boolean) => conformance(asked(right), { ...options, weights, runs: 10 });
  assert(!textReport(await found(false), "steps").includes("§14."));
  assert(textReport(await found(true), "steps").includes("§14.2"));
});
