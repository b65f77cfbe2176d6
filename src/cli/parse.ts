import { parseArgs } from "node:util";
import { UsageError } from "./errors.ts";
import { type Option, type OptionName, OPTIONS, type Options } from "./options.ts";

/**
 * Reads the arguments of the command.
 *
 * @throws {UsageError} If an option is not known, or a value is missing or cannot be read.
 */
export async function parseOptions(args: readonly string[]): Promise<Options> {
  const known = Object.entries<Option>(OPTIONS);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(known.map(([name, { read, short }]) => [
      name,
      { type: read ? "string" : "boolean", ...(short && { short }) },
    ])),
  });
  const options: Record<string, unknown> = Object.fromEntries(
    known.map(([name, { initial }]) => [name, initial]),
  );
  const given = new Set<OptionName>();
  let data: string | undefined;
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      if (data !== undefined) {
        throw new UsageError(
          `'${shortened(token.value)}' is one file too many: an output is named by --out`,
        );
      }
      data = token.value;
      continue;
    }
    const { name, rawName, value } = token;
    const option: Option | undefined = OPTIONS[name as OptionName];
    if (!option || !Object.hasOwn(OPTIONS, name)) throw await unknownOption(rawName);
    if (given.has(name as OptionName) && !option.repeat) {
      throw new UsageError(`${rawName} is given twice: give it once`);
    }
    given.add(name as OptionName);
    if (!option.read) {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value: '${value}'`);
      options[name] = true;
      continue;
    }
    const read = readValue(rawName, option, value);
    options[name] = option.repeat ? [...options[name] as unknown[], read] : read;
  }
  return { ...options, ...(data !== undefined && { data }), given } as unknown as Options;
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

async function unknownOption(rawName: string): Promise<UsageError> {
  const { default: { closest, distance } } = await import("npm:fastest-levenshtein@1.0.16");
  const nearest = closest(rawName, Object.keys(OPTIONS).map((name) => `--${name}`));
  const hint = distance(rawName, nearest) <= 3 ? `did you mean ${nearest}?` : "see --help";
  return new UsageError(`${shortened(rawName)} is not an option: ${hint}`);
}

/** A value for a message: on one line, and not too long. */
export function shortened(value: string): string {
  const line = value.replace(/\p{Cc}+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
