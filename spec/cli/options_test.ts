import assert from "node:assert/strict";
import { parseOptions } from "../../src/cli/options/parse.ts";
import { recipeOf } from "../../src/cli/options/recipe.ts";
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

Deno.test("--n-init is the name of --restarts now: either is taken, once, and recipes keep the old one", async () => {
  for (const name of ["--n-init", "--restarts"]) {
    const options = await parseOptions([`${name}=7`]);
    assert.equal(options.restarts, 7);
    assert.equal(recipeOf(options).restarts, 7);
    assert(!("n-init" in recipeOf(options)));
  }
  await assert.rejects(parseOptions(["--n-init=2", "--restarts=2"]), /--restarts is given twice/);
  await assert.rejects(parseOptions(["--n-init=0"]), /--n-init '0' cannot be/);
  await assert.rejects(parseOptions(["--n-inti=2"]), /did you mean --n-init\?/);
});

Deno.test("--max-iterations 0 is the start alone", async () => {
  assert.equal((await parseOptions(["--max-iterations", "0"]))["max-iterations"], 0);
});
