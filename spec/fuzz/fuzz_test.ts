import assert from "node:assert/strict";
import { OPTIONS } from "../../src/cli/options/table.ts";
import type { Option } from "../../src/cli/options/option.ts";
import { SAMPLES } from "./arbitraries/calls.ts";
import { called } from "./captured.ts";
import { checkArtifact, checkMessage } from "./oracles.ts";
import { inputOf } from "./input_of.ts";
import type { Finding } from "./target.ts";
import tables from "./targets/tables.ts";
import { findings, type Trial } from "./trial.ts";
import { inEmptyFolder, ROOT } from "../support/command.ts";

const faulty: Trial = {
  name: "faulty",
  file: new URL("./faulty/faulty.ts", import.meta.url).href,
  seed: 1,
  from: 0,
  to: 16,
  limit: 2000,
  memory: 700 * 2 ** 20,
};

async function found(trial: Partial<Trial>): Promise<Finding[]> {
  return await Array.fromAsync(findings({ ...faulty, ...trial }));
}

Deno.test({
  name: "Whatever goes wrong with an input is found, the process is ended, and the rest is tried",
  // Memory is watched where /proc has it.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const all = await found({});
    const whats = all.map(({ what }) => what);
    for (
      const kind of [
        /^Error: it is wrong/,
        /^it takes longer than 2 s/,
        /^it takes more than 700 MB/,
        /^it ends the process with status 7/,
        /^NotCapable: Requires write access/,
      ]
    ) {
      assert(whats.some((what) => kind.test(what)), `${kind} is not in\n${whats.join("\n")}`);
    }
    assert.equal(new Set(all.map(({ path }) => path)).size, all.length, "each is found once");
    assert(all.length < 16, "some inputs are right");
    // One input alone gives the same as among others.
    const { path, what } = all.find(({ what }) => what.startsWith("Error"))!;
    assert.deepEqual(await found({ from: path, to: path + 1 }), [
      { target: "faulty", seed: 1, path, what },
    ]);
  },
});

Deno.test("An input follows from the seed and its index, and from nothing else", () => {
  const all = (seed: number) => Array.from({ length: 50 }, (_, i) => inputOf(tables, seed, i));
  assert.deepEqual(all(1), all(1));
  assert.notDeepEqual(all(1), all(2));
  assert.notDeepEqual(all(1).slice(1), all(2).slice(0, -1));
  assert(new Set(all(1).map((input) => JSON.stringify(input))).size > 40);
});

Deno.test("Every option of the command is tried with values that it takes", () => {
  for (const [name, { read, repeat }] of Object.entries<Option>(OPTIONS)) {
    const samples = (SAMPLES as Record<string, readonly string[]>)[name];
    assert.equal(read !== undefined, samples !== undefined, `--${name}`);
    for (const value of samples ?? []) {
      assert.doesNotThrow(() => read!(value), `--${name} ${value}`);
    }
    assert(!repeat || samples.length > 1);
  }
});

Deno.test("A call in this process prints what it would print in its own", async () => {
  const { code, stdout, stderr } = await called(["--version"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /^lloyd \d/);
  const wrong = await called(["--kk"]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^lloyd: --kk is not an option: .*\n$/);
});

Deno.test("An artifact that is cut off is not taken for whole", async () => {
  const out = [...Deno.readDirSync(`${ROOT}out`)].map(({ name }) => name);
  for (const ending of [".gif", ".svg", ".png"]) {
    const name = out.find((name) => name.endsWith(ending))!;
    const bytes = Deno.readFileSync(`${ROOT}out/${name}`);
    await checkArtifact(name, bytes);
    for (const cut of [2, 10, bytes.length >> 1]) {
      await assert.rejects(async () => await checkArtifact(name, bytes.subarray(0, -cut)));
    }
  }
  const svg = '<svg><path d="M0,NaN"/></svg>';
  await assert.rejects(() => checkArtifact("a.svg", new TextEncoder().encode(svg)), /NaN/);
});

Deno.test("Messages of the engine are told from ours", () => {
  for (
    const message of [
      "Cannot read properties of undefined (reading 'x')",
      "undefined is not iterable",
      "Invalid array length",
      "Cannot convert undefined or null to object",
      "Maximum call stack size exceeded",
      "Cannot mix BigInt and other types, use explicit conversions",
      "two\nlines",
      "x".repeat(601),
      "",
    ]
  ) {
    assert.throws(() => checkMessage(message), message);
  }
  checkMessage("Cannot read the trace as points must be an array: it is 7");
  checkMessage("Cannot run K-means as 'k' must be a whole number of 1 or more: 0.5");
});

Deno.test("The task prints the call that tries a finding again, and fails", () =>
  inEmptyFolder(async () => {
    const run = async (...args: string[]) => {
      const { code, stdout } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", `${ROOT}spec/fuzz/fuzz.ts`, ...args],
        env: { NO_COLOR: "1" },
      }).output();
      return { code, said: new TextDecoder().decode(stdout) };
    };
    const none = await run("--rounds", "1", "--only", "tables");
    assert.match(none.said, /^tables: 300 inputs, \d+ findings, .* s\n300 inputs/m);
    assert.equal((await run("--only", "nothing")).code, 2);
    const targets = ["--targets", `${ROOT}spec/fuzz/faulty`, "--limit", "2", "--memory", "700"];
    const all = await run(...targets, "--rounds", "2");
    assert.equal(all.code, 1);
    const [, again] = /deno task fuzz (--only faulty --seed 1 --path \d+)\n/.exec(all.said)!;
    const one = await run(...targets, ...again.split(" "));
    assert(one.said.includes(again), one.said);
    assert.match(one.said, /\n1 inputs, 1 findings\n$/);
  }));
