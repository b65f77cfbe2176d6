/**
 * Writes one file over and over, with two contents in turn, until it is killed, or two thousand
 * times: `write_for_ever.ts FILE SIZE`. A byte on standard output says that the first is there.
 */
import { writeFile } from "../../src/cli/files/write_file.ts";

const [path, size] = Deno.args;
const contents = [1, 2].map((byte) => new Uint8Array(Number(size)).fill(byte));
for (let i = 0; i < 2000; i++) {
  await writeFile(path, contents[i % contents.length]);
  if (i === 0) Deno.stdout.writeSync(new Uint8Array(1));
}
