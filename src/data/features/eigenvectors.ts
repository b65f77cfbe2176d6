/** A symmetric matrix, row after row. */
export interface Symmetric {
  readonly size: number;
  readonly matrix: Float64Array;
}

/** Eigenvalues and eigenvectors, the largest first. */
export interface Eigenvectors {
  readonly values: number[];
  readonly vectors: Float64Array[];
}

/** Up to this size every eigenvector is found; beyond, only those that are asked for. */
const SMALL = 200;

/**
 * The eigenvectors of the `count` largest eigenvalues of a matrix that has no negative ones.
 *
 * @throws The signal's reason, if it aborts; it is asked in each round.
 */
export function largestEigenvectors(
  symmetric: Symmetric,
  count: number,
  signal?: AbortSignal,
): Eigenvectors {
  if (symmetric.size <= SMALL) return first(jacobi(symmetric), count);
  return first(subspace(symmetric, count + 6, signal), count);
}

function first({ values, vectors }: Eigenvectors, count: number): Eigenvectors {
  const order = [...values.keys()].sort((a, b) => values[b] - values[a] || a - b).slice(0, count);
  return { values: order.map((i) => values[i]), vectors: order.map((i) => vectors[i]) };
}

/**
 * All eigenvectors by rotations that make one entry after another zero.
 *
 * C. G. J. Jacobi, "Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen
 * vorkommenden Gleichungen numerisch aufzulösen", Crelle's Journal 30, 1846.
 */
function jacobi({ size: n, matrix }: Symmetric): Eigenvectors {
  const a = matrix.slice();
  const vectors = Array.from({ length: n }, (_, i) => {
    const vector = new Float64Array(n);
    vector[i] = 1;
    return vector;
  });
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < a.length; i++) {
      all += a[i] * a[i];
      if (i % (n + 1) !== 0) off += a[i] * a[i];
    }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const entry = a[p * n + q];
        if (entry === 0) continue;
        const theta = (a[q * n + q] - a[p * n + p]) / (2 * entry);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let i = 0; i < n; i++) {
          const ip = a[i * n + p];
          const iq = a[i * n + q];
          a[i * n + p] = c * ip - s * iq;
          a[i * n + q] = s * ip + c * iq;
        }
        for (let i = 0; i < n; i++) {
          const pi = a[p * n + i];
          const qi = a[q * n + i];
          a[p * n + i] = c * pi - s * qi;
          a[q * n + i] = s * pi + c * qi;
        }
        const [vp, vq] = [vectors[p], vectors[q]];
        for (let i = 0; i < n; i++) {
          const x = vp[i];
          vp[i] = c * x - s * vq[i];
          vq[i] = s * x + c * vq[i];
        }
      }
    }
  }
  return { values: Array.from({ length: n }, (_, i) => a[i * n + i]), vectors };
}

/** The largest eigenvectors by multiplying a few vectors again and again, kept at right angles. */
function subspace(
  { size: n, matrix }: Symmetric,
  count: number,
  signal?: AbortSignal,
): Eigenvectors {
  let basis = Array.from(
    { length: count },
    (_, k) => Float64Array.from({ length: n }, (_, i) => Math.cos((i + 1) * (k + 1) * 1.7)),
  );
  orthonormalize(basis);
  let values: number[] = [];
  for (let round = 0; round < 1000; round++) {
    signal?.throwIfAborted();
    const image = basis.map((vector) => times(matrix, vector));
    const small = new Float64Array(count * count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) small[i * count + j] = dot(basis[i], image[j]);
    }
    const inner = first(jacobi({ size: count, matrix: small }), count);
    const settled = round > 0 &&
      inner.values.slice(0, 2).every((value, i) =>
        Math.abs(value - values[i]) <= 1e-14 * inner.values[0]
      );
    values = inner.values;
    const mix = (vectors: Float64Array[]) =>
      inner.vectors.map((weights) =>
        Float64Array.from({ length: n }, (_, i) => {
          let sum = 0;
          for (let k = 0; k < count; k++) sum += weights[k] * vectors[k][i];
          return sum;
        })
      );
    if (settled) return { values, vectors: mix(basis) };
    basis = mix(image);
    orthonormalize(basis);
  }
  return { values, vectors: basis };
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j] * vector[j];
    result[i] = sum;
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Makes vectors of length 1 and at right angles, in place; one that depends on others becomes 0. */
function orthonormalize(vectors: Float64Array[]): void {
  vectors.forEach((vector, k) => {
    for (let again = 0; again < 2; again++) {
      for (let i = 0; i < k; i++) {
        const share = dot(vector, vectors[i]);
        for (let j = 0; j < vector.length; j++) vector[j] -= share * vectors[i][j];
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    for (let j = 0; j < vector.length; j++) vector[j] = length > 0 ? vector[j] / length : 0;
  });
}
