import assert from "node:assert/strict";
import { type Facet, grouped, type Shape, withoutRepeats } from "../../src/svg/groups.ts";

const facet = (attributes: string, animations = ""): Facet => ({ attributes, animations });
const path = (own: string, ...facets: Facet[]): Shape => ({
  tag: "path",
  own: ` d="${own}"`,
  facets,
  content: "",
});
const [red, wide] = [facet(' stroke="#ff0000"'), facet(' stroke-width="30"')];

Deno.test("What neighbours share is said once, by a group around them", () => {
  assert.equal(
    grouped([path("a", red, wide), path("b", red, wide)]),
    '<g stroke="#ff0000" stroke-width="30"><path d="a"/><path d="b"/></g>',
  );
});

Deno.test("What only some share stays with each, inside the group of all", () => {
  assert.equal(
    grouped([path("a", red, wide), path("b", red)]),
    '<g stroke="#ff0000"><path d="a" stroke-width="30"/><path d="b"/></g>',
  );
});

Deno.test("Elements that are no neighbours are not grouped, and keep their order", () => {
  assert.equal(
    grouped([path("a", red), path("b"), path("c", red)]),
    '<path d="a" stroke="#ff0000"/><path d="b"/><path d="c" stroke="#ff0000"/>',
  );
});

Deno.test("A group is written only where it saves more than its own seven characters", () => {
  const seven = facet(' x="12"');
  assert.equal(
    grouped([path("a", seven), path("b", seven)]),
    '<path d="a" x="12"/><path d="b" x="12"/>',
  );
  const eight = facet(' x="123"');
  assert.equal(
    grouped([path("a", eight), path("b", eight)]),
    '<g x="123"><path d="a"/><path d="b"/></g>',
  );
});

Deno.test("Animations are inside the element that has their attribute", () => {
  const fades = facet(' opacity="0"', "<animate/>");
  assert.equal(grouped([path("a", fades)]), '<path d="a" opacity="0"><animate/></path>');
});

Deno.test("The first three elements of three runs are defined once and used", () => {
  const run = '<path a="1"/><path a="2"/><path a="3"/>';
  const defined: string[] = [];
  const define = (content: string) => `<use n="${defined.push(content)}"/>`;
  const texts = [`<g>${run}</g><g>${run}<path a="4"/></g>`, `<g>${run}</g>`];
  assert.deepEqual(withoutRepeats(texts, define), [
    '<g><use n="1"/></g><g><use n="1"/><path a="4"/></g>',
    '<g><use n="1"/></g>',
  ]);
  assert.deepEqual(defined, [run]);
});

Deno.test("Elements that begin two runs only are left as they are", () => {
  const text = '<g><path a="1"/><path a="2"/><path a="3"/></g>';
  assert.deepEqual(withoutRepeats([text, text], () => "used"), [text, text]);
});
