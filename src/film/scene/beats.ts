/** A stretch of a film in which one thing happens. */
export interface Beat {
  /** `start`: the centroids appear; `assign` and `update`: what an iteration does; `hold`: the end. */
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

/** How a film's time is dealt out, in milliseconds. */
export interface Tempo {
  /** How long an iteration lasts. Default: 1 s at first, less as the run calms down. */
  readonly interval?: number;
  /** How long the start lasts. Default 1 s. */
  readonly start?: number;
  /** How fast it is told, all but the hold. Default 1. */
  readonly speed?: number;
  /** How long the end is held. Default 2,500. */
  readonly hold?: number;
}

const START = 1000;
const HOLD = 2500;
const LONGEST = 15_000;
const ITERATION = 1000;
const CALM_ITERATION = 300;
/** The share of an iteration that its assignment takes. */
const ASSIGN = 0.6;

/**
 * Deals out the time of a film.
 *
 * @param activity For each iteration from 1 on, how much happens in it, from 0 to 1.
 * @param tempo How to.
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

  // Beats of our own choice begin where most frame rates have a frame; given ones at any 10 ms.
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
