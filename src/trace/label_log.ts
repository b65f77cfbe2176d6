/** The points to which a step gives another label than the one before, and their labels. */
interface Change {
  readonly points: Uint32Array;
  readonly labels: Uint32Array;
}

/** How many of the labels that were asked for are kept: those of a step and of the one before. */
const RECENT = 2;

/**
 * The labels of step after step in little room: of the first step all, of each later one only those
 * that it changes.
 */
export class LabelLog {
  readonly #first: Uint32Array;
  readonly #changes: Change[] = [];
  /** The labels of some step, and of which. */
  readonly #labels: Uint32Array;
  #at = 0;
  /** What was last asked for, the latest in front. */
  #recent: { readonly step: number; readonly labels: Uint32Array }[] = [];

  /** @param labels The labels of step 0. */
  constructor(labels: Uint32Array) {
    this.#first = labels.slice();
    this.#labels = labels.slice();
  }

  /** Adds the labels of the next step. */
  add(labels: Uint32Array): void {
    this.#go(this.#changes.length);
    const before = this.#labels;
    let count = 0;
    for (let i = 0; i < labels.length; i++) if (labels[i] !== before[i]) count++;
    const change = { points: new Uint32Array(count), labels: new Uint32Array(count) };
    for (let i = 0, at = 0; at < count; i++) {
      if (labels[i] === before[i]) continue;
      change.points[at] = i;
      change.labels[at++] = labels[i];
    }
    this.#changes.push(change);
  }

  /** The labels of a step. Asked again soon, they are the same array. */
  at(step: number): Uint32Array {
    const found = this.#recent.find((recent) => recent.step === step);
    if (found) return found.labels;
    this.#go(step);
    const labels = this.#labels.slice();
    this.#recent = [{ step, labels }, ...this.#recent].slice(0, RECENT);
    return labels;
  }

  /** Makes the labels at hand those of a step. */
  #go(step: number): void {
    if (step < this.#at) {
      this.#labels.set(this.#first);
      this.#at = 0;
    }
    for (; this.#at < step; this.#at++) {
      const { points, labels } = this.#changes[this.#at];
      for (let i = 0; i < points.length; i++) this.#labels[points[i]] = labels[i];
    }
  }
}
