import type { ClauseId } from "../../src/conform/clauses.ts";
import type { Request } from "../../src/conform/protocol.ts";

type Row = number[];
type Table = Row[];
interface Step {
  iteration: number;
  centroids: Table;
  labels: number[];
  inertia?: number;
}

/** The parts that a K-means is made of, each of which can be got wrong. */
interface Parts {
  check(points: Table, centroids: Table): void;
  start(points: Table, centroids: Table): Table;
  distance(a: Row, b: Row): number;
  nearest(point: Row, centroids: Table, distance: Parts["distance"]): number;
  mean(values: number[], before: number, all: { k: number; m: number }): number;
  update(points: Table, labels: number[], before: Table, mean: Parts["mean"]): Table;
  isDone(before: Table, after: Table, labelsBefore: number[], labels: number[]): boolean;
  tell(steps: Step[], points: Table, assign: (centroids: Table) => number[]): Step[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const squares = (a: Row, b: Row) => sum(a.map((x, j) => (x - b[j]) ** 2));
const average = (values: number[]) => sum(values) / values.length;

/** A K-means as the clauses have it. */
const RIGHT: Parts = {
  check(points, centroids) {
    if (points.length === 0 || centroids.length === 0) throw new Error("no rows");
    const widths = new Set([...points, ...centroids].map((row) => row.length));
    if (widths.size > 1 || widths.has(0)) throw new Error("rows of unlike length");
  },
  start: (_, centroids) => centroids,
  distance: squares,
  nearest(point, centroids, distance) {
    let best = 0;
    for (let k = 1; k < centroids.length; k++) {
      if (distance(point, centroids[k]) < distance(point, centroids[best])) best = k;
    }
    return best;
  },
  mean: average,
  update: (points, labels, before, mean) =>
    before.map((centroid, k) => {
      const cluster = points.filter((_, i) => labels[i] === k);
      if (cluster.length === 0) return centroid;
      const all = { k: before.length, m: points.length };
      return centroid.map((old, j) => mean(cluster.map((row) => row[j]), old, all));
    }),
  isDone: (before, after) => same(before, after),
  tell: (steps) => steps,
};

/** A K-means of which some parts are others. */
function variant(parts: Partial<Parts>): (request: Request) => unknown {
  const { check, start, distance, nearest, mean, update, isDone, tell } = { ...RIGHT, ...parts };
  return (request) => {
    try {
      const { points, centroids: given } = structuredClone(request) as unknown as Record<
        string,
        Table
      >;
      check(points, given);
      const assign = (centroids: Table) =>
        points.map((point) => nearest(point, centroids, distance));
      let centroids = start(points, given);
      let labels = assign(centroids);
      const steps: Step[] = [{ iteration: 0, centroids, labels }];
      for (let iteration = 1; iteration < 200; iteration++) {
        const now = assign(centroids);
        const moved = update(points, now, centroids, mean);
        steps.push({ iteration, centroids: moved, labels: now });
        if (isDone(centroids, moved, labels, now)) break;
        [centroids, labels] = [moved, now];
      }
      return { steps: tell(steps, points, assign) };
    } catch (error) {
      return { error: String(error) };
    }
  };
}

/** What becomes of an empty cluster, otherwise as it should be. */
function emptied(fill: (before: Table, k: number, points: Table) => Row | undefined) {
  return variant({
    update: (points, labels, before, mean) =>
      RIGHT.update(points, labels, before, mean).flatMap((centroid, k) => {
        if (labels.includes(k)) return [centroid];
        const filled = fill(before, k, points);
        return filled ? [filled] : [];
      }),
  });
}

const f32 = Math.fround;
const told = (tell: Parts["tell"]) => variant({ tell });
const measured = (inertia: (points: Table, steps: Step[], i: number) => number) =>
  told((steps, points) =>
    steps.map((step, i) => ({ ...step, inertia: inertia(points, steps, i) }))
  );
const inertiaOf = (points: Table, { centroids, labels }: Step) =>
  sum(points.map((point, i) => squares(point, centroids[labels[i]])));
const byMean = (mean: Parts["mean"]) => variant({ mean });
const byDistance = (distance: Parts["distance"]) => variant({ distance });
const last = <T>(items: T[]) => items[items.length - 1];

/** A mistake that people make, the clause that it breaks, and a K-means that makes it. */
export type Mutant = readonly [
  mistake: string,
  clause: ClauseId | "protocol",
  answer: (request: Request) => unknown,
];

/** K-means with one mistake each. */
export const mutants: readonly Mutant[] = [
  ["features beyond the shorter row are left out", "§1.2", variant({ check: () => {} })],
  ["missing values are 0", "§1.3", (request) => {
    const width = Math.max(...request.points.map((row) => row.length));
    const points = request.points.map((row) =>
      Array.from({ length: width }, (_, j) => row[j] ?? 0)
    );
    return variant({})({ ...request, points });
  }],
  [
    "no points are no steps",
    "§1.4",
    (request) => request.points.length === 0 ? { steps: [] } : variant({})(request),
  ],
  [
    "more centroids than points are refused",
    "§1.7",
    (request) =>
      request.centroids.length > request.points.length ? { error: "k > m" } : variant({})(request),
  ],

  [
    "ties go to the last index",
    "§2.2",
    variant({
      nearest: (point, centroids, distance) => {
        const all = centroids.map((centroid) => distance(point, centroid));
        return all.lastIndexOf(Math.min(...all));
      },
    }),
  ],
  [
    "<= for <",
    "§2.2",
    variant({
      nearest(point, centroids, distance) {
        let best = 0;
        for (let k = 1; k < centroids.length; k++) {
          if (distance(point, centroids[k]) <= distance(point, centroids[best])) best = k;
        }
        return best;
      },
    }),
  ],
  [
    "the distance is that of a city's blocks",
    "§2.1",
    byDistance((a, b) => sum(a.map((x, j) => Math.abs(x - b[j])))),
  ],
  [
    "the distance is the largest difference",
    "§2.1",
    byDistance((a, b) => Math.max(...a.map((x, j) => Math.abs(x - b[j])))),
  ],
  [
    "the distance leaves out the last feature",
    "§2.1",
    byDistance((a, b) => squares(a.slice(0, -1), b)),
  ],
  [
    "the distance leaves out the first feature",
    "§2.1",
    byDistance((a, b) => squares(a.slice(1), b.slice(1))),
  ],
  ["differences are not squared", "§2.1", byDistance((a, b) => sum(a.map((x, j) => x - b[j])))],
  [
    "squares are doubled, ^ for **",
    "§2.1",
    byDistance((a, b) => sum(a.map((x, j) => (x - b[j]) ^ 2))),
  ],
  [
    "distances are rounded to whole numbers",
    "§2.1",
    byDistance((a, b) => Math.round(squares(a, b))),
  ],
  [
    "distances have a tolerance",
    "§2.1",
    variant({
      nearest(point, centroids, distance) {
        let best = 0;
        for (let k = 1; k < centroids.length; k++) {
          if (distance(point, centroids[k]) < distance(point, centroids[best]) - 0.3) best = k;
        }
        return best;
      },
    }),
  ],
  [
    "the angle is measured, not the distance",
    "§2.1",
    byDistance((a, b) =>
      -sum(a.map((x, j) => x * b[j])) / (Math.hypot(...a) * Math.hypot(...b) || 1)
    ),
  ],
  ["the farthest centroid is taken", "§2.1", byDistance((a, b) => -squares(a, b))],
  [
    "the first centroid is never taken",
    "§2.1",
    variant({
      nearest: (point, centroids, distance) =>
        centroids.length === 1 ? 0 : 1 + RIGHT.nearest(point, centroids.slice(1), distance),
    }),
  ],
  [
    "the last centroid is never looked at",
    "§2.1",
    variant({
      nearest: (point, centroids, distance) =>
        RIGHT.nearest(point, centroids.slice(0, Math.max(1, centroids.length - 1)), distance),
    }),
  ],
  [
    "labels count from 1",
    "§2.3",
    told((steps) =>
      steps.map((step) => ({ ...step, labels: step.labels.map((label) => label + 1) }))
    ),
  ],
  [
    "the last point has no label",
    "§2.3",
    told((steps) => steps.map((step) => ({ ...step, labels: step.labels.slice(0, -1) }))),
  ],
  [
    "labels are those of the sorted centroids",
    "§2.1",
    told((steps) =>
      steps.map((step) => ({
        ...step,
        labels: step.labels.map((label) =>
          [...step.centroids].sort((a, b) => a[0] - b[0]).indexOf(step.centroids[label])
        ),
      }))
    ),
  ],

  ["the mean is taken over K", "§3.1", byMean((values, _, { k }) => sum(values) / k)],
  ["the mean is taken over all points", "§3.1", byMean((values, _, { m }) => sum(values) / m)],
  [
    "the mean is taken over n − 1",
    "§3.1",
    byMean((values) => sum(values) / Math.max(1, values.length - 1)),
  ],
  ["the mean is taken over n + 1", "§3.1", byMean((values) => sum(values) / (values.length + 1))],
  [
    "the old centroid counts as a point",
    "§3.1",
    byMean((values, old) => average([...values, old])),
  ],
  [
    "the median is taken",
    "§3.1",
    byMean((values) => [...values].sort((a, b) => a - b)[values.length >> 1]),
  ],
  [
    "the middle of the range is taken",
    "§3.1",
    byMean((values) => (Math.min(...values) + Math.max(...values)) / 2),
  ],
  ["integer division", "§3.1", byMean((values) => Math.trunc(average(values)))],
  [
    "means are rounded to two decimals",
    "§3.1",
    byMean((values) => Math.round(average(values) * 100) / 100),
  ],
  [
    "32-bit floats",
    "§3.1",
    byMean((values) => f32(values.reduce((total, value) => f32(total + value), 0) / values.length)),
  ],
  [
    "the last point of a cluster is left out",
    "§3.1",
    byMean((values) => average(values.slice(0, Math.max(1, values.length - 1)))),
  ],
  [
    "the first point of a cluster counts twice",
    "§3.1",
    byMean((values) => average([values[0], ...values])),
  ],
  ["centroids move half of the way", "§3.1", byMean((values, old) => (average(values) + old) / 2)],
  [
    "only the first feature is updated",
    "§3.1",
    variant({
      update: (points, labels, before, mean) =>
        RIGHT.update(points, labels, before, mean).map((row, k) => [row[0], ...before[k].slice(1)]),
    }),
  ],
  [
    "the point nearest to the mean is taken",
    "§3.1",
    variant({
      update: (points, labels, before, mean) =>
        RIGHT.update(points, labels, before, mean).map((row, k) => {
          const cluster = points.filter((_, i) => labels[i] === k);
          return cluster.length > 0 ? cluster[RIGHT.nearest(row, cluster, squares)] : row;
        }),
    }),
  ],
  ["an empty cluster goes to the origin", "§3.3", emptied((before, k) => before[k].map(() => 0))],
  [
    "an empty cluster's centroid is 0 / 0",
    "protocol",
    emptied((before, k) => before[k].map(() => NaN)),
  ],
  ["an empty cluster vanishes", "§3.3", emptied(() => undefined)],
  ["an empty cluster goes to the first point", "§3.3", emptied((_, _k, points) => points[0])],
  ["an empty cluster goes to the last point", "§3.3", emptied((_, _k, points) => last(points))],
  [
    "an empty cluster goes to the mean of all",
    "§3.3",
    emptied((before, _k, points) => before[0].map((_, j) => average(points.map((row) => row[j])))),
  ],

  [
    "the start is not told",
    "§4.1",
    told((steps) => steps.slice(1).map((step, iteration) => ({ ...step, iteration }))),
  ],
  [
    "the start is sorted",
    "§4.1",
    variant({
      start: (_, centroids) => [...centroids].sort((a, b) => a[0] - b[0]),
    }),
  ],
  [
    "equal centroids are made one",
    "§4.1",
    variant({
      start: (_, centroids) =>
        centroids.filter((row, k) => !centroids.slice(0, k).some((c) => same(c, row))),
    }),
  ],
  [
    "the first points are the start, whatever is given",
    "§4.1",
    variant({
      start: (points, centroids) => centroids.map((_, k) => points[k % points.length]),
    }),
  ],
  [
    "points and start are brought near the origin",
    "§4.1",
    variant({
      start: (points, centroids) => {
        const middle = points[0].map((_, j) => average(points.map((row) => row[j])));
        points.forEach((row) => row.forEach((_, j) => row[j] -= middle[j]));
        return centroids.map((row) => row.map((value, j) => value - middle[j]));
      },
    }),
  ],
  [
    "the start is changed in place",
    "§4.1",
    told((steps) =>
      steps.map((step, i) => i === 0 ? { ...step, centroids: steps[1].centroids } : step)
    ),
  ],
  [
    "labels come one step late",
    "§4.2",
    told((steps) =>
      steps.map((step, i) => ({ ...step, labels: steps[Math.max(0, i - 2)].labels }))
    ),
  ],
  [
    "labels come one step early",
    "§4.2",
    told((steps, _, assign) => steps.map((step) => ({ ...step, labels: assign(step.centroids) }))),
  ],
  [
    "centroids come one step early",
    "§4.1",
    told((steps) =>
      steps.map((step, i) => ({ ...step, centroids: (steps[i + 1] ?? step).centroids }))
    ),
  ],
  [
    "one array of labels for every step",
    "§2.1",
    told((steps) => steps.map((step) => ({ ...step, labels: last(steps).labels }))),
  ],
  [
    "one array of centroids for every step",
    "§4.1",
    told((steps) => steps.map((step) => ({ ...step, centroids: last(steps).centroids }))),
  ],
  [
    "iterations count from 1",
    "§4.3",
    told((steps) => steps.map((step) => ({ ...step, iteration: step.iteration + 1 }))),
  ],
  [
    "iteration 1 is called 0 again",
    "§4.3",
    told((steps) => steps.map((step) => ({ ...step, iteration: Math.max(0, step.iteration - 1) }))),
  ],
  ["it stops a step early", "§4.4", told((steps) => steps.length > 2 ? steps.slice(0, -1) : steps)],
  [
    "it goes on for a step",
    "§4.4",
    told((steps) => [...steps, { ...last(steps), iteration: steps.length }]),
  ],
  [
    "it stops where labels rest",
    "§4.4",
    variant({
      isDone: (_, _after, before, now) => same(before, now),
    }),
  ],
  [
    "it stops with a tolerance",
    "§4.4",
    variant({
      isDone: (before, after) => before.every((row, k) => squares(row, after[k]) < 0.01),
    }),
  ],
  ["it stops after one iteration", "§4.4", variant({ isDone: () => true })],
  [
    "the comparison starts with centroids + 1",
    "§4.5",
    told((steps) =>
      steps[0].centroids.every((row) => row.every((value) => value + 1 === value))
        ? steps.slice(0, 1)
        : steps
    ),
  ],
  [
    "where the start is converged, nothing is done",
    "§4.5",
    told((steps) => same(steps[0].centroids, steps[1].centroids) ? steps.slice(0, 1) : steps),
  ],
  [
    "inertia is that of the step before",
    "§8.1",
    measured((points, steps, i) => inertiaOf(points, steps[Math.max(0, i - 1)])),
  ],
  [
    "inertia is not squared",
    "§8.1",
    measured((points, steps, i) =>
      sum(
        points.map((point, p) => Math.sqrt(squares(point, steps[i].centroids[steps[i].labels[p]]))),
      )
    ),
  ],
  [
    "inertia is a mean",
    "§8.1",
    measured((points, steps, i) => inertiaOf(points, steps[i]) / points.length),
  ],
];

/** K-means in other arithmetics, none of which is a mistake. */
export const correct: readonly (readonly [way: string, answer: (request: Request) => unknown])[] = [
  ["as it is written", variant({})],
  ["points are summed from the last", byMean((values) => average([...values].reverse()))],
  [
    "points are summed in pairs",
    byMean((values) => {
      const pairs = (part: number[]): number =>
        part.length < 2
          ? part[0]
          : pairs(part.slice(0, part.length >> 1)) + pairs(part.slice(part.length >> 1));
      return pairs(values) / values.length;
    }),
  ],
  [
    "a mean that runs along",
    byMean((values) => values.reduce((mean, value, i) => mean + (value - mean) / (i + 1), 0)),
  ],
  ["shares are summed", byMean((values) => sum(values.map((value) => value / values.length)))],
  [
    "features are summed from the last",
    byDistance((a, b) => squares([...a].reverse(), [...b].reverse())),
  ],
  ["roots of the distances", byDistance((a, b) => Math.sqrt(squares(a, b)))],
  [
    "|x|² − 2xc + |c|²",
    byDistance((a, b) =>
      sum(a.map((x) => x * x)) - 2 * sum(a.map((x, j) => x * b[j])) + sum(b.map((x) => x * x))
    ),
  ],
  [
    "|c|² − 2xc",
    byDistance((a, b) => sum(b.map((x) => x * x)) - 2 * sum(a.map((x, j) => x * b[j]))),
  ],
  [
    "more is told than is asked",
    (request) => ({ ...variant({})(request) as object, program: "x" }),
  ],
  ["inertia is told", measured((points, steps, i) => inertiaOf(points, steps[i]))],
];
