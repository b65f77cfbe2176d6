import papaparse from "npm:papaparse@5.7.1";
import { readTable } from "../mod.ts";

/** Rows in the text; two numbers each, with as many digits as they have. */
const ROWS = 1_000_000;

const text = (() => {
  let state = 12345;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 29 - 4 + 1e-9;
  const lines = ["x,y"];
  for (let i = 0; i < ROWS; i++) lines.push(`${next()},${next()}`);
  return new TextEncoder().encode(lines.join("\n"));
})();

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 2 ** 16) {
    await Promise.resolve();
    yield text.subarray(at, at + 2 ** 16);
  }
}

const group = `read ${(text.length / 1e6).toFixed(0)} MB of CSV, a million rows`;

Deno.bench("lloyd", { group, baseline: true, n: 5, warmup: 1 }, async () => {
  const table = await readTable(chunks());
  if (table.numbers([0, 1]).length !== 2 * ROWS) throw new Error("rows are missing");
});

Deno.bench("papaparse, row after row", { group, n: 5, warmup: 1 }, () => {
  const numbers = new Float64Array(2 * ROWS);
  let at = 0;
  papaparse.parse(new TextDecoder().decode(text), {
    header: false,
    fastMode: true,
    step: ({ data }: { data: string[] }) => {
      if (at < numbers.length && data[0] !== "x") {
        numbers[at++] = Number(data[0]);
        numbers[at++] = Number(data[1]);
      }
    },
  });
  if (at !== 2 * ROWS) throw new Error("rows are missing");
});
