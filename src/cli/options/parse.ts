import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { requireApplicable } from "./applicable.ts";
import type { Option, OptionTable, Values } from "./option.ts";
import { visible } from "../../visible.ts";
import { OPTIONS, type Options } from "./table.ts";

/** The arguments of a call, parsed. */
export interface Call<T> {
  /** The value of every option. */
  readonly values: Values<T>;
  /** Which options were given. */
  readonly given: ReadonlySet<keyof T>;
  /** The arguments that are no options. */
  readonly positionals: readonly string[];
}

/**
 * Reads arguments by a table of options.
 *
 * @throws {UsageError} If an option is not known, or a value is missing or cannot be read.
 */
export async function parseCall<T extends OptionTable>(
  args: readonly string[],
  table: T,
): Promise<Call<T>> {
  const known = Object.entries<Option>(table);
  const names = namesOf(table);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries([...names].map(([called, name]) => {
      const { read, short } = table[name];
      const isFirst = called === name;
      return [called, {
        type: read ? "string" : "boolean",
        ...(short && isFirst && { short }),
      }];
    })),
  });
  const values: Record<string, unknown> = Object.fromEntries(
    known.map(([name, { initial }]) => [name, initial]),
  );
  const given = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      positionals.push(token.value);
      continue;
    }
    const { rawName, value } = token;
    const name = names.get(token.name);
    if (name === undefined) throw await unknownOption(rawName, names.keys());
    const option: Option = table[name];
    if (given.has(name) && !option.repeat) {
      throw new UsageError(`${rawName} is given twice: give it once`);
    }
    given.add(name);
    if (!option.read) {
      if (value !== undefined) {
        throw new UsageError(`${rawName} takes no value: '${shortened(value)}'`);
      }
      values[name] = true;
      continue;
    }
    const read = readValue(rawName, option, value);
    values[name] = option.repeat ? [...values[name] as unknown[], read] : read;
  }
  return { values: values as Values<T>, given, positionals };
}

/**
 * Reads the arguments of a call that makes artifacts.
 *
 * @throws {UsageError} If they cannot be read.
 */
export async function parseOptions(args: readonly string[]): Promise<Options> {
  const { values, given, positionals: [data, surplus] } = await parseCall(args, OPTIONS);
  if (surplus !== undefined) {
    throw new UsageError(
      `'${shortened(surplus)}' is one file too many: an output is named by --out`,
    );
  }
  const options = { ...values, ...(data !== undefined && { data }), given };
  requireApplicable(options);
  return options;
}

function readValue(rawName: string, { read, value: name }: Option, value?: string): unknown {
  if (value === undefined || value === "") {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${name}`);
  }
  try {
    return read!(value);
  } catch (error) {
    throw new UsageError(
      `${rawName} '${shortened(value)}' cannot be: expected ${(error as Error).message}`,
    );
  }
}

/** The name in the table of each name that can be typed. */
export function namesOf(table: OptionTable): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([name, { called = name }]) => [[name, name], [called, name]]),
  );
}

async function unknownOption(rawName: string, names: Iterable<string>): Promise<UsageError> {
  const { default: { closest, distance } } = await import("npm:fastest-levenshtein@1.0.16");
  const nearest = closest(rawName, Array.from(names, (name) => `--${name}`));
  const hint = distance(rawName, nearest) <= 3 ? `did you mean ${nearest}?` : "see --help";
  return new UsageError(`${shortened(rawName)} is not an option: ${hint}`);
}

/** A value for a message: all of it visible, on one line, and not too long. */
export function shortened(value: string): string {
  const line = visible(value.slice(0, 200));
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
