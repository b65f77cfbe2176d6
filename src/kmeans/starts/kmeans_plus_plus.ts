import { safeScaleOf, squaredDistance, times } from "../distance.ts";
import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";

/** The most candidates a pick: more gain little, and each takes as long as an assignment. */
export const MOST_CANDIDATES = 100;

/** How many candidates are drawn for each of K picks if nothing else is said: 2 + ⌊ln K⌋. */
export function candidatesFor(k: number): number {
  return 2 + Math.floor(Math.log(k));
}

/**
 * K distinct points, spread out: the first at random; for each next some candidates are drawn, each
 * with a probability proportional to its squared distance from the nearest one picked, and the
 * candidate is picked that leaves the least sum of these squares, the first of equal ones.
 *
 * D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007: with one
 * candidate, and in a closing remark with several; C. Grunau and others, "A Nearly Tight Analysis of
 * Greedy k-means++", SODA 2023.
 *
 * @param candidates How many are drawn for each pick.
 */
export function kmeansPlusPlusStart(
  points: Matrix,
  k: number,
  random: Random,
  signal?: AbortSignal,
  candidates: number = candidatesFor(k),
): Matrix {
  const near = times(points, safeScaleOf(points));
  const picked = new Uint8Array(points.rows);
  const picks = [random.integer(points.rows)];
  let left = lowered(new Float64Array(points.rows).fill(Infinity), near, picks[0]);
  for (;;) {
    signal?.throwIfAborted();
    picked[picks[picks.length - 1]] = 1;
    if (picks.length === k) return pickRows(points, picks);
    if (!(left.total > 0)) {
      picks.push(drawUnpicked(picked, picks, random));
      continue;
    }
    const drawn = new Set(Array.from({ length: candidates }, () => draw(left, random)));
    let best: { readonly pick: number; readonly left: Left } | undefined;
    for (const pick of drawn) {
      const next = lowered(left.squares, near, pick);
      if (best === undefined || next.total < best.left.total) best = { pick, left: next };
    }
    picks.push(best!.pick);
    left = best!.left;
  }
}

/** The squared distance of each point from the nearest one picked, and their sum. */
interface Left {
  readonly squares: Float64Array;
  readonly total: number;
}

/** What is left when one point more is picked. */
function lowered(before: Float64Array, points: Matrix, pick: number): Left {
  const squares = new Float64Array(before.length);
  let total = 0;
  for (let i = 0; i < squares.length; i++) {
    squares[i] = Math.min(before[i], squaredDistance(points, i, points, pick));
    total += squares[i];
  }
  return { squares, total };
}

/** An index with a probability proportional to its square; never one whose square is 0. */
function draw({ squares, total }: Left, random: Random): number {
  let left = random.uniform() * total;
  let last = 0;
  for (let i = 0; i < squares.length; i++) {
    if (squares[i] === 0) continue;
    last = i;
    left -= squares[i];
    if (left < 0) break;
  }
  return last;
}

/** An unpicked point, each equally likely: where every point equals a picked one, all weights are 0. */
function drawUnpicked(picked: Uint8Array, picks: number[], random: Random): number {
  let left = random.integer(picked.length - picks.length);
  let i = 0;
  while (picked[i] || left-- > 0) i++;
  return i;
}
