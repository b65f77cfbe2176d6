import assert from "node:assert/strict";
import { Random } from "../../mod.ts";

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

Deno.test("The streams of one seed have nothing in common", () => {
  const [starts, data] = [0, 1].map((stream) => new Random(7, stream));
  const drawn = draw(100, () => starts.uniform());
  const others = new Set(draw(100, () => data.uniform()));
  assert(drawn.every((value) => !others.has(value)));
});

Deno.test("A uniform number is from 0 up to but not including 1, and a half on average", () => {
  const random = new Random(1);
  const values = draw(10_000, () => random.uniform());
  assert(values.every((value) => value >= 0 && value < 1));
  assert(Math.abs(meanOf(values) - 0.5) < 0.01);
});

Deno.test("An integer is from 0 up to but not including the end, each of them drawn", () => {
  const random = new Random(1);
  const drawn = new Set(draw(200, () => random.integer(4)));
  assert.deepEqual([...drawn].sort(), [0, 1, 2, 3]);
});

Deno.test("A normal deviate has mean 0, variance 1 and the fourth moment 3", () => {
  const random = new Random(1);
  const values = draw(50_000, () => random.normal());
  const moment = (power: number) => meanOf(values.map((value) => value ** power));
  assert(Math.abs(moment(1)) < 0.02);
  assert(Math.abs(moment(2) - 1) < 0.03);
  assert(Math.abs(moment(4) - 3) < 0.2);
});
