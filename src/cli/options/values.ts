import type { Moment } from "../../film/scene/still.ts";
import type { Rule } from "../../checks.ts";
import { FILM_RULES } from "../../film/styles/film_options.ts";
import { INIT_NAMES } from "../../kmeans/starts/inits.ts";

/** How the value of an option is read from its text, and written as text again. */
export interface Value<T> {
  /** Reads a text; throws an error that says what was expected. */
  readonly read: (text: string) => T;
  /** Writes a value as the text it is read from, so that a recipe can be turned into arguments. */
  readonly write: (value: T) => string;
}

/** A whole number of at least `least`. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Value<number> {
  const wanted = most < Number.MAX_SAFE_INTEGER
    ? `a whole number from ${least} to ${most}`
    : `a whole number of ${least} or more`;
  return {
    read: (text) => {
      const value = numberOf(text);
      if (!(Number.isInteger(value) && value >= least && value <= most)) throw new Error(wanted);
      return value;
    },
    write: String,
  };
}

/** A value, or `auto`: what is best without one. */
export function orAuto<T>({ read, write }: Value<T>): Value<T | "auto"> {
  return {
    read: (text) => text === "auto" ? text : read(text),
    write: (value) => value === "auto" ? "auto" : write(value as T),
  };
}

/** A number between two bounds, both included. */
export function number(least: number, most: number): Value<number> {
  return {
    read: (text) => {
      const value = numberOf(text);
      if (!(value >= least && value <= most)) throw new Error(`a number from ${least} to ${most}`);
      return value;
    },
    write: String,
  };
}

/** A number as a rule of the library allows it. */
export function ruled({ least, most, isWhole }: Extract<Rule, { is: "number" }>): Value<number> {
  return isWhole ? whole(least, most) : number(least, most);
}

/** One of some words. */
export function word<T extends string>(...words: readonly T[]): Value<T> {
  return {
    read: (text) => {
      const found = words.find((word) => word === text);
      if (found === undefined) throw new Error(`one of ${words.join(", ")}`);
      return found;
    },
    write: String,
  };
}

/** Any text. */
export const text: Value<string> = { read: (value) => value, write: String };

/** Two numbers, the lower first: `-4,4`. */
export const range: Value<readonly [low: number, high: number]> = {
  read: (text) => {
    const [low, high, ...more] = text.split(",").map(numberOf);
    if (!(low < high && Number.isFinite(high - low)) || more.length > 0) {
      throw new Error("two numbers, the lower first, such as -4,4");
    }
    return [low, high];
  },
  write: String,
};

/** A range of numbers of clusters: `1..12`. */
export const wholes: Value<readonly [low: number, high: number]> = {
  read: (text) => {
    const [low, high] = /^(\d+)\.\.(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
    if (!(low >= 1 && high > low && high <= 1000)) {
      throw new Error("two whole numbers from 1 to 1000, the lower first, such as 1..12");
    }
    return [low, high];
  },
  write: (value) => String(value).replace(",", ".."),
};

const SIDES = FILM_RULES.width;

/** A width and a height, in pixels: `640x480`. */
export const size: Value<readonly [width: number, height: number]> = {
  read: (text) => {
    const match = /^(\d+)[x×](\d+)$/.exec(text);
    const sides = match?.slice(1).map(Number) ?? [];
    if (!match || sides.some((side) => side < SIDES.least || side > SIDES.most)) {
      throw new Error(`a width and a height from ${SIDES.least} to ${SIDES.most}, such as 640x480`);
    }
    return [sides[0], sides[1]];
  },
  write: (value) => String(value).replace(",", "x"),
};

/** A length of time, `500ms` or `2s`, in milliseconds, to the nearest 10. */
export function time({ least, most }: { least: number; most: number }): Value<number> {
  return {
    read: (text) => {
      const match = /^(\d+(?:\.\d+)?|\.\d+)(ms|s)$/.exec(text);
      const value = match
        ? Math.round(Number(match[1]) * (match[2] === "s" ? 100 : 0.1)) * 10
        : NaN;
      if (!(value >= least && value <= most)) {
        throw new Error(`a length of time from ${least}ms to ${most / 1000}s, such as 500ms or 2s`);
      }
      return value;
    },
    write: (value) => `${value}ms`,
  };
}

/**
 * A moment of a film: `3.2s`, `3.2` or `500ms`, in milliseconds, or `iteration=4`, or a part of it
 * as `iteration=4:assign`.
 */
export const moment: Value<Moment> = {
  read: (text) => {
    const [, iteration, part] = /^iteration=(\d{1,9})(?::(assign|update))?$/.exec(text) ?? [];
    if (iteration !== undefined) {
      return { iteration: Number(iteration), ...(part && { part: part as "assign" | "update" }) };
    }
    const [, value, unit = "s"] = /^(\d+(?:\.\d+)?|\.\d+)(ms|s)?$/.exec(text) ?? [];
    if (value === undefined) throw new Error("a moment such as 3.2s or iteration=4");
    return Math.round(Number(value) * (unit === "s" ? 1000 : 1));
  },
  write: (value) => {
    if (typeof value === "number") return `${value}ms`;
    const { iteration, part } = Object(value);
    return `iteration=${iteration}${part === undefined ? "" : `:${part}`}`;
  },
};

/** How many bytes each unit is. */
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
};

/** A number of bytes: `2MB`, `500KB`, `1.5MiB`. */
export const bytes: Value<number> = {
  read: (text) => {
    const [, value, unit] = /^(\d+(?:\.\d+)?|\.\d+)(B|kB|KB|MB|KiB|MiB)$/.exec(text) ?? [];
    if (!(Number(value) > 0)) throw new Error("an amount such as 2MB, 500KB or 1.5MiB");
    return Number(value) * UNITS[unit];
  },
  write: (value) => `${value}B`,
};

/** Iterations, `0,1,2,last`, or `auto`. */
export const iterations: Value<"auto" | readonly (number | "last")[]> = {
  read: (text) => {
    if (text === "auto") return text;
    return text.split(",").map((part) => {
      if (part === "last") return part;
      if (!/^\d{1,9}$/.test(part)) throw new Error("iterations such as 0,1,2,last, or auto");
      return Number(part);
    });
  },
  write: String,
};

/** What runs are compared by, and its values. */
export interface Comparison {
  readonly what: "init" | "k" | "seed";
  readonly values: readonly (string | number)[];
}

/** What runs are compared by, and its values: `init=random,kmeans++`. */
export const comparison: Value<Comparison> = {
  read: (text) => {
    const [, what, list] = /^(init|k|seed)=(.+)$/.exec(text) ?? [];
    const readers: Readonly<Record<string, Value<string | number>>> = {
      init: word(...INIT_NAMES) as Value<string | number>,
      k: whole(1) as Value<string | number>,
      seed: whole(0, 2 ** 32 - 1) as Value<string | number>,
    };
    const reader = readers[what];
    const values = list?.split(",") ?? [];
    if (!reader || values.length < 2 || values.length > 9) {
      throw new Error("two to nine values, such as init=random,kmeans++ or k=3,5 or seed=1,2");
    }
    return { what: what as Comparison["what"], values: values.map(reader.read) };
  },
  write: (value) => `${Object(value).what}=${Object(value).values}`,
};

/** A decimal number; `NaN` for anything else, so that `0x10` and a blank are refused. */
function numberOf(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
