/** Reads a table; prints milliseconds. */
import { readTable } from "../../mod.ts";

const bytes = await Deno.readFile(Deno.args[0]);
const begun = performance.now();
const table = await readTable(bytes);
table.numbers([0, 1]);
console.log(performance.now() - begun);
