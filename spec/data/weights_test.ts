import assert from "node:assert/strict";
import { type FeatureOptions, featuresOf, readTable } from "../../mod.ts";

const features = async (text: string, options: FeatureOptions = { weights: "w" }) =>
  await featuresOf(await readTable(new TextEncoder().encode(text)), options);

Deno.test("A column of weights is no feature, and gives each point its weight", async () => {
  const { names, weights, notes } = await features("x,w,y\n1,2,3\n4,0,6\n7,0.5,9\n");
  assert.deepEqual(names, ["x", "y"]);
  assert.deepEqual(Array.from(weights!), [2, 0, 0.5]);
  assert.deepEqual(notes, []);
});

Deno.test("The weights of rows that are dropped go with them", async () => {
  const { weights } = await features("x,w\n1,2\n,3\n7,5\n");
  assert.deepEqual(Array.from(weights!), [2, 5]);
});

const refused: Readonly<Record<string, readonly [place: string, message: RegExp]>> = {
  "x,w\n1,2\n3,-1\n": ["row 2, column w", /a weight must be 0 or more: it is -1/],
  "x,w\n1,2\n3,\n": ["row 2, column w", /a weight is missing: give each row one/],
  "x,w\n1,2\n3,much\n": ["row 2, column w", /'much' is not a number/],
  "x,w\n1,0\n3,0\n": ["column w", /all weights are 0/],
};

for (const [text, [place, message]] of Object.entries(refused)) {
  Deno.test(`Weights that are none are refused with their row: ${JSON.stringify(text)}`, async () => {
    await assert.rejects(features(text), { name: "DataError", place, message });
  });
}

Deno.test("A column is only one of feature, label and weights", async () => {
  const both = { weights: "w", label: "w" };
  await assert.rejects(features("x,w\n1,2\n3,4\n", both), /'w' is both the label and the weights/);
  await assert.rejects(
    features("x,w\n1,2\n3,4\n", { weights: "w", columns: "x,w" }),
    /'w' is both a feature and the weights/,
  );
});
