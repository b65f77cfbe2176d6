import assert from "node:assert/strict";
import { optionsText } from "../../src/cli/options/help.ts";
import { flag, optional, repeated, valued } from "../../src/cli/options/option.ts";
import { parseCall, shortened } from "../../src/cli/options/parse.ts";
import { text, whole } from "../../src/cli/options/values.ts";

const table = {
  "all": flag({ group: "A", short: "a", help: "All of it" }),
  "name": optional(text, {
    group: "B",
    value: "NAME",
    help: "What it is called",
    otherwise: "none",
    each: { "x, y": "letters" },
  }),
  "times": valued(3, whole(1), { group: "B", value: "N", help: "How often" }),
  "file": repeated(text, { group: "A", value: "FILE", help: "Another file" }),
};

Deno.test("The help has each option under its heading, with its default and what its values mean", () => {
  assert.equal(
    optionsText(table, ["A", "B"]),
    `A:
  -a, --all                 All of it
      --file FILE           Another file

B:
      --name NAME           What it is called [none]
                              x, y: letters
      --times N             How often [3]`,
  );
});

Deno.test("A call gives the value of every option, what was given, and what is no option", async () => {
  const { values, given, positionals } = await parseCall(
    ["-a", "x", "--file", "1", "--file=2", "--", "--name"],
    table,
  );
  assert.deepEqual(values, { all: true, name: undefined, times: 3, file: ["1", "2"] });
  assert.deepEqual([...given], ["all", "file"]);
  assert.deepEqual(positionals, ["x", "--name"]);
});

Deno.test("A text in a message is on one line, and not too long", () => {
  assert.equal(shortened("a\n\x1b[2Jb"), "a\\n\\x1b[2Jb");
  assert.equal(shortened("x".repeat(40)), "x".repeat(40));
  assert.equal(shortened("x".repeat(41)), `${"x".repeat(39)}…`);
});
