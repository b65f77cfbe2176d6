import assert from "node:assert/strict";
import { Gate } from "../../src/cli/serve/gate.ts";

/** Work that goes on until it is ended, and says when it begins. */
function work(begun: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const start = () => {
    begun.push(name);
    return promise;
  };
  return { start, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

/** Lets all that can go on go on. */
const settled = () => new Promise((done) => setTimeout(done));

Deno.test("A gate lets as much work begin as it has room for, then in the order it came", async () => {
  const begun: string[] = [];
  const gate = new Gate(2, 2);
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => work(begun, name));
  const all = [a, b, c, d].map(({ start }) => gate.pass(start));
  await settled();
  assert.deepEqual(begun, ["a", "b"]);
  b.end();
  await settled();
  assert.deepEqual(begun, ["a", "b", "c"]);
  a.end();
  c.end();
  d.end();
  assert.deepEqual(await Promise.all(all), ["a", "b", "c", "d"]);
});

Deno.test("When as much waits as can, a gate refuses more at once, and takes it later", async () => {
  const begun: string[] = [];
  const gate = new Gate(1, 1);
  const [a, b, c] = ["a", "b", "c"].map((name) => work(begun, name));
  const all = [gate.pass(a.start), gate.pass(b.start)];
  assert.equal(await gate.pass(c.start), undefined);
  a.end();
  b.end();
  c.end();
  await Promise.all(all);
  assert.deepEqual(begun, ["a", "b"]);
  assert.equal(await gate.pass(c.start), "c");
});

Deno.test("Work that fails makes room as any other does", async () => {
  const begun: string[] = [];
  const gate = new Gate(1, 1);
  const [a, b] = ["a", "b"].map((name) => work(begun, name));
  const [first, second] = [gate.pass(a.start), gate.pass(b.start)];
  a.fail();
  await assert.rejects(first, /a/);
  b.end();
  assert.equal(await second, "b");
  assert.equal(await gate.pass(() => Promise.resolve("c")), "c");
});

Deno.test("However much has passed, no more goes on at once than a gate has room for", async () => {
  const gate = new Gate(1, 5);
  await Promise.all(Array.from({ length: 4 }, () => gate.pass(settled)));
  const begun: string[] = [];
  const [a, b] = ["a", "b"].map((name) => work(begun, name));
  const all = [gate.pass(a.start), gate.pass(b.start)];
  await settled();
  assert.deepEqual(begun, ["a"]);
  a.end();
  b.end();
  await Promise.all(all);
});
