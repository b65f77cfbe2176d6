import assert from "node:assert/strict";
import { featuresOf, readTable } from "../../mod.ts";

/** The names of the features in a table, and what is said of the others. */
async function found(text: string) {
  const { names, notes } = await featuresOf(await readTable(new TextEncoder().encode(text)));
  return { names: names.join(), note: notes.join() };
}

const ids = [
  "customer_id",
  "CustomerID",
  "customerId",
  "order id",
  "id",
  "ID",
  "uuid",
  "zip",
  "ZIP code",
  "postcode",
  "PLZ",
  "product-sku",
];

for (const name of ids) {
  Deno.test(`A column of whole numbers called ${name} is an id, also where some are the same`, async () => {
    const { names, note } = await found(`x,${name},y\n1,48213,2\n3,10233,5\n2,48213,9\n`);
    assert.equal(names, "x,y");
    assert.equal(note, `left out: ${name} (an id); to have one, name all features with --columns`);
  });
}

for (const name of ["order no", "house_nr.", "row index", "surrogate_key", "USERID", "userid"]) {
  Deno.test(`A column of whole numbers called ${name} is an id where no two are the same`, async () => {
    const table = (last: number) => `x,${name}\n1,48213\n3,10233\n2,${last}\n`;
    assert.equal((await found(table(7))).names, "x");
    assert.equal((await found(table(48213))).names, `x,${name}`);
  });
}

for (const name of ["key", "grid", "humidity", "idea", "width", "zippers", "index of price"]) {
  Deno.test(`A column called ${name} is a feature`, async () => {
    assert.equal((await found(`x,${name}\n1,5\n3,2\n2,5\n`)).names, `x,${name}`);
  });
}

Deno.test("What is called an id and holds other than whole numbers of 0 or more is a feature", async () => {
  assert.equal((await found("x,id\n1,0.5\n3,2\n")).names, "x,id");
  assert.equal((await found("x,id\n1,-1\n3,2\n")).names, "x,id");
});

Deno.test("An id behind a column of row names is left out too", async () => {
  const { names, note } = await found(",customer_id,x\nann,48213,1\nbob,10233,4\n");
  assert.equal(names, "x");
  assert.match(note, /^left out: column 1 \(row names\), customer_id \(an id\); to have one/);
});

Deno.test("The columns that Lloyd added to rows are no features of the next run", async () => {
  const { names, note } = await found("x,y,cluster,distance\n1,2,0,0.5\n3,4,1,0.25\n");
  assert.equal(names, "x,y");
  assert.match(note, /cluster \(of an earlier run\), distance \(of an earlier run\)/);
  assert.equal((await found("x,cluster (2)\n1,0\n2,1\n")).names, "x");
  // A distance alone is somebody's own.
  assert.equal((await found("x,distance\n1,2\n3,4\n")).names, "x,distance");
  assert.equal((await found("x,cluster\n1,0.5\n3,4\n")).names, "x,cluster");
});

Deno.test("Where there is nothing but ids they are features", async () => {
  assert.equal((await found("customer_id\n48213\n10233\n")).names, "customer_id");
});

Deno.test("A column that differs in the last bit alone is constant", async () => {
  const { names, note } = await found("v,w\n0.3,1\n0.30000000000000004,5\n0.3,2\n");
  assert.equal(names, "w");
  assert.match(note, /^left out: v \(always 0\.3\)/);
  assert.equal((await found("v,w\n0.3,1\n0.30000000000001,5\n")).names, "v,w");
  // Times in nanoseconds, of which adjacent numbers are 256 apart.
  assert.equal((await found("v,w\n1700000000000000000,1\n1700000000000008192,5\n")).names, "v,w");
});

Deno.test("How to have a column is said where one holds numbers, and not of text", async () => {
  assert.equal((await found("who,x\nann,1\nbob,2\n")).note, "left out: who (text)");
});
