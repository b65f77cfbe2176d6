import { broken } from "./broken.ts";
import type { Budget } from "./budget.ts";
import type { RowGroup } from "./footer.ts";
import { assembled, Cursor } from "./nested.ts";
import { type Page, pagesOf } from "./pages.ts";
import type { Values } from "./plain.ts";
import type { Leaf, Schema } from "./schema.ts";
import type { Wholes } from "./runs.ts";

/** Reads the columns of a group of rows: a cell a row, `null` where it is missing. */
export async function columnsOf(
  group: RowGroup,
  { fields, leaves }: Schema,
  budget: Budget,
  giveWay: () => Promise<void>,
): Promise<Values[]> {
  const columns: Values[] = [];
  for (const field of fields) {
    const [from, to] = field.leaves;
    const cursors: Cursor[] = [];
    for (let i = from; i < to; i++) {
      const pages: Page[] = [];
      for await (const page of pagesOf(group.chunks[i], leaves[i], budget)) {
        pages.push(page);
        await giveWay();
      }
      if (field.children.length === 0 && field.kind !== "repeated") {
        columns.push(flat(pages, leaves[i], group.rows));
      } else cursors.push(cursorOf(pages, leaves[i]));
    }
    if (cursors.length > 0) columns.push(assembled(field, cursors, group.rows));
  }
  return columns;
}

/** The cells of a column that is not nested. */
function flat(pages: readonly Page[], leaf: Leaf, rows: number): Values {
  const count = pages.reduce((sum, page) => sum + page.count, 0);
  if (count !== rows) broken(`a column of it has ${count} values, not ${rows}`);
  return joinedValues(pages.map((page) => {
    if (page.values.length === page.count) return page.values;
    const cells = new Array<unknown>(page.count);
    for (let i = 0, at = 0; i < page.count; i++) {
      cells[i] = page.definitions![i] === leaf.definition ? page.values[at++] : null;
    }
    return cells;
  }));
}

function cursorOf(pages: readonly Page[], leaf: Leaf): Cursor {
  const levels = (name: "definitions" | "repetitions") =>
    joinedValues(pages.map((page) => page[name] ?? [])) as Wholes;
  const count = pages.reduce((sum, page) => sum + page.count, 0);
  const values = joinedValues(pages.map((page) => page.values));
  return new Cursor(leaf, count, levels("definitions"), levels("repetitions"), values);
}

/** Values put together, in an array as theirs is where it is the same. */
function joinedValues(parts: readonly Values[]): Values {
  if (parts.length === 1) return parts[0];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const [first] = parts;
  const isFlat = first instanceof Float64Array &&
    parts.every((part) => part instanceof Float64Array);
  const joined = isFlat ? new Float64Array(length) : new Array<unknown>(length);
  let at = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) joined[at++] = part[i];
  return joined;
}
