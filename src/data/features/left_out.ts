import type { Column, Table } from "../read/table.ts";
import { isWrittenNumber } from "../read/notation.ts";
import { isConstant } from "./constant.ts";

/** Why a column is no feature unless it is asked for by name. */
export interface LeftOut {
  /** For people: `text`, `an id`. */
  readonly why: string;
  /** Whether it is a feature all the same where there is no other. */
  readonly isNumeric: boolean;
}

/** What columns of numbers are called that name things, of whatever values. */
const ID =
  /(^|[\s_.-])(u?id|uuid|guid|rowid|sku|isbn|ean|zip|zip[\s_-]?code|postcode|postal[\s_-]?code|plz)$/i;

/** The same, written as customerId. */
const CAMEL_ID = /[a-z]I[dD]$/;

/** What they are called if no two of their values are the same. */
const NUMBERED = /(^|[\s_.-])(nr|no|num|number|index|idx|key|pk|row|#)\.?$|id$/i;

/** The first column of a table with row names or numbers. */
const ROW_NUMBERS = /^(column 1|unnamed: 0|rownames?|index|id|row|no\.?|#)$/i;

/** The columns that Lloyd adds to rows, numbered where the table had one already. */
const OURS = /^(cluster|distance)( \(\d+\))?$/;

/** Digits behind zeros, as codes have them. */
const PADDED = /^\s*[+-]?0\d/;

/** Why a column is no feature; nothing if it is one. */
export function leftOut(table: Table, i: number): LeftOut | undefined {
  const { columns, named, rows } = table;
  const { name, numbers, low, high, missing, others, other, kind } = columns[i];
  if (table.index?.includes(i)) return text("row names");
  if (table.points && !table.points.includes(i)) return text("not a coordinate");
  if (missing === rows) return text("empty");
  if (others >= numbers && kind === "dates") return text("dates");
  if (others >= numbers && (kind === "text" || !isWrittenNumber(other) || PADDED.test(other))) {
    const areRowNames = i === 0 && (!named || name === "column 1") && others === rows;
    return text(areRowNames ? "row names" : "text");
  }
  if (others > 0) return undefined;
  const values = () => table.numbers([i]).filter((value) => !Number.isNaN(value));
  if (named && i === 0 && ROW_NUMBERS.test(name) && countsUp(values())) {
    return number("row numbers");
  }
  if (named && isId(name, values)) return number("an id");
  if (named && isOurs(columns, i, values)) return number("of an earlier run");
  return isConstant(low, high) ? number(`always ${low}`) : undefined;
}

function text(why: string): LeftOut {
  return { why, isNumeric: false };
}

function number(why: string): LeftOut {
  return { why, isNumeric: true };
}

function countsUp(values: Float64Array): boolean {
  return values.length > 1 && values.every((value, j) => j === 0 || value === values[j - 1] + 1);
}

function isId(name: string, values: () => Float64Array): boolean {
  const isSurely = ID.test(name) || CAMEL_ID.test(name);
  if (!isSurely && !NUMBERED.test(name)) return false;
  const all = values();
  if (!all.every((value) => Number.isInteger(value) && value >= 0)) return false;
  return isSurely || all.length > 1 && new Set(all).size === all.length;
}

/** Whether a column is one that Lloyd wrote: a cluster, or behind it the distance to its centroid. */
function isOurs(columns: readonly Column[], i: number, values: () => Float64Array): boolean {
  const [, kind] = OURS.exec(columns[i].name) ?? [];
  if (kind === "distance") return OURS.exec(columns[i - 1]?.name ?? "")?.[1] === "cluster";
  return kind === "cluster" && values().every((value) => Number.isInteger(value) && value >= 0);
}
