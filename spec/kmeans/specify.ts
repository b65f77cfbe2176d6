import { type ClauseId, titleOf } from "../../src/conform/clauses.ts";

/** A test of a clause, by one kind of example. */
export function specify(id: ClauseId, example: string, test: () => void): void {
  Deno.test(`${titleOf(id)}: ${example}`, test);
}
