import assert from "node:assert/strict";
import { featuresOf, readTable, type ReadTableOptions, toRows } from "../../mod.ts";
import { pieces } from "./writers.ts";

/** A table as people have it: what it is, its text, the rows of its features, and what is told of it. */
type Reading = readonly [
  title: string,
  text: string | Uint8Array,
  features: readonly string[],
  points: readonly (readonly number[])[],
  notes?: readonly string[],
  options?: ReadTableOptions,
];

const bytes = (text: string | Uint8Array) =>
  typeof text === "string" ? new TextEncoder().encode(text) : text;
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), isLittle));
  return bytes;
};

const TRIP =
  "01.03.2024;Bonn;2,59\n02.03.2024;Köln;2,64\n03.03.2024;Bonn;9,11\n04.03.2024;Ulm;9,07\n";
const TRIPS = [[2.59], [2.64], [9.11], [9.07]];
const EXPORT =
  "Umsätze;;\nStand;01.03.2024;\n;;\nDatum;Ort;Betrag\n01.01.2024;Bonn;1,5\n02.01.2024;Ulm;2,5\n";

const readings: readonly Reading[] = [
  // Delimiters, and what is no delimiter.
  ["semicolons with decimal commas, without a header", TRIP, ["column 3"], TRIPS],
  ["the same with bars", TRIP.replaceAll(";", "|"), ["column 3"], TRIPS],
  ["the same with tabs", TRIP.replaceAll(";", "\t"), ["column 3"], TRIPS],
  ["the same with a header and eight rows", `Tag;Ort;x\n${TRIP}${TRIP}`, ["x"], [
    ...TRIPS,
    ...TRIPS,
  ]],
  ["blanks with decimal commas", "a b\n1,5 2\n2,5 3\n", ["a", "b"], [[1.5, 2], [2.5, 3]]],
  [
    "several blanks around names of two words",
    "city          pop   area\nNew York      8.5   783\nLos Angeles   3.9   1302\nBonn          0.3   141\n",
    ["pop", "area"],
    [[8.5, 783], [3.9, 1302], [0.3, 141]],
  ],
  [
    "columns set flush to the right",
    "      x      y\n   1.00   2.00\n  10.00  20.00\n",
    ["x", "y"],
    [[1, 2], [10, 20]],
  ],
  ["commas in texts between semicolons", "Name;x\nMeier, Hans;1,5\nSchmidt, Eva;2,5\n", ["x"], [[
    1.5,
  ], [2.5]]],
  ["semicolons in texts between bars", "a|b\nx;y|1,5\nz;w|2,5\n", ["b"], [[1.5], [2.5]]],
  ["times with blanks between commas", "t,v\n2024-01-01 12:30:00,5.2\n2024-01-01 12:31:00,5.3\n", [
    "v",
  ], [[5.2], [5.3]]],
  ["one column of decimal commas", "v\n2,59\n3,10\n", ["v"], [[2.59], [3.1]]],
  ["one column of thousands and decimals", "12\n1.419,06\n2.100,50\n", ["column 1"], [[12], [
    1419.06,
  ], [2100.5]]],
  ["blanks behind commas", 'name, v\n"a, b", 2\n"c", 3\n', ["v"], [[2], [3]]],
  ["a tab and blanks", "x \t y\n1.5 \t 2\n2.5 \t 3\n", ["x", "y"], [[1.5, 2], [2.5, 3]]],
  ["a separator of ASCII", "a\x1fb\n1\x1f2.5\n3\x1f4.5\n", ["a", "b"], [[1, 2.5], [3, 4.5]]],

  // Numbers.
  ["German thousands", "v;w\n1.419,06;2\n-15.000,00;3\n", ["v", "w"], [[1419.06, 2], [-15000, 3]], [
    "read '-15.000,00' as -15000 in v",
  ]],
  ["whole numbers beside them", "v;w\n12;2\n1.419,06;3\n", ["v", "w"], [[12, 2], [1419.06, 3]], [
    "read '1.419,06' as 1419.06 in v",
  ]],
  ["English thousands in quotation marks", 'v,w\n"1,419.06",2\n"12",3\n', ["v", "w"], [
    [1419.06, 2],
    [12, 3],
  ], ["read '1,419.06' as 1419.06 in v"]],
  ["French thousands", "v;w\n1 419,06;2\n15 000,00;3\n", ["v", "w"], [[1419.06, 2], [15000, 3]]],
  ["French thousands between tabs", "v\tw\n1 419,06\t2\n15 000,00\t3\n", ["v", "w"], [
    [1419.06, 2],
    [15000, 3],
  ]],
  ["no-break blanks", "v;w\n1\u00a0419,06;2\n15\u202f000,00;3\n", ["v", "w"], [[1419.06, 2], [
    15000,
    3,
  ]]],
  ["Swiss thousands", "v;w\n1'419.06;2\n15’000.00;3\n", ["v", "w"], [[1419.06, 2], [15000, 3]]],
  ["Indian thousands", 'v,w\n"12,34,567.5",2\n"1,00,000",3\n', ["v", "w"], [[1234567.5, 2], [
    100000,
    3,
  ]]],
  ["thousands alone between tabs", "city\tpeople\na\t1,500\nb\t2,250\nc\t3,100\n", ["people"], [
    [1500],
    [2250],
    [3100],
  ], ["left out: city (text)", "read '1,500' as 1500 in people"]],
  ["a decimal comma in quotation marks", 'x,y\n"1,5",1\n2,2\n3,3\n4,5\n', ["x", "y"], [
    [1.5, 1],
    [2, 2],
    [3, 3],
    [4, 5],
  ], ["read '1,5' as 1.5 in x"]],
  ["three decimals told by another column", "v;w\n1.419;2,5\n2.512;3,5\n", ["v", "w"], [
    [1419, 2.5],
    [2512, 3.5],
  ]],
  ["three decimals told by a longer whole number", "v;w\n1.419;2\n20000;3\n", ["v", "w"], [[
    1.419,
    2,
  ], [20000, 3]]],
  [
    "decimals behind commas told by a longer whole number",
    "v\tw\n1,419\t2\n20000\t3\n",
    ["v", "w"],
    [[1.419, 2], [20000, 3]],
  ],
  [
    "three decimals beside what looks like thousands and is none",
    "ip\tx\n192.168.100.101\t1.419\n10.0.0.1\t2.512\n",
    ["x"],
    [[1.419], [2.512]],
  ],
  ["three decimals everywhere", "v;w\n1.419;1\n2.512;2\n", ["v", "w"], [[1.419, 1], [2.512, 2]], [
    "read '1.419' as 1.419 in v",
  ]],
  ["percentages", "v,w\n12%,1\n14%,2\n", ["v", "w"], [[12, 1], [14, 2]], ["read '12%' as 12 in v"]],
  ["German percentages", "Region;Anteil\nNord;12,5 %\nSüd;8,25 %\n", ["Anteil"], [[12.5], [8.25]]],
  ["dollars", "v,w\n$12.50,1\n$14,2\n-$3.00,3\n", ["v", "w"], [[12.5, 1], [14, 2], [-3, 3]]],
  ["euros", "v;w\n12,50 €;2\n1.234,00 €;3\n", ["v", "w"], [[12.5, 2], [1234, 3]]],
  ["a currency by its code", "v,w\nUSD 12.50,1\nUSD 1300.00,2\n", ["v", "w"], [[12.5, 1], [
    1300,
    2,
  ]]],
  ["units behind a blank", "w,h\n12 kg,1\n13.5 kg,2\n", ["w", "h"], [[12, 1], [13.5, 2]]],
  ["what is owed in brackets", 'v,w\n"(1,234.50)",2\n"1,000.00",3\n', ["v", "w"], [[-1234.5, 2], [
    1000,
    3,
  ]]],
  ["a minus behind", "v;w\n1.234,50-;2\n10,00;3\n", ["v", "w"], [[-1234.5, 2], [10, 3]]],
  ["a minus of typographers", "x,y\n−1.5,2\n2.5,3\n", ["x", "y"], [[-1.5, 2], [2.5, 3]]],
  ["a plus in front", "x,y\n+1.5,2\n+2.5,3\n", ["x", "y"], [[1.5, 2], [2.5, 3]]],
  ["exponents with commas", "x\ty\n1,5E+03\t2\n2,5E-01\t3\n", ["x", "y"], [[1500, 2], [0.25, 3]]],
  ["true and false", "a,b\n1,true\n2,false\n3,TRUE\n", ["a", "b"], [[1, 1], [2, 0], [3, 1]], [
    "true and false count as 1 and 0: b",
  ]],
  ["true and false in German", "a;b\n1,5;WAHR\n2,5;FALSCH\n", ["a", "b"], [[1.5, 1], [2.5, 0]]],
  ["quoted numbers", '"a","b"\n"1.5","2"\n"2.5","3"\n', ["a", "b"], [[1.5, 2], [2.5, 3]]],

  // What is no number.
  [
    "dates of all kinds",
    "d,e,f,g,v\n3/1/2024,2024-03-01T12:00:00Z,12:30,1 Mar 2024,1\n3/2/2024,2024-03-02T12:00:00Z,12:31,2 Mar 2024,2\n",
    ["v"],
    [[1], [2]],
  ],
  ["months that look like decimals", "m;v\n03.2024;1,5\n04.2024;2,5\n", ["v"], [[1.5], [2.5]], [
    "left out: m (dates)",
    "read '1,5' as 1.5 in v",
  ]],
  [
    "telephones, addresses and versions",
    "p,ip,s,v\n+49 228 123456,10.0.0.1,1.2.3,1\n555-1234,192.168.100.101,1.10.0,2\n",
    ["v"],
    [[1], [2]],
  ],
  ["dashes and errors where a value is missing", "a,b\n1,-\n2,3\n#N/A,4\n5,6\n#DIV/0!,7\n", [
    "a",
    "b",
  ], [[2, 3], [5, 6]]],
  ["points where a value is missing", "a;b\n1;.\n2;3,5\n3;4,5\n", ["a", "b"], [[2, 3.5], [3, 4.5]]],
  ["nulls of databases", "a\tb\n1\t\\N\n2\t3\n3\t4\n", ["a", "b"], [[2, 3], [3, 4]]],

  // Lines that begin with #.
  ["colours in hexadecimal", "color,v,w\n#ff0000,1,2\nred,3,4\n", ["v", "w"], [[1, 2], [3, 4]]],
  ["nothing but colours", "color,v,w\n#ff0000,1,2\n#00ff00,3,4\n", ["v", "w"], [[1, 2], [3, 4]]],
  ["a header that begins with #", "#name,v,w\na,2,3\nb,5,6\n", ["v", "w"], [[2, 3], [5, 6]]],
  ["a header as numpy writes it", "# x y\n1 2\n3 4\n", ["x", "y"], [[1, 2], [3, 4]]],
  ["a header as numpy writes it, with commas", "# x,y\n1.0e+00,2\n3,4\n", ["x", "y"], [[1, 2], [
    3,
    4,
  ]]],
  ["a header below other comments", "##meta=1\n##more\n#NAME\tPOS\tQ\na\t100\t5\nb\t200\t6\n", [
    "POS",
    "Q",
  ], [[100, 5], [200, 6]]],
  ["comments of Matlab", "% made by hand\n% x y\n1 2\n3 4\n", ["x", "y"], [[1, 2], [3, 4]]],
  ["blocks of gnuplot", "# t v\n0 1\n1 2\n\n\n0 3\n1 4\n", ["t", "v"], [[0, 1], [1, 2], [0, 3], [
    1,
    4,
  ]]],
  ["rows that were made comments", "x,y\n1,2\n#3,4\n5,6\n", ["x", "y"], [[1, 2], [5, 6]], [
    "left out: a line among the rows that begins as comments do: --comment none keeps them",
  ]],

  // What stands above, under and below.
  [
    "a title and a date",
    "Sales report\nExported 2024-03-01\n\nname,v,w\nann,1,2\nbob,3,4\n",
    ["v", "w"],
    [[1, 2], [3, 4]],
    ["left out: 2 lines above the table, 'Sales report' and on", "left out: name (text)"],
  ],
  [
    "a title with a comma",
    "Exported by us, version 2, on Monday\nUser: x, y\n\nt,v\n1,2\n3,5\n5,6\n",
    ["t", "v"],
    [[1, 2], [3, 5], [5, 6]],
  ],
  ["settings", "station=5\nlat=50.1\n\ntime;temp\n12:00;3,5\n13:00;4,5\n", ["temp"], [[3.5], [
    4.5,
  ]]],
  ["a title filled up with delimiters", EXPORT, ["Betrag"], [[1.5], [2.5]]],
  ["sep=;", "sep=;\na;b\n1,5;2\n3,5;4\n", ["a", "b"], [[1.5, 2], [3.5, 4]]],
  ["a header with a delimiter behind", "a,b,c,\n1,2,3\n4,5,7\n", ["a", "b", "c"], [[1, 2, 3], [
    4,
    5,
    7,
  ]]],
  ["rows with a delimiter behind", "a;b\n1;2;\n3;4;\n", ["a", "b"], [[1, 2], [3, 4]]],
  [
    "units under the header",
    "name,height,weight\n,cm,kg\nann,160,55\nbob,180,80\n",
    ["height", "weight"],
    [[160, 55], [180, 80]],
    ["left out: the row under the header, 'cm, kg'", "left out: name (text)"],
  ],
  ["years as names", "country;1990;2000;2010\nA;1,5;2,5;3,5\nB;1,6;2,6;3,6\n", [
    "1990",
    "2000",
    "2010",
  ], [[1.5, 2.5, 3.5], [1.6, 2.6, 3.6]]],
  [
    "a bank's statement",
    "Konto;DE123\nZeitraum;01.01.2024 - 31.01.2024\n\nDatum;Text;Betrag\n01.01.2024;Miete;-800,00\n02.01.2024;Gehalt;2.500,00\n03.01.2024;Essen;-12,50\n\nSaldo;1.687,50\n",
    ["Betrag"],
    [[-800], [2500], [-12.5]],
  ],
  ["a source below", 'c,v\nA,1\nB,2\n"Source: World Bank, 2020"\n', ["v"], [[1], [2]], [
    "left out: the line below the table, 'Source: World Bank, 2020'",
    "left out: c (text)",
  ]],
  ["a sum below", "Region;Umsatz\nNord;1,5\nSüd;2,5\nSumme;4,0\n", ["Umsatz"], [[1.5], [2.5]], [
    "left out: the last row, which sums up the others, 'Summe, 4,0'",
    "left out: Region (text)",
    "read '1,5' as 1.5 in Umsatz",
  ]],
  ["a last row that is called a sum and is none", "Region;Umsatz\nNord;1,5\nSüd;2,5\nSumme;9,0\n", [
    "Umsatz",
  ], [[1.5], [2.5], [9]]],

  // Who writes them.
  ["R's write.table", '"x" "y"\n"r1" 1.5 2\n"r2" 2.5 3\n', ["x", "y"], [[1.5, 2], [2.5, 3]]],
  ["R's row numbers", "v\n1,2\n2,5\n3,7\n", ["v"], [[2], [5], [7]]],
  ["R's write.csv2", '"";"x";"y"\n"r1";1,5;2\n"r2";2,5;3\n', ["x", "y"], [[1.5, 2], [2.5, 3]]],
  ["pandas' to_csv", ",x,y\n0,1,2\n1,3,5\n", ["x", "y"], [[1, 2], [3, 5]]],
  ["Markdown", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", ["a", "b"], [[1, 2], [3, 4]]],
  ["psql", "  n  | x   \n-----+-----\n a   | 1.5\n b   | 2.5\n(2 rows)\n\n", ["x"], [[1.5], [2.5]]],
  ["mysql", "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n", ["a", "b"], [[
    1,
    2,
  ], [3, 4]]],
  [
    "reStructuredText",
    "=====  =====\n  a      b\n=====  =====\n  1      2\n  3      4\n=====  =====\n",
    ["a", "b"],
    [[1, 2], [3, 4]],
  ],
  ["ARFF", "@relation x\n@attribute a numeric\n@attribute b numeric\n@data\n1,2\n3,4\n5,7\n", [
    "column 1",
    "column 2",
  ], [[1, 2], [3, 4], [5, 7]]],
  ["Excel in Latin 1", latin1("Ort;v\nK\xf6ln;1\xa0419,06\nUlm;2\xa0000,50\n"), ["v"], [[1419.06], [
    2000.5,
  ]]],

  // Bytes.
  ["UTF-16 with a mark", utf16("\ufeffx;y\r\n1,5;2\r\n2,5;3\r\n", true), ["x", "y"], [[1.5, 2], [
    2.5,
    3,
  ]]],
  ["UTF-16 with a mark, the higher byte first", utf16("\ufeffx,y\n1,2\n3,4\n", false), ["x", "y"], [
    [1, 2],
    [3, 4],
  ]],
  ["UTF-16 without a mark", utf16("x,y\n1,2\n3,4\n", true), ["x", "y"], [[1, 2], [3, 4]]],
  ["carriage returns alone", "a;b\r1,5;2\r2,5;3\r", ["a", "b"], [[1.5, 2], [2.5, 3]]],
  ["single quotation marks", "'a','b'\n'1,5','x'\n'2,5','y'\n", ["a"], [[1.5], [2.5]]],
  ["backslashes before quotation marks", 'a,b\n"x \\"y\\" z",1\n"q",2\n', ["b"], [[1], [2]]],

  // Where it has to be told.
  ["--decimal ,", "v;w\n12;1\n1.419;2\n", ["v", "w"], [[12, 1], [1419, 2]], undefined, {
    decimal: ",",
  }],
  ["--decimal .", "v;w\n12;1\n1.419;2\n", ["v", "w"], [[12, 1], [1.419, 2]], undefined, {
    decimal: ".",
  }],
  ["--skip", "1 2 3\nfoo bar\nx,y\n1,2\n3,4\n", ["x", "y"], [[1, 2], [3, 4]], [], { skip: 2 }],
  ["--comment", "x,y\n;1,2\n3,4\n5,6\n", ["x", "y"], [[3, 4], [5, 6]], undefined, { comment: ";" }],
  ["--delimiter", "a:b\n1:2\n3:4\n", ["a", "b"], [[1, 2], [3, 4]], [], { delimiter: ":" }],
  ["--encoding", latin1("\x83J;n\n1;a\n2;b\n"), ["カ"], [[1], [2]], undefined, {
    encoding: "shift_jis",
  }],
];

for (const [title, text, features, points, notes, options] of readings) {
  Deno.test(`read for what it says: ${title}`, async () => {
    const table = await readTable(bytes(text), options);
    const found = await featuresOf(table);
    assert.deepEqual(found.names, features);
    assert.deepEqual(toRows(found.points), points);
    if (notes) assert.deepEqual([...table.notes ?? [], ...found.notes], notes);
  });
}

/** Tables of which it cannot be known what they say: what is wrong, and what mends it. */
const refused: readonly (readonly [title: string, text: string, message: RegExp, place: string])[] =
  [
    [
      "12 beside 1.419",
      "v;w\n12;1\n1.419;2\n",
      /^'1.419' can be 1.419 or 1419: say which, with --decimal . or --decimal ,$/,
      "row 2, column v",
    ],
    [
      "a decimal point among commas",
      "v;w\n1,5;1\n2,5;2\n3.25;3\n",
      /^'3.25' is not a number as the others are written: write all alike$/,
      "row 3, column v",
    ],
    [
      "shares with and without a sign",
      "v,w\n12%,1\n13%,2\n0.14,3\n",
      /^'0.14' is not a number as the others are written/,
      "row 3, column v",
    ],
    [
      "two currencies",
      "v,w\n$12,1\n€14,2\n€15,2\n",
      /^'\$12' is not a number as the others are written/,
      "row 1, column v",
    ],
    [
      "a number above the table",
      "3\nt,v\n1,2\n3,4\n5,6\n",
      /^it has 1 value, not 2 as others: --skip 1 leaves it out$/,
      "row 1",
    ],
    [
      "a row that was cut off",
      "x,y,z\n1,2,3\n4,5\n",
      /^it has 2 values, not 3 as others$/,
      "row 2",
    ],
    [
      "a remark among rows",
      "c,v\nA,1\nSource: nobody\nB,2\n",
      /^it has 1 value, not 2 as others$/,
      "row 2",
    ],
    [
      "a row of words that lacks a cell",
      "x,y,z\n1,2,3\na,5\n7,8,9\n",
      /^it has 2 values, not 3 as others$/,
      "row 2",
    ],
  ];
for (const [title, text, message, place] of refused) {
  Deno.test(`refused with the way out: ${title}`, async () => {
    await assert.rejects(
      async () => await featuresOf(await readTable(bytes(text))),
      (error) => {
        assert.match((error as Error).message, message);
        assert.equal((error as Error & { place: string }).place, place);
        return true;
      },
    );
  });
}

/** The bytes of a text as a file is read: what is far down comes late. */
const inPieces = (text: string | Uint8Array) => pieces(bytes(text), 2 ** 14);

const late = (first: string, times: number, last: string) =>
  `v;w\n${`${first};3\n`.repeat(times)}${last};3\n`;

Deno.test("what a cell far down tells holds for those above it", async () => {
  for (
    const [text, first, last] of [
      [late("12", 20_000, "1.419;3\n2.500,5"), 12, 2500.5],
      [late("12", 20_000, "1,5"), 12, 1.5],
      [late("1.419", 20_000, "1.500,5"), 1419, 1500.5],
    ] as const
  ) {
    const table = await readTable(inPieces(text));
    const numbers = table.numbers([0]);
    assert.equal(table.columns[0].others, 0);
    assert.equal(numbers[0], first);
    assert.equal(numbers.at(-1), last);
  }
});

Deno.test("what cannot be read again is refused rather than misread", async () => {
  const table = await readTable(inPieces(late("12", 400_000, "1.419")));
  await assert.rejects(async () => await featuresOf(table), /'1.419' can be 1.419 or 1419/);
});

Deno.test("a colour far down is a row, and Latin 1 far down is Latin 1", async () => {
  const colors = await readTable(inPieces(`c,v\n${"red,3\n".repeat(20_000)}#ff0000,4\n`));
  assert.equal(colors.rows, 20_001);
  const text = latin1(`v,w\n${"12,ab\n".repeat(20_000)}13,K\xf6ln\n`);
  const rows = [...(await readTable(inPieces(text), { keep: true })).records()];
  assert.equal(rows.at(-1)![1], "Köln");
});
