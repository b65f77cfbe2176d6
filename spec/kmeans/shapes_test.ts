import assert from "node:assert/strict";
import {
  assign,
  inertia,
  type Init,
  KMeans,
  type Matrix,
  type Rows,
  toMatrix,
  toRows,
  update,
} from "../../mod.ts";
import { anyProblem } from "../../src/conform/arbitraries/problems.ts";
import { anyPoints } from "../../src/conform/arbitraries/points.ts";
import { holds } from "../property.ts";
import { refuses } from "./refuses.ts";
import { plain } from "./run.ts";
import { specify } from "./specify.ts";

type Input = Rows | Matrix;

/** Everything that takes points and centroids. */
const takers = {
  assign,
  update: (points: Input, centroids: Input) => update(points, zeros(points), centroids),
  inertia: (points: Input, centroids: Input) => inertia(points, centroids, zeros(points)),
  KMeans: (points: Input, init: Input) => new KMeans(points, { init }),
};

const drawn: Init[] = ["random", "kmeans++", "maxmin", "partition"];

function zeros(points: Input): number[] {
  return Array("rows" in points ? points.rows : points.length).fill(0);
}

/** Holds that every taker refuses a table, as points and as centroids. */
function refuseTable(
  table: Input,
  kind: typeof TypeError | typeof RangeError,
  ...details: (string | number)[]
): void {
  const good = [[1, 2], [3, 4], [5, 6]];
  refuses(() => toMatrix(table), kind, ...details);
  for (const take of Object.values(takers)) {
    refuses(() => take(table, good), kind, ...details);
    refuses(() => take(good, table), kind, ...details);
  }
  for (const init of drawn) refuses(() => new KMeans(table, { k: 1, init }), kind, ...details);
}

const forms: Record<string, (rows: number[][]) => Input> = {
  "typed rows": (rows) => rows.map((row) => Float64Array.from(row)),
  "array-like rows": (rows) => ({
    ...rows.map((row) => ({ ...row, length: row.length })),
    length: rows.length,
  }),
  "flat matrices": (rows) => ({
    data: Float64Array.from(rows.flat()),
    rows: rows.length,
    columns: rows[0].length,
  }),
};

for (const [name, form] of Object.entries(forms)) {
  specify("§1.1", `${name} give what arrays of rows give`, () => {
    holds(anyProblem, ({ points, init }) => {
      const labels = assign(points, init);
      assert.deepEqual(assign(form(points), form(init)), labels);
      assert.deepEqual(update(form(points), labels, form(init)), update(points, labels, init));
      assert.equal(inertia(form(points), form(init), labels), inertia(points, init, labels));
      assert.deepEqual(
        Array.from(new KMeans(form(points), { init: form(init) }).steps(), plain),
        Array.from(new KMeans(points, { init }).steps(), plain),
      );
    }, 100);
  });
}

specify("§1.1", "single-precision rows count as the numbers they hold", () => {
  const points = [Float32Array.of(0.1), Float32Array.of(0.3)];
  assert.deepEqual(
    toRows(update(points, [0, 0], [[0]])),
    [[(Math.fround(0.1) + Math.fround(0.3)) / 2]],
  );
});

specify("§1.1", "rows to a matrix and back are the same rows", () => {
  holds(anyPoints(), (points) => {
    const { data, rows, columns } = toMatrix(points);
    assert.deepEqual([...data], points.flat());
    assert.deepEqual([rows, columns], [points.length, points[0].length]);
    assert.deepEqual(toRows({ data, rows, columns }), points);
  });
});

specify("§1.2", "three features and two", () => {
  for (const take of Object.values(takers)) {
    refuses(() => take([[1, 2, 3], [4, 5, 6]], [[1, 2]]), TypeError, "3 and 2");
    refuses(() => take([[1, 2], [4, 5]], [[1, 2, 3]]), TypeError, "2 and 3");
  }
});

specify("§1.3", "a short row, a long row", () => {
  refuseTable([[1, 2], [3, 4], [5]], TypeError, "row 2");
  refuseTable([[1, 2], [3, 4, 5], [6, 7]], TypeError, "row 1");
  refuseTable([[1, 2], []], TypeError, "row 1");
});

specify("§1.3", "rows that are no rows", () => {
  refuseTable([1, 2, 3] as unknown as number[][], TypeError, "row 0");
  refuseTable([[1], null, [3]] as number[][], TypeError, "row 1");
});

