import assert from "node:assert/strict";
import fc from "fast-check";
import {
  elbow,
  inertia,
  KMeans,
  modelOf,
  parseTrace,
  Random,
  record,
  silhouette,
  toRows,
  traceToJson,
  update,
} from "../../mod.ts";
import {
  anyProblem,
  exactProblem,
  tameDrawnProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { refuses } from "./refuses.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

/** Weights for up to 24 points, of which one counts at least. */
const weightsOf = (value: fc.Arbitrary<number>) =>
  fc.array(value, { minLength: 24, maxLength: 24 }).map((all) => [1, ...all]);
const wholes = weightsOf(fc.nat({ max: 4 }));
const fractions = weightsOf(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 999 }).map((i) => i / 100)),
);
const drawing = fc.constantFrom("random", "kmeans++", "maxmin", "partition");
const policy = fc.constantFrom("keep", "drop", "farthest");

specify("§14.1", "worked by hand", () => {
  const { steps, fit } = run([[0], [1], [10]], { init: [[0], [9]], weights: [1, 3, 0.5] });
  assert.deepEqual(steps[1].centroids, [[0.75], [10]]);
  assert.equal(fit.inertia, 0.75 ** 2 + 3 * 0.25 ** 2);
  assert.deepEqual(fit.figures, [
    { size: 2, weight: 4, inertia: 0.75 },
    { size: 1, weight: 0.5, inertia: 0 },
  ]);
  assert.deepEqual(toRows(update([[0], [4]], [0, 0], [[9]], { weights: [3, 1] })), [[1]]);
  assert.equal(inertia([[0], [4]], [[1]], [0, 0], { weights: [3, 1] }), 3 + 9);
});

specify("§14.1", "any problem, any weights, every policy", () => {
  holds(fc.tuple(tameProblem, fractions, policy), ([{ points, init }, weights, empty]) => {
    run(points, { init, empty, weights: weights.slice(0, points.length) });
  }, 500);
  holds(fc.tuple(exactProblem, wholes, policy), ([{ points, init }, weights, empty]) => {
    run(points, { init, empty, weights: weights.slice(0, points.length) });
  }, 500);
});

specify("§14.1", "any drawn start: every centroid is a point that counts", () => {
  holds(
    fc.tuple(tameDrawnProblem, fractions, drawing, fc.nat()),
    ([{ points }, all, init, seed]) => {
      const weights = all.slice(0, points.length);
      const heavy = points.filter((_, i) => weights[i] > 0);
      const k = 1 + seed % heavy.length;
      const { steps } = run(points, { k, init, seed, weights });
      if (init === "partition") return;
      const places = new Set(heavy.map(String));
      for (const centroid of steps[0].centroids) assert(places.has(String(centroid)));
      refuses(
        () => new KMeans(points, { k: heavy.length + 1, init, weights }),
        RangeError,
        heavy.length + 1,
        heavy.length,
      );
    },
  );
});

specify("§14.2", "a cluster whose points weigh nothing is empty, and keeps its centroid", () => {
  const { steps, fit } = run([[0], [9]], { init: [[1], [8]], weights: [1, 0] });
  assert.deepEqual(steps.at(-1)!.centroids, [[0], [8]]);
  assert.deepEqual([...fit.labels], [0, 1]);
  const dropped = run([[0], [9]], { init: [[1], [8]], weights: [1, 0], empty: "drop" }).fit;
  assert.deepEqual([toRows(dropped.centroids), [...dropped.labels]], [[[0]], [0, 0]]);
});

specify("§14.3", "to the bit for whole numbers", () => {
  holds(fc.tuple(exactProblem, wholes), ([{ points, init }, all]) => {
    const weights = all.slice(0, points.length);
    const repeated = points.flatMap((point, i) => Array(weights[i]).fill(point));
    const weighted = run(points, { init, weights }).steps;
    const plain = run(repeated, { init }).steps;
    assert.deepEqual(weighted.map((step) => step.centroids), plain.map((step) => step.centroids));
    assert.deepEqual(
      weighted.map((step) => step.labels.flatMap((label, i) => Array(weights[i]).fill(label))),
      plain.map((step) => step.labels),
    );
    weighted.forEach(({ inertia }, i) => {
      assert(Math.abs(inertia - plain[i].inertia) <= 1e-12 * plain[i].inertia);
    });
  });
});

