/** A part of a film in which one thing happens. */
export interface Beat {
  /**
   * `start`: the centroids appear; `assign`, `update`: the two parts of an iteration; `hold`: the
   * end.
   */
  readonly kind: "start" | "assign" | "update" | "hold";
  /** The iteration it belongs to. */
  readonly iteration: number;
  /** When it begins, in milliseconds. */
  readonly start: number;
  /** When it ends, in milliseconds. */
  readonly end: number;
}

/** What a player calls each kind of beat. */
export const BEAT_NAMES: Readonly<Record<Beat["kind"], string>> = {
  start: "start",
  assign: "assign",
  update: "update",
  hold: "end",
};

/** How fast a film is told; times are in milliseconds. */
export interface Tempo {
  /** How long an iteration lasts. Default: 1 s at first, less as the run calms down. */
  readonly interval?: number;
  /** How long the start lasts. Default 1 s. */
  readonly start?: number;
  /** How many times as fast all but the hold is told. Default 1. */
  readonly speed?: number;
  /** How long the end is held. Default 2,500. */
  readonly hold?: number;
}

/** How long the start lasts by default, in milliseconds. */
const START = 1000;
/** How long the end is held by default, in milliseconds. */
const HOLD = 2500;
/**
 * How long a film without a given interval lasts at most, in milliseconds: many iterations share
 * the time. A longer hold that is asked for comes on top.
 */
const LONGEST = 15_000;
/** How long an iteration lasts in which centroids move farthest, in milliseconds. */
const ITERATION = 1000;
/** How long an iteration lasts in which hardly anything moves, in milliseconds. */
const CALM_ITERATION = 300;
/** The share of an iteration that its assignment takes; the rest is the update. */
const ASSIGN = 0.6;

/**
 * Divides the time of a film into beats.
 *
 * @param activity For each iteration from 1 on, how much happens in it, from 0 to 1.
 * @param tempo How fast the film is told.
 * @returns The beats, one after another from 0, their times multiples of 10 ms.
 */
export function beatsOf(activity: readonly number[], tempo: Tempo): Beat[] {
  const { interval, hold = HOLD, start = START, speed = 1 } = tempo;
  const wanted = activity.map((share) =>
    interval ?? CALM_ITERATION + (ITERATION - CALM_ITERATION) * share
  );
  const total = wanted.reduce((sum, time) => sum + time, 0);
  const room = LONGEST - start - Math.min(hold, HOLD);
  const pace = (interval === undefined ? Math.min(1, room / total) : 1) / speed;

  // Beats begin at multiples of 50 ms, where most frame rates have a frame. Beats of a given
  // interval keep to it, and begin at multiples of 10 ms, the unit of time in a GIF.
  const grid = interval === undefined ? 50 : 10;
  const snap = (time: number) => Math.round(time / grid) * grid;
  const beats: Beat[] = [];
  let end = 0;
  const add = (kind: Beat["kind"], iteration: number, time: number) => {
    const start = snap(end);
    end += time;
    beats.push({ kind, iteration, start, end: snap(end) });
  };
  add("start", 0, start / speed);
  wanted.forEach((time, i) => {
    add("assign", i + 1, time * pace * ASSIGN);
    add("update", i + 1, time * pace * (1 - ASSIGN));
  });
  add("hold", activity.length, hold);
  return beats;
}
