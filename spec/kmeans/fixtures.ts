import type { PlainStep } from "../../src/conform/checker.ts";
import type { Table } from "../../src/conform/reference.ts";

/** A whole run, as stored in a file. */
export interface RunFixture {
  readonly name: string;
  readonly note: string;
  readonly points: Table;
  readonly centroids: Table;
  readonly steps: Required<PlainStep>[];
  readonly scikit_learn?: { labels: number[]; centroids: Table; inertia: number; n_iter: number };
}

/** The runs stored in a folder of fixtures. */
export function fixturesIn(folder: "reference" | "cycles"): RunFixture[] {
  const place = new URL(`../../fixtures/${folder}/`, import.meta.url);
  return [...Deno.readDirSync(place)]
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(Deno.readTextFileSync(new URL(name, place))));
}
