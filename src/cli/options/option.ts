import type { Value } from "./values.ts";

/**
 * A kind of call in which some options mean nothing: the classic style, several runs, points that
 * are generated, and so on.
 */
export type Case =
  | "classic"
  | "storyboard"
  | "elbow"
  | "compare"
  | "compare k"
  | "compare init"
  | "compare seed"
  | "another start"
  | "centroids";

/** What the help says of an option. */
interface About {
  /** The heading it stands under. */
  readonly group: string;
  readonly help: string;
  /** The name of its value in the help; a switch has none. */
  readonly value?: string;
  /** What it is called now, if recipes and earlier versions have it under its name in the table. */
  readonly called?: string;
  /** Its short form, one letter. */
  readonly short?: string;
  /** What the help says happens without it, unless `initial` says it. */
  readonly otherwise?: string;
  /** What each of some values means. */
  readonly each?: Readonly<Record<string, string>>;
  /** The cases that would ignore it: such a call is refused. */
  readonly not?: readonly Case[];
}

/** An option of the command. */
export interface Option<T = unknown> extends About {
  /** Its value if it is not given. */
  readonly initial: T;
  /** Reads its value; a switch has none. */
  readonly read?: Value<unknown>["read"];
  /** Writes its value as it is read. */
  readonly write?: (value: never) => string;
  /** Whether it can be given several times. */
  readonly repeat?: boolean;
}

/** Options by their names. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The value of every option of a table. */
export type Values<T> = { readonly [N in keyof T]: T[N] extends Option<infer V> ? V : never };

/** A switch. */
export function flag(about: About): Option<boolean> {
  return { ...about, initial: false };
}

/** An option that has a value even if it is not given. */
export function valued<T>(initial: NoInfer<T>, value: Value<T>, about: About): Option<T> {
  return { ...about, initial, ...reading(value) };
}

/** An option that has a value only if it is given. */
export function optional<T>(value: Value<T>, about: About): Option<T | undefined> {
  return { ...about, initial: undefined, ...reading(value) };
}

/** An option that can be given several times. */
export function repeated<T>(value: Value<T>, about: About): Option<readonly T[]> {
  return { ...about, initial: [], ...reading(value), repeat: true };
}

function reading<T>({ read, write }: Value<T>): Pick<Option, "read" | "write"> {
  return { read, write };
}
