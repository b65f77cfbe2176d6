import assert from "node:assert/strict";
import { readRecipe } from "../../mod.ts";
import { inEmptyFolder, lloyd as command } from "../support/command.ts";

const lloyd = (cwd: string, ...args: string[]) => command(cwd, ["--allow-all"], args);

const GERMAN = 'Ort;v;Notiz\r\nBonn;1.419,06;"a\nb"\r\nUlm;12;=1+1\r\nKöln;-21.419,06;-\r\n';
/** Nothing in it tells whether 1.419 is more than a thousand. */
const UNCLEAR = "v;w\n12;1\n1.419;2\n13;4\n";

Deno.test("Rows come out in the dialect that they came in, and what was understood is one line", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/de.csv`, GERMAN);
    const out = ["o.csv", "o.tsv", "o.ndjson", "m.json"];
    const { code, stderr } = await lloyd(
      folder,
      ...["de.csv", "--k", "2", "--seed", "1", "--model-out", "m.json"],
      ...out.slice(0, 3).flatMap((name) => ["--out", name]),
    );
    assert.equal(code, 0, stderr);
    assert.deepEqual(stderr.split("\n").filter((line) => line.startsWith("de.csv")), [
      "de.csv: left out: Ort (text), Notiz (text)",
      "de.csv: read '-21.419,06' as -21419.06 in v",
    ]);
    const [csv, tsv, ndjson] = await Promise.all(
      out.slice(0, 3).map((name) => Deno.readTextFile(`${folder}/${name}`)),
    );
    assert.equal(
      csv,
      'Ort;v;Notiz;cluster\r\nBonn;1.419,06;"a\nb";0\r\nUlm;12;\'=1+1;0\r\nKöln;-21.419,06;-;1\r\n',
    );
    assert.equal(tsv.split("\n")[1], 'Bonn\t1.419,06\t"a');
    assert.deepEqual(JSON.parse(ndjson.split("\n")[0]), {
      ...{ Ort: "Bonn", v: 1419.06, Notiz: "a\nb", cluster: 0 },
    });
    const predicted = await lloyd(
      folder,
      ...["predict", "de.csv", "--model", "m.json", "--out", "p.csv"],
    );
    assert.equal(predicted.code, 0, predicted.stderr);
    assert.match(predicted.stderr, /^de.csv: read '-21.419,06' as -21419.06 in v\n3 of 3 rows/);
    const lines = (await Deno.readTextFile(`${folder}/p.csv`)).split("\r\n");
    assert.equal(lines[0], "Ort;v;Notiz;cluster;distance");
    assert.equal(lines[2], "Ulm;12;'=1+1;0;703,53");
  }));

Deno.test("A file without a header gets none, one of blanks becomes one of commas", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a.csv`, "1,2\n3,4\n");
    await Deno.writeTextFile(`${folder}/b.txt`, "x y\n1 2\n3 4\n");
    const run = ["--k", "1", "--seed", "1", "--out", "o.csv"];
    assert.equal((await lloyd(folder, "a.csv", ...run)).code, 0);
    assert.equal(await Deno.readTextFile(`${folder}/o.csv`), "1,2,0\n3,4,0\n");
    assert.equal((await lloyd(folder, "b.txt", ...run)).code, 0);
    assert.equal(await Deno.readTextFile(`${folder}/o.csv`), "x,y,cluster\n1,2,0\n3,4,0\n");
  }));

Deno.test("What cannot be known is refused, and the option that tells is kept in recipes", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/u.csv`, UNCLEAR);
    const run = ["u.csv", "--k", "1", "--seed", "1", "--out", "a.svg"];
    const refused = await lloyd(folder, ...run);
    assert.equal(
      refused.stderr,
      "lloyd: u.csv, row 2, column v: '1.419' can be 1.419 or 1419: say which, with --decimal . or --decimal ,\n",
    );
    assert.equal(refused.code, 2);
    const options = ["--decimal", ",", "--delimiter", ";", "--skip", "0", "--comment", "none"];
    const told = await lloyd(folder, ...run, ...options, "--encoding", "latin1");
    assert.equal(told.code, 0, told.stderr);
    assert.match(told.stderr, /^u.csv: read '1.419' as 1419 in v\n/);
    const again = await lloyd(folder, "replay", "a.svg", "--out", "b.svg");
    assert.equal(again.code, 0, again.stderr);
    const [a, b] = await Promise.all(
      ["a", "b"].map((name) => Deno.readTextFile(`${folder}/${name}.svg`)),
    );
    assert.equal(a, b);
    const { decimal, comment, skip, encoding } = readRecipe(new TextEncoder().encode(a))!;
    assert.deepEqual([decimal, comment, skip, encoding], [",", "", 0, "windows-1252"]);
  }));

Deno.test("Centroids are read as they are written, and else as the data are said to be", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/u.csv`, UNCLEAR);
    await Deno.writeTextFile(`${folder}/german.csv`, "v;w\n1.419;2\n12;1\n");
    const run = ["u.csv", "--seed", "1", "--decimal", ","];
    const first = await lloyd(
      folder,
      ...[...run, "--centroids", "german.csv", "--centroids-out", "c.csv", "--out", "o.csv"],
    );
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stderr, /german.csv: read '1.419' as 1419 in v/);
    const own = await lloyd(folder, ...[...run, "--centroids", "c.csv", "--out", "p.csv"]);
    assert.equal(own.code, 0, own.stderr);
    assert.equal(
      await Deno.readTextFile(`${folder}/p.csv`),
      await Deno.readTextFile(`${folder}/o.csv`),
    );
  }));

Deno.test("An option for texts that cannot be, or is about no text, is refused with what can be", () =>
  inEmptyFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a.csv`, "x,y\n1,2\n3,4\n");
    await Deno.writeTextFile(`${folder}/a.json`, "[[1,2],[3,4]]");
    await Deno.writeTextFile(`${folder}/c.csv`, "a:b\n1:2\n3:4\n");
    const calls: readonly (readonly [args: string[], message: string])[] = [
      [
        ["a.csv", "--delimiter", ";;"],
        "--delimiter ';;' cannot be: expected one character such as ; or tab, comma, semicolon, bar, blank",
      ],
      [
        ["a.csv", "--delimiter", "x"],
        "--delimiter 'x' cannot be: expected one character such as ; or tab, comma, semicolon, bar, blank",
      ],
      [["a.csv", "--decimal", ";"], "--decimal ';' cannot be: expected . or , (or point, comma)"],
      [
        ["a.csv", "--comment", "//"],
        "--comment '//' cannot be: expected one character such as #, or none",
      ],
      [
        ["a.csv", "--encoding", "klingon"],
        "--encoding 'klingon' cannot be: expected a label of the Encoding Standard, such as utf-16le, windows-1252, shift_jis",
      ],
      [
        ["a.csv", "--skip", "9"],
        "a.csv: it ends within the 9 lines that are skipped: lower --skip",
      ],
      [
        ["a.json", "--decimal", ","],
        "a.json: it is json, and --decimal is about delimited text: leave that out",
      ],
      [
        ["c.csv"],
        "c.csv: no column holds numbers: a:b is text, as '1:2': say what stands between values with --delimiter",
      ],
    ];
    for (const [args, message] of calls) {
      const { code, stderr } = await lloyd(folder, ...args, "--k", "1", "--out", "x.svg");
      assert.equal(stderr, `lloyd: ${message}\n`);
      assert.equal(code, 2);
    }
  }));