specify("§14.4", "a point of weight 0 counts as little as none, to the bit", () => {
  holds(fc.tuple(anyProblem, fractions, policy), ([{ points, init }, all, empty]) => {
    const weights = all.slice(0, points.length);
    const heavy = [...points.keys()].filter((i) => weights[i] > 0);
    const how = { init, empty } as const;
    const whole = [...new KMeans(points, { ...how, weights }).steps()];
    const without = [
      ...new KMeans(heavy.map((i) => points[i]), { ...how, weights: heavy.map((i) => weights[i]) })
        .steps(),
    ];
    assert.deepEqual(whole.map((step) => step.centroids), without.map((step) => step.centroids));
    assert.deepEqual(whole.map((step) => step.inertia), without.map((step) => step.inertia));
    assert.deepEqual(
      whole.map((step) => heavy.map((i) => step.labels[i])),
      without.map((step) => [...step.labels]),
    );
  });
});

specify("§14.5", "all weights times a power of two change nothing, to the bit", () => {
  const power = fc.constantFrom(-1060, -500, -3, 1, 60, 1000);
  const problem = fc.tuple(tameDrawnProblem, wholes, drawing, fc.nat(), power);
  holds(problem, ([{ points }, all, init, seed, power]) => {
    const weights = all.slice(0, points.length);
    const k = 1 + seed % weights.filter((weight) => weight > 0).length;
    const how = { k, init, seed } as const;
    const plain = [...new KMeans(points, { ...how, weights }).steps()];
    const more = weights.map((weight) => weight * 2 ** power);
    const scaled = [...new KMeans(points, { ...how, weights: more }).steps()];
    assert.deepEqual(
      scaled.map(({ centroids, labels }) => ({ centroids, labels })),
      plain.map(({ centroids, labels }) => ({ centroids, labels })),
    );
    assert.deepEqual(
      scaled.map((step) => step.inertia),
      plain.map((step) => step.inertia * 2 ** power),
    );
  });
});

specify("§14.5", "equal weights are none, but for rounding", () => {
  holds(exactProblem, ({ points, init }) => {
    const weights = points.map(() => 1);
    assert.deepEqual(run(points, { init, weights }).steps, run(points, { init }).steps);
  });
});

specify("§14.6", "`random` without replacement, `kmeans++` by weight times square", () => {
  const firsts = (init: "random" | "kmeans++") => {
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 3000; seed++) {
      const kmeans = new KMeans([[0], [1], [2]], { k: 1, init, seed, weights: [1, 3, 6] });
      counts[kmeans.steps().next().value!.centroids.data[0]]++;
    }
    return counts.map((count) => count / 3000);
  };
  for (const init of ["random", "kmeans++"] as const) {
    firsts(init).forEach((share, i) => assert(Math.abs(share - [0.1, 0.3, 0.6][i]) < 0.04));
  }
  const seconds = { 1: 0, 3: 0 };
  for (let seed = 0; seed < 6000; seed++) {
    const how = { k: 2, init: "kmeans++", candidates: 1, seed, weights: [8, 9, 3] } as const;
    const { data } = new KMeans([[0], [1], [3]], how).steps().next().value!.centroids;
    if (data[0] === 0) seconds[data[1] as 1 | 3]++;
  }
  // From 0 the point at 1 counts 9 × 1, that at 3 counts 3 × 9.
  assert(Math.abs(seconds[1] / (seconds[1] + seconds[3]) - 0.25) < 0.05);
});

specify("§14.6", "no point twice, however heavy it is", () => {
  const points = [[0], [1], [2], [3], [4]];
  for (const init of ["random", "kmeans++"] as const) {
    for (let seed = 0; seed < 30; seed++) {
      const kmeans = new KMeans(points, { k: 5, init, seed, weights: [900, 1, 1, 1, 1] });
      assert.equal(new Set(kmeans.steps().next().value!.centroids.data).size, 5);
    }
  }
});

specify("§14.7", "engines meet the plain one with weights, to the bit", () => {
  const random = new Random(3);
  for (const [rows, columns, k] of [[900, 2, 9], [700, 5, 12]] as const) {
    const points = Array.from(
      { length: rows },
      () => Array.from({ length: columns }, () => random.normal()),
    );
    const weights = points.map(() => random.integer(4) === 0 ? 0 : random.uniform());
    run(points, { init: points.slice(0, k), weights });
  }
});

Deno.test("Weights that are none are refused with their place and value", () => {
  const points = [[0], [1]];
  const init = [[0]];
  for (const weight of [-1, NaN, Infinity]) {
    const weights = [1, weight];
    refuses(() => new KMeans(points, { init, weights }), RangeError, "weights", 1, weight);
    refuses(() => update(points, [0, 0], init, { weights }), RangeError, 1, weight);
    refuses(() => inertia(points, init, [0, 0], { weights }), RangeError, 1, weight);
    refuses(() => silhouette(points, [0, 1], { weights }), RangeError, 1, weight);
  }
  refuses(() => new KMeans(points, { init, weights: [0, 0] }), RangeError, "weights");
  refuses(() => new KMeans(points, { init, weights: [1] }), TypeError, "weights", 1, 2);
  refuses(() => new KMeans(points, { init, weights: [1, 1, 1] }), TypeError, "weights", 3, 2);
  refuses(() => new KMeans(points, { init, weights: 3 as never }), TypeError, "weights", 3);
});