specify("§1.3", "a flat matrix with too few or too many values", () => {
  refuseTable({ data: new Float64Array(5), rows: 3, columns: 2 }, TypeError, 5);
  refuseTable({ data: new Float64Array(7), rows: 3, columns: 2 }, TypeError, 7);
});

specify("§1.4", "no rows", () => {
  refuseTable([], TypeError, 0);
  refuseTable({ data: new Float64Array(0), rows: 0, columns: 2 }, TypeError, 0);
});

specify("§1.4", "no columns", () => {
  refuseTable([[]], TypeError, 0);
  refuseTable({ data: new Float64Array(0), rows: 2, columns: 0 }, TypeError, 0);
});

for (const value of [NaN, Infinity, -Infinity]) {
  specify("§1.5", `${value}`, () => {
    refuseTable([[1, 2], [3, 4], [5, value]], RangeError, "row 2", "column 1", value);
    refuseTable([[value, 2], [3, NaN]], RangeError, "row 0", "column 0", value);
    refuseTable(
      { data: Float64Array.of(1, 2, value, 4), rows: 2, columns: 2 },
      RangeError,
      "row 1",
      "column 0",
      value,
    );
  });
}

specify("§1.5", "no number at all", () => {
  for (const value of [undefined, null, "1", "", true, 1n, {}]) {
    refuseTable([[1, 2], [3, value as number]], RangeError, "row 1", "column 1");
  }
  // deno-lint-ignore no-sparse-arrays
  refuseTable([[1, 2], [, 3] as number[]], RangeError, "row 1", "column 0");
});

specify("§1.6", "0, −1, a half, NaN, Infinity, nothing", () => {
  for (const init of drawn) {
    for (const k of [0, -1, 1.5, NaN, Infinity, undefined]) {
      refuses(() => new KMeans([[1], [2], [3]], { k, init }), RangeError, "k", `${k}`);
    }
  }
});

specify(
  "§1.6",
  "K may be left out where centroids are given, and must agree where it is not",
  () => {
    assert.equal(new KMeans([[1], [2]], { init: [[1], [2]] }).fit().centroids.rows, 2);
    assert.equal(new KMeans([[1], [2]], { k: 2, init: [[1], [2]] }).fit().centroids.rows, 2);
    refuses(() => new KMeans([[1], [2]], { k: 1, init: [[1], [2]] }), RangeError, 1, 2);
  },
);

specify("§1.7", "four clusters of three points", () => {
  for (const init of drawn) {
    refuses(() => new KMeans([[1], [2], [3]], { k: 4, init }), RangeError, 4, 3);
  }
});

specify("§1.7", "given centroids may outnumber the points", () => {
  assert.equal(new KMeans([[1]], { init: [[0], [2], [4]] }).fit().centroids.rows, 3);
});

specify("§1.8", "too few, too many", () => {
  for (const labels of [[0], [0, 0, 0], []]) {
    refuses(() => update([[1], [2]], labels, [[1]]), TypeError, labels.length, 2);
    refuses(() => inertia([[1], [2]], [[1]], labels), TypeError, labels.length, 2);
  }
});

specify("§1.8", "−1, K, a half, NaN", () => {
  for (const label of [-1, 2, 0.5, NaN]) {
    refuses(() => update([[1], [2]], [0, label], [[1], [2]]), RangeError, 1, label);
    refuses(() => inertia([[1], [2]], [[1], [2]], [0, label]), RangeError, 1, label);
  }
});

specify("§1.9", "limits and numbers of runs of −1, a half, NaN; no runs", () => {
  for (const value of [-1, 1.5, NaN]) {
    for (const name of ["maxIterations", "restarts", "nInit"]) {
      refuses(() => new KMeans([[1]], { k: 1, [name]: value }), RangeError, name, value);
    }
  }
  for (const name of ["restarts", "nInit"]) {
    refuses(() => new KMeans([[1]], { k: 1, [name]: 0 }), RangeError, name, 0);
  }
});

specify("§1.9", "seeds that are no integer from 0 to 2³² − 1", () => {
  for (const seed of [-1, 0.5, 2 ** 32, NaN]) {
    refuses(() => new KMeans([[1]], { k: 1, seed }), RangeError, "seed", seed);
  }
});

specify("§1.9", "names that are none", () => {
  for (const name of ["", "Random", "toString", "__proto__"]) {
    const init = name as Init;
    assert.throws(() => new KMeans([[1]], { k: 1, init }), RangeError);
    const empty = name as "keep";
    assert.throws(() => new KMeans([[1]], { k: 1, empty }), RangeError);
  }
});
