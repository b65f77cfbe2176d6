/** Reads the numbers of a CSV of two columns with papaparse, row after row; prints milliseconds. */
import papaparse from "npm:papaparse@5.7.1";

const text = await Deno.readTextFile(Deno.args[0]);
const begun = performance.now();
const numbers: number[] = [];
papaparse.parse(text, {
  fastMode: true,
  step: ({ data }: { data: string[] }) => numbers.push(Number(data[0]), Number(data[1])),
});
console.log(performance.now() - begun);
