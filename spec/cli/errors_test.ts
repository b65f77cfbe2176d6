import assert from "node:assert/strict";
import { SystemError, told, UsageError } from "../../src/cli/errors.ts";
import { inEmptyFolder, ROOT } from "../support/command.ts";

Deno.test("What is wrong with a call ends with 2, what could not be done with 1, each in its words", () => {
  assert.deepEqual(told(new UsageError("--k 0 cannot be")), {
    message: "--k 0 cannot be",
    status: 2,
  });
  assert.deepEqual(told(new SystemError("a.csv cannot be opened")), {
    message: "a.csv cannot be opened",
    status: 1,
  });
});

Deno.test("An error that nobody expected is told in one line, with its place and what to do about it", () => {
  const error = new TypeError(`first\n  second ${"long ".repeat(600)}`);
  error.stack = "TypeError: first\n    at f (file:///home/src/data/x.ts:12:3)\n    at g (other)";
  const { message, status } = told(error);
  assert.equal(status, 1);
  assert.match(
    message,
    /^TypeError: first second long .* at src\/data\/x\.ts:12: this is a mistake in Lloyd: please report this line, with the call and what it reads$/,
  );
  assert(message.length < 350);
  for (const thrown of [undefined, null, "text", { toString: 1 }, Symbol("s")]) {
    assert.match(told(thrown).message, /^\w+: this is a mistake in Lloyd: /);
  }
});

Deno.test("What takes more memory than there is says so", () => {
  for (
    const [fail, reason] of [
      [() => new Array(-1), /Invalid array length/],
      [() => new Float64Array(2 ** 53 - 1), /Invalid typed array length/],
      [() => "long".repeat(2 ** 29), /Invalid string length/],
    ] as const
  ) {
    try {
      fail();
      assert.fail("it must not fit");
    } catch (error) {
      const { message, status } = told(error);
      assert.equal(status, 1);
      assert.match(message, /^it takes more memory than there is \(.*\): take less$/);
      assert.match(message, reason);
    }
  }
});

/** Each breaks something within the command, which then fails in a way that nothing expects. */
const broken: readonly [title: string, call: string[], code: string][] = [
  [
    "while it works",
    ["--k", "2", "--standardize", "--out", "a.svg", "in.csv"],
    'Float64Array.prototype.fill = () => { throw new TypeError("lost\\nnow"); };',
  ],
  [
    "in a timer beside it",
    ["serve", "--port", "0"],
    'setTimeout(() => { throw new TypeError("lost\\nnow"); });',
  ],
  [
    "in a promise that nothing waits for",
    ["serve", "--port", "0"],
    'Promise.reject(new TypeError("lost\\nnow"));',
  ],
];
for (const [title, call, code] of broken) {
  Deno.test(`A mistake in the program itself prints one line and no trace of calls: ${title}`, () =>
    inEmptyFolder(async (folder) => {
      const script = `const { main } = await import("${ROOT}src/cli/main.ts");
        const done = main(${JSON.stringify(call)});
        ${code}
        Deno.exit(await done);`;
      Deno.writeTextFileSync(`${folder}/script.ts`, script);
      Deno.writeTextFileSync(`${folder}/in.csv`, "x,y\n1,2\n2,1\n8,9\n9,8\n");
      const { code: status, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "--quiet", "--no-check", "--allow-all", "script.ts"],
        cwd: folder,
        env: { NO_COLOR: "1" },
      }).output();
      const text = new TextDecoder().decode(stderr);
      assert.equal(status, 1, text);
      assert.match(
        text,
        /^(http:[^\n]*\n)?lloyd: TypeError: lost now.*: this is a mistake in Lloyd: [^\n]*\n$/,
      );
    }));
}
