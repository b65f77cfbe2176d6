import assert from "node:assert/strict";
import { fnv1a } from "../../src/bytes/fnv1a.ts";

Deno.test("Texts are hashed as the vectors of RFC 9923 say", () => {
  assert.equal(fnv1a(""), 0xcbf29ce484222325n);
  assert.equal(fnv1a("a"), 0xaf63dc4c8601ec8cn);
  assert.equal(fnv1a("foobar"), 0x85944171f73967e8n);
});
