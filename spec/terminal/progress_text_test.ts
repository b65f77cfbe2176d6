import assert from "node:assert/strict";
import { Progress } from "../../src/cli/progress.ts";

/** What work prints that shows its progress at these times, in milliseconds. */
function printed(work: (show: (at: number, share?: number) => void, end: () => void) => void, {
  wanted = true,
  isTerminal = true,
} = {}): string {
  let now = 1000;
  let text = "";
  const { stderr } = Deno;
  const { now: clock } = performance;
  Object.defineProperty(Deno, "stderr", {
    configurable: true,
    value: {
      isTerminal: () => isTerminal,
      writeSync: (bytes: Uint8Array) => {
        text += new TextDecoder().decode(bytes);
        return bytes.length;
      },
    },
  });
  performance.now = () => now;
  try {
    const progress = new Progress(wanted);
    work((at, share) => {
      now = 1000 + at;
      progress.show("frame", share);
    }, () => progress.end());
  } finally {
    performance.now = clock;
    Object.defineProperty(Deno, "stderr", { configurable: true, value: stderr });
  }
  return text;
}

Deno.test("Work of less than half a second shows nothing, and clears nothing", () => {
  const text = printed((show, end) => {
    show(0);
    show(499);
    end();
  });
  assert.equal(text, "");
});

Deno.test("Longer work shows how much is done, in whole per cent, and clears it at its end", () => {
  const text = printed((show, end) => {
    show(500, 0.019);
    show(560, 0.999);
    show(620);
    end();
  });
  assert.equal(text, "\r\x1b[Kframe 1 %\r\x1b[Kframe 99 %\r\x1b[Kframe\r\x1b[K");
});

Deno.test("A message stays for a twentieth of a second", () => {
  const text = printed((show) => {
    show(500, 0.1);
    show(549, 0.2);
    show(550, 0.3);
  });
  assert.equal(text, "\r\x1b[Kframe 10 %\r\x1b[Kframe 30 %");
});

Deno.test("Nothing is shown where it is not wanted, or not seen", () => {
  for (const how of [{ wanted: false }, { isTerminal: false }]) {
    const text = printed((show, end) => {
      show(5000, 0.5);
      end();
    }, how);
    assert.equal(text, "");
  }
});
