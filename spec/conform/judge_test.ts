import assert from "node:assert/strict";
import type { PlainStep } from "../../src/conform/checker.ts";
import type { ClauseId } from "../../src/conform/clauses.ts";
import { judge, type Protocol } from "../../src/conform/judge.ts";
import { plainRun } from "../../src/conform/plain_run.ts";
import type { Answer, Request } from "../../src/conform/protocol.ts";

const request: Request = { points: [[0], [2], [10], [12]], centroids: [[0], [2]] };
const steps = plainRun(request.points, request.centroids);
const end = steps[steps.length - 1];

function judged(answer: Answer, protocol: Protocol, tolerance = 0, asked = request) {
  judge({ request: asked }, answer, { protocol, tolerance });
}

function breaks(clause: ClauseId, details: RegExp, call: () => void): void {
  assert.throws(call, { name: "Violation", clause, details });
}

Deno.test("The plain run has every step of the definition, up to the one that moves nothing", () => {
  assert.deepEqual(steps, [
    { iteration: 0, centroids: [[0], [2]], labels: [0, 1, 1, 1] },
    { iteration: 1, centroids: [[0], [8]], labels: [0, 1, 1, 1] },
    { iteration: 2, centroids: [[1], [11]], labels: [0, 0, 1, 1] },
    { iteration: 3, centroids: [[1], [11]], labels: [0, 0, 1, 1] },
  ]);
});

Deno.test("The plain run keeps an empty cluster, and ends where rounding leads in circles", () => {
  assert.deepEqual(plainRun([[1], [3]], [[2], [99]]).at(-1)!.centroids, [[2], [99]]);
  const url = new URL("../../fixtures/cycles/above_2_53.json", import.meta.url);
  const { points, centroids } = JSON.parse(Deno.readTextFileSync(url));
  assert.equal(plainRun(points, centroids).length, 1000);
});

Deno.test("A right answer passes, all steps or the last alone", () => {
  judged({ steps }, "steps");
  judged({ steps: [end] }, "fit");
});

Deno.test("Of all steps, every one is judged; of a fit, the last alone", () => {
  const spoilt = steps.map((step, i) => i === 1 ? { ...step, centroids: [[0], [9]] } : step);
  breaks("§3.1", /centroid 1/, () => judged({ steps: spoilt }, "steps"));
  judged({ steps: spoilt }, "fit");
});

Deno.test("A tolerance is used with both protocols", () => {
  const near = (step: PlainStep) => ({ ...step, centroids: [[1], [11 + 1e-10]] });
  const all = [steps[0], steps[1], near(steps[2]), near(steps[3])];
  judged({ steps: all }, "steps", 1e-9);
  judged({ steps: [near(end)] }, "fit", 1e-9);
  breaks("§3.1", /centroid 1/, () => judged({ steps: [near(end)] }, "fit"));
  breaks("§3.1", /centroid 1/, () => judged({ steps: all }, "steps"));
});

Deno.test("A fit without a last step, or with other labels or iterations, is found", () => {
  breaks("§5.1", /no last step/, () => judged({ steps: [] }, "fit"));
  breaks(
    "§5.1",
    /end with iteration 3/,
    () => judged({ steps: [{ ...end, iteration: 2 }] }, "fit"),
  );
  // As good an end, but of another start.
  const mirrored = { iteration: 3, centroids: [[11], [1]], labels: [1, 1, 0, 0] };
  breaks("§5.1", /other labels/, () => judged({ steps: [mirrored] }, "fit"));
});

Deno.test("A fit that rounds may end elsewhere, as its order of summing may be another", () => {
  const points = [[0.1], [0.2], [0.3], [10]];
  const asked = { points, centroids: [[0.1], [10]] };
  const last = plainRun(points, asked.centroids).at(-1)!;
  judged({ steps: [{ ...last, iteration: 9 }] }, "fit", 0, asked);
});

Deno.test("A fit that is no fixed point is found", () => {
  const unfinished = { ...steps[1], iteration: 3 };
  breaks("§2.1", /label 1/, () => judged({ steps: [unfinished] }, "fit"));
});

Deno.test("Where a cluster falls empty, a wrong end is put down to that", () => {
  const asked = { points: [[0], [5]], centroids: [[4], [7]] };
  const dropped = { iteration: 2, centroids: [[2.5]], labels: [0, 0] };
  breaks("§3.3", /falls empty in iteration 0/, () => judged({ steps: [dropped] }, "fit", 0, asked));
});

Deno.test("What must be refused is not taken, and what is right is not refused", () => {
  const refused = { request, refusedBy: "§1.2" as const };
  const how = { protocol: "steps", tolerance: 0 } as const;
  judge(refused, { error: "unlike" }, how);
  breaks("§1.2", /taken, not refused/, () => judge(refused, { steps }, how));
  breaks("§4.1", /nothing is wrong.*no/, () => judged({ error: "no" }, "steps"));
  const asked = (k: number) => ({ points: [[1], [2]], centroids: Array(k).fill([1]) });
  breaks("§1.7", /may be more/, () => judged({ error: "k" }, "steps", 0, asked(3)));
  breaks("§4.1", /nothing is wrong/, () => judged({ error: "k" }, "steps", 0, asked(2)));
});
