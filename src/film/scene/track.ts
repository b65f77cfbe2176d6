/** The control points of a cubic Bézier curve from 0, 0 to 1, 1 as CSS and SMIL define it. */
export type Curve = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * How a value gets from one keyframe to the next: at once, evenly, eased at both ends, or along a
 * curve of its own.
 */
export type Ease = "jump" | "linear" | "glide" | Curve;

/** The control points of `glide`. */
export const GLIDE: Curve = [0.4, 0, 0.2, 1];

/** A keyframe: a value at a time, and how it is reached from the one before. */
export interface Key<T> {
  /** In milliseconds from the start of the film. */
  readonly time: number;
  /** The value at that time. */
  readonly value: T;
  /** How it is reached. */
  readonly ease: Ease;
}

/** A value that changes over time, by its keyframes in the order of time, the first at 0. */
export class Track<T> {
  /**
   * Takes the keyframes.
   *
   * @param keys The keyframes in the order of time, the first at 0.
   */
  constructor(readonly keys: readonly Key<T>[]) {}
}

/** A value that may change over time. */
export type Animated<T> = T | Track<T>;

/** Builds a track from changes of a value, which must be given in the order of time. */
export class Timeline<T> {
  readonly #keys: Key<T>[];

  constructor(initial: T) {
    this.#keys = [{ time: 0, value: initial, ease: "jump" }];
  }

  /** Changes to a value at once. */
  jump(time: number, value: T): this {
    return this.#push({ time, value, ease: "jump" });
  }

  /** Changes to a value little by little, from one time to another. */
  move(from: number, to: number, value: T, ease: Ease = "glide"): this {
    const { value: before, time } = this.#last();
    if (same(before, value)) return this;
    if (from >= to) return this.jump(to, value);
    if (from > time) this.#keys.push({ time: from, value: before, ease: "jump" });
    return this.#push({ time: to, value, ease });
  }

  /** The track, or the value alone where it never changes. */
  done(): Animated<T> {
    return this.#keys.length === 1 ? this.#keys[0].value : new Track(this.#keys);
  }

  #last(): Key<T> {
    return this.#keys[this.#keys.length - 1];
  }

  #push(key: Key<T>): this {
    if (!same(this.#last().value, key.value)) {
      if (key.ease === "jump" && key.time === this.#last().time && this.#last().ease === "jump") {
        this.#keys.pop();
      }
      this.#keys.push(key);
    }
    return this;
  }
}

/** The value at a time; `mix` gives the value between two others, given the share of the second. */
export function valueAt<T>(
  animated: Animated<T>,
  time: number,
  mix: (from: T, to: T, share: number) => T,
): T {
  if (!(animated instanceof Track)) return animated;
  const { keys } = animated;
  let i = keys.length - 1;
  while (i > 0 && keys[i].time > time) i--;
  const next = keys[i + 1];
  if (!next || next.ease === "jump") return keys[i].value;
  const share = (time - keys[i].time) / (next.time - keys[i].time);
  return mix(keys[i].value, next.value, easedShare(next.ease, share));
}

/** The value at the end of the film. */
export function lastValue<T>(animated: Animated<T>): T {
  return animated instanceof Track ? animated.keys[animated.keys.length - 1].value : animated;
}

/** The share of its distance that is covered after a share of its time. */
function easedShare(ease: Exclude<Ease, "jump">, share: number): number {
  return ease === "linear" ? share : along(ease === "glide" ? GLIDE : ease, share);
}

/** The share of its distance that a glide has covered after a share of its time. */
export function glide(share: number): number {
  return along(GLIDE, share);
}

/** The ease of a part of a glide, from one share of its time to another. */
export function partOfGlide(from: number, to: number): Ease {
  if (from <= 0 && to >= 1) return "glide";
  const [x1, y1, x2, y2] = GLIDE;
  const [p, q] = [parameterAt(GLIDE, from), parameterAt(GLIDE, to)];
  /** The middle control points of the part of a curve between p and q, by their polar form. */
  const part = (a: number, b: number): [number, number] => {
    const polar = (r: number, s: number, t: number) =>
      a * (r + s + t - 2 * (r * s + s * t + t * r) + 3 * r * s * t) +
      b * (r * s + s * t + t * r - 3 * r * s * t) + r * s * t;
    const [start, end] = [polar(p, p, p), polar(q, q, q)];
    const share = (value: number) =>
      Math.max(0, Math.min(1, Math.round((value - start) / (end - start) * 1000) / 1000 || 0));
    return [share(polar(p, p, q)), share(polar(p, q, q))];
  };
  const [[fromX, toX], [fromY, toY]] = [part(x1, x2), part(y1, y2)];
  return [fromX, fromY, toX, toY];
}

/** The share of its distance that a curve has covered after a share of its time. */
function along(curve: Curve, share: number): number {
  return bezier(curve[1], curve[3], parameterAt(curve, share));
}

/** A curve gives both time and distance by a parameter, which is found by bisection. */
function parameterAt([x1, , x2]: Curve, share: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 32; i++) {
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A coordinate of a cubic Bézier curve from 0 to 1 with two control points. */
function bezier(a: number, b: number, t: number): number {
  const u = 1 - t;
  return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
}

function same(a: unknown, b: unknown): boolean {
  return a === b ||
    (Array.isArray(a) && Array.isArray(b) && a.every((value, i) => value === b[i]));
}