Deno.test("A trace keeps its weights, unless all are 1, and its model weighs the clusters", () => {
  const points = [[0], [1], [9]];
  const trace = record(points, { init: [[0], [9]], weights: [1, 2, 0.5] });
  assert.deepEqual(parseTrace(traceToJson(trace)), trace);
  assert.deepEqual(JSON.parse(traceToJson(trace)).weights, [1, 2, 0.5]);
  assert.deepEqual(modelOf(trace).clusters.map(({ weight }) => weight), [3, 0.5]);
  assert(!("weights" in trace.recipe));
  const plain = record(points, { init: [[0], [9]] });
  assert.deepEqual(record(points, { init: [[0], [9]], weights: [1, 1, 1] }), plain);
  for (const weights of [[1, 2], [1, -1, 1], [0, 0, 0], "abc", [1, null, 1]]) {
    const text = JSON.stringify({ ...JSON.parse(traceToJson(trace)), weights });
    assert.throws(() => parseTrace(text), /weights/);
  }
});

Deno.test("A silhouette is weighted in both of its means, and points without weight leave it alone", () => {
  const points = [[0], [1], [10], [12]];
  const labels = [0, 0, 1, 1];
  const weights = [3, 1, 1, 2];
  const own = [1, 1, 2, 2];
  const next = [(10 + 24) / 3, (9 + 22) / 3, (30 + 9) / 4, (36 + 11) / 4];
  const by = own.map((a, i) => weights[i] * (next[i] - a) / next[i]);
  const expected = by.reduce((sum, one) => sum + one, 0) / 7;
  assert(Math.abs(silhouette(points, labels, { weights }) - expected) < 1e-12);
  assert.equal(
    silhouette([...points, [5]], [...labels, 0], { weights: [...weights, 0] }),
    silhouette(points, labels, { weights }),
  );
  const [one] = elbow(points, { from: 2, to: 2, weights, seed: 1 });
  assert(Math.abs(one.silhouette - expected) < 1e-12);
});

Deno.test("scikit-learn's runs with sample_weight are met, where no cluster falls empty", async (t) => {
  const program = "/usr/bin/python3";
  if (!await hasScikitLearn(program)) {
    return void await t.step({ name: "no scikit-learn", ignore: true, fn: () => {} });
  }
  const random = new Random(11);
  const problems = Array.from({ length: 20 }, () => {
    const points = Array.from({ length: 60 }, () => [random.normal(), 3 * random.normal()]);
    const weights = points.map(() => random.integer(5) === 0 ? 0 : random.uniform() * 7);
    const init = points.filter((_, i) => weights[i] > 0).slice(0, 4);
    return { points, weights, init };
  });
  const code = "import json,sys\nfrom sklearn.cluster import KMeans\n" +
    "def fit(p):\n" +
    "  f=KMeans(4,init=p['init'],n_init=1,tol=0,max_iter=1000,algorithm='lloyd')" +
    ".fit(p['points'],sample_weight=p['weights'])\n" +
    "  return {'c':f.cluster_centers_.tolist(),'l':f.labels_.tolist(),'i':f.inertia_}\n" +
    "import numpy\nps=json.load(open(sys.argv[1]))\n" +
    "for p in ps: p.update(init=numpy.array(p['init']),points=numpy.array(p['points']))\n" +
    "print(json.dumps([fit(p) for p in ps]))";
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, JSON.stringify(problems));
  const { stdout } = await new Deno.Command(program, { args: ["-c", code, file] }).output();
  await Deno.remove(file);
  const theirs = JSON.parse(new TextDecoder().decode(stdout)) as {
    c: number[][];
    l: number[];
    i: number;
  }[];
  problems.forEach(({ points, weights, init }, at) => {
    const { fit } = run(points, { init, weights });
    assert.deepEqual([...fit.labels], theirs[at].l);
    assert(Math.abs(fit.inertia - theirs[at].i) < 1e-9 * fit.inertia);
    toRows(fit.centroids).flat().forEach((value, i) => {
      assert(Math.abs(value - theirs[at].c.flat()[i]) < 1e-9);
    });
  });
});

async function hasScikitLearn(python: string): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(python, {
      args: ["-c", "import sklearn"],
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}
