import assert from "node:assert/strict";
import { isLoopback, isLoopbackHost } from "../../src/cli/serve/loopback.ts";

Deno.test("Addresses that only this machine reaches are told from all others", () => {
  for (const address of ["127.0.0.1", "127.1.2.3", "::1", "localhost"]) {
    assert(isLoopback(address), address);
  }
  for (
    const address of [
      "0.0.0.0",
      "::",
      "10.0.0.1",
      "localhost.example",
      "::10",
      "1127.0.0.1",
      "1270.0.0.1",
    ]
  ) {
    assert(!isLoopback(address), address);
  }
});

Deno.test("A Host of another name is not this machine, however like it looks", () => {
  for (const host of ["127.0.0.1", "127.0.0.1:8000", "localhost:80", "LocalHost", "[::1]:8000"]) {
    assert(isLoopbackHost(host), host);
  }
  for (
    const host of [
      ...["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost"],
      ...["127.0.0.1:8000.evil.example", "127a0.0.1", "localhost:", "", null],
    ]
  ) {
    assert(!isLoopbackHost(host), String(host));
  }
});
