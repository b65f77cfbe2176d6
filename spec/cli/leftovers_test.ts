import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const call = ["--out", "a.svg", "--seed", "1", "--points", "5", "--quiet"];
const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("Parts of a file whose process lives no longer are swept, and no other file is", () =>
  inEmptyFolder(async (folder) => {
    const left = "a.svg.4000000-0123abcd.part";
    const others = [
      "b.svg.4000000-0123abcd.part",
      "a.svg.part",
      "a.svg.0123abcd.part",
      "a.svg.4000000-0123abcd.part.bak",
      "a.svg.notes-0123abcd.part",
      "xa.svg.4000000-0123abcd.part",
    ];
    for (const name of [left, ...others]) Deno.writeTextFileSync(`${folder}/${name}`, "half");
    const { code, stderr } = await lloyd(folder, ["--allow-read=.", "--allow-write=."], call);
    assert.equal(code, 0, stderr);
    assert.deepEqual(namesIn(folder), ["a.svg", ...others].sort());
  }));

Deno.test("A part that another process still writes is left alone, whatever its number", () =>
  inEmptyFolder(async (folder) => {
    const name = "a.svg.4000000-0123abcd.part";
    using file = Deno.openSync(`${folder}/${name}`, { write: true, createNew: true });
    file.lockSync(true);
    await lloyd(folder, ["-A"], call);
    assert.deepEqual(namesIn(folder), ["a.svg", name]);
    file.unlockSync();
    await lloyd(folder, ["-A"], call);
    assert.deepEqual(namesIn(folder), ["a.svg"]);
  }));
