import assert from "node:assert/strict";
import { inEmptyFolder, lloyd } from "../support/command.ts";

const ODD = '{"toString":1}';
const DEEP = `${"[".repeat(3000)}${"]".repeat(3000)}`;
const DEEPER = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

const svg = (recipe: string) => `<svg><metadata>${recipe}</metadata></svg>`;
const trace = (changed: string) =>
  '{"format":"lloyd-trace","version":1,"points":[[0],[1],[9]],' +
  `"steps":[{"centroids":[[0],[9]],"labels":[0,0,1]}]${changed}}`;
const step = (inner: string) => trace(`,"steps":[{${inner}}]`);
const features = (geometry: string) =>
  `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":${geometry}}]}`;

/** What anybody can have written: a file, what it holds, and what is said of it. */
const files: readonly [name: string, text: string, message: RegExp][] = [
  ["a.svg", svg(`{"k":${ODD}}`), /its recipe: --k \{…\} cannot be: it is damaged/],
  ["a.svg", svg(`{"k":${DEEP}}`), /--k \[…\] cannot be/],
  ["a.svg", svg(`{"k":${DEEPER}}`), /--k \[…\] cannot be/],
  ["a.svg", svg('{"k":null}'), /--k null cannot be/],
  ["a.svg", svg(`{"size":[640,${ODD}]}`), /--size \[…\] cannot be/],
  ["a.svg", svg(`{"title":{"valueOf":null}}`), /--title \{…\} cannot be/],
  ["a.svg", svg(`{"at":{"iteration":${ODD}}}`), /--at \{…\} cannot be/],
  ["a.svg", svg(`{"compare":{"what":"k","values":[${ODD}]}}`), /--compare \{…\} cannot be/],
  ["a.svg", svg(`{"compare":{"what":${ODD},"values":[1,2]}}`), /--compare \{…\} cannot be/],
  ["a.svg", svg('{"k":{"iteration":3}}'), /its recipe: --k '\[object Object\]' cannot be/],
  ["a.svg", svg('{"__proto__":{"k":3}}'), /has '__proto__', which no recipe has/],
  ["a.svg", svg('{"constructor":3}'), /has 'constructor', which no recipe has/],
  ["a.svg", svg(`{"lloyd":${ODD},"k":0}`), /made by version \{…\}, .*\n.*--k '0' cannot be/],
  ["a.svg", svg(`{"data":${ODD}}`), /names data '\{…\}' without a SHA-256/],
  ["a.svg", svg(`{"data":"a.csv","sha256":{"data":${ODD}}}`), /'a\.csv' without a SHA-256/],
  ["a.svg", svg(`{"data":"a.csv","sha256":{"data":["${"a".repeat(64)}"]}}`), /without a SHA-256/],
  ["a.svg", svg(`{"centroids":${DEEP}}`), /names centroids '\[…\]' without a SHA-256/],
  ["t.json", trace(`,"recipe":{"lloyd":"0.1.0","k":${ODD}}`), /--k \{…\} cannot be/],
  ["t.json", trace(`,"recipe":${DEEP}`), /recipe must be an object: it is \[{39}…$/m],
  ["t.json", trace(`,"version":${DEEPER}`), /version must be 1, .*: it is \[{39}…$/m],
  ["t.json", trace(`,"features":[${ODD}]`), /features\[0\] must be a name: it is \{"toString":1\}/],
  ["t.json", trace(`,"converged":${ODD}`), /converged must be true or false/],
  ["t.json", trace(`,"projection":{"axes":[{"name":${ODD}}]}`), /axes\[0\]\.name must be a name/],
  ["t.json", step(`"centroids":{"length":2},"labels":[0,0,1]`), /centroids must be an array/],
  ["t.json", step(`"centroids":[[${ODD}]],"labels":[0,0,0]`), /must be a finite number: it is \{"/],
  ["t.json", step(`"centroids":[[1]],"labels":${ODD}`), /labels must be an array/],
  [
    "t.json",
    step(`"centroids":[[Infinity]]`),
    /it is not JSON: line 1, character \d+: there is 'Infinity' where there must be a value or '\]'/,
  ],
  ["p.geojson", features(`{"type":${ODD}}`), /row 1: its geometry is nothing, not a Point/],
  ["p.geojson", features(ODD), /row 1: its geometry is nothing, not a Point/],
  ["p.geojson", `{"type":${ODD},"features":[]}`, /not an array of rows: it is an object/],
  [
    "p.geojson",
    features(`{"type":"Point","coordinates":[${ODD},${ODD}]}`),
    /row 1: its Point has no coordinates/,
  ],
  ["p.json", `[{"x":${ODD}},{"x":2},{"x":3}]`, /row 1, column x: '\{…\}' is not a number/],
  ["p.json", `{"x":[1,2,${DEEP}]}`, /row 3, column x: '\[…\]' is not a number/],
  ["p.json", `[${DEEPER}]`, /no column holds numbers/],
  [
    "p.json",
    `[[1,2],[3,4]${" ".repeat(50)}x]`,
    /line 1, character 63: it is not JSON: there is 'x' where there must be ',' or '\]'/,
  ],
];

Deno.test("Whatever is written in recipes, traces and tables is told in a line, and no mistake of ours", () =>
  inEmptyFolder(async (folder) => {
    for (const [name, text, message] of files) {
      Deno.writeTextFileSync(`${folder}/${name}`, text);
      const call = /^[at]/.test(name) ? ["replay", name] : [name, "--k", "2", "--seed", "1"];
      const { code, stderr } = await lloyd(folder, ["--allow-read=.", "--allow-write=."], [
        ...call,
        "--out",
        "out.svg",
      ]);
      const about = `${name} ${text.slice(0, 150)}\n${stderr}`;
      assert.equal(code, 2, about);
      assert.match(stderr, /^(warning: [^\n]+\n)?lloyd: [^\n]+\n$/, about);
      assert.match(stderr, message, about);
      assert(stderr.length < 400, about);
    }
  }));
