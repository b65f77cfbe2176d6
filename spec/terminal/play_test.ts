// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import { lloyd, ROOT } from "../support/command.ts";
import { hasTmux, Tmux } from "../support/tmux.ts";

const run = ["play", "--seed", "11", "--k", "4", "--clusters", "4"];

function test(name: string, check: (tmux: Tmux) => Promise<void>, size = [80, 24] as const) {
  Deno.test({
    name,
    ignore: !hasTmux,
    fn: async () => {
      await using tmux = await Tmux.opened(...size);
      await check(tmux);
    },
  });
}

test("play shows the film without any permission, and q leaves the screen as it was", async (tmux) => {
  await tmux.lloyd([], ...run);
  const screen = await tmux.until(/iteration 1 · assign · inertia [\d.]+ · /);
  assert(screen.includes("▀".repeat(40)));
  assert(new Set((await tmux.colors()).match(/38;[25];[\d;]+(?=;48|m)/g)).size > 5, "no colours");
  await tmux.type("q");
  await tmux.until(/status=0/);
  assert(await tmux.isRestored());
});

test("space pauses, arrows step by beats", async (tmux) => {
  await tmux.lloyd([], ...run);
  await tmux.until(/space pause/);
  await tmux.type("Space");
  await tmux.until(/space play/);
  for (let i = 0; i < 12; i++) await tmux.type("Left");
  await tmux.until(/iteration 0 · start .* 0\.0\//);
  await tmux.type("Right");
  await tmux.until(/iteration 0 · start .* [1-9]\.|iteration 0 · start .* 0\.9/);
  await tmux.type("Right");
  await tmux.until(/iteration 1 · assign/);
  await tmux.type("Right");
  await tmux.until(/iteration 1 · update/);
  await tmux.type("Left");
  await tmux.until(/iteration 1 · assign/);
  await tmux.type("q");
  await tmux.until(/status=0/);
});

test("Keys that come at once are taken one after another: pasted arrows step, a held q leaves once", async (tmux) => {
  await tmux.lloyd([], ...run);
  await tmux.until(/space pause/);
  await tmux.type("Space", "Home");
  await tmux.until(/space play/);
  await tmux.paste("\x1b[D".repeat(40));
  await tmux.until(/iteration 0 · start .* 0\.0\//);
  await tmux.paste("\x1b[C\x1b[C\x1b[C");
  await tmux.until(/iteration 1 · update/);
  await tmux.paste("\x1b[D\x1b[D");
  await tmux.until(/iteration 0 · start/);
  await tmux.paste("qq");
  await tmux.until(/status=0/);
  assert(await tmux.isRestored());
});

test("Two Ctrl-C at once leave as one does", async (tmux) => {
  await tmux.lloyd([], ...run);
  await tmux.until(/space pause/);
  await tmux.paste("\x03\x03");
  await tmux.until(/status=/);
  assert(await tmux.isRestored());
});

test("The picture is fitted to the window, also when that is resized", async (tmux) => {
  await tmux.lloyd([], ...run);
  await tmux.until(/space pause/);
  for (const [columns, rows] of [[60, 16], [110, 32], [20, 6]]) {
    await tmux.resize(columns, rows);
    await tmux.until(new RegExp(`^(▀{${columns}}\\n){${rows - 1}}iteration`));
  }
  await tmux.type("q");
  await tmux.until(/status=0/);
  assert(await tmux.isRestored());
});

for (
  const [name, end] of [
    ["Ctrl-C", (tmux: Tmux) => tmux.type("C-c")],
    ["SIGTERM", (tmux: Tmux) => tmux.signal("SIGTERM")],
  ] as const
) {
  test(`The screen and the cursor come back after ${name}`, async (tmux) => {
    await tmux.lloyd([], "play", "--seed", "4321987", "--k", "3");
    await tmux.until(/space pause/);
    assert(!(await tmux.isRestored()));
    await end(tmux);
    await tmux.until(/status=/);
    assert(await tmux.isRestored());
    await tmux.type("echo alive", "Enter");
    await tmux.until(/\nalive/);
  });
}

test("Without colours the film is dots of Braille", async (tmux) => {
  await tmux.lloyd([], ...run, "--terminal-colors", "none");
  assert.match(await tmux.until(/iteration 2/), /[\u2801-\u28ff]/);
  assert.doesNotMatch(await tmux.colors(), /\x1b\[38/);
  await tmux.type("q");
  await tmux.until(/status=0/);
});

test("NO_COLOR is honoured where it may be read", async (tmux) => {
  await tmux.type("export NO_COLOR=1", "Enter");
  await tmux.lloyd(["--allow-env=NO_COLOR,TERM,COLORTERM"], ...run);
  assert.match(await tmux.until(/iteration 2/), /[\u2801-\u28ff]/);
  await tmux.type("q");
  await tmux.until(/status=0/);
});

test("A film that is to be played once ends by itself", async (tmux) => {
  await tmux.lloyd([], ...run, "--loop", "1", "--speed", "10", "--hold", "100ms");
  await tmux.until(/status=0/);
  assert(await tmux.isRestored());
});

Deno.test("Where standard output is no terminal, play says so in one line, with status 2", async () => {
  const { code, stdout, stderr } = await lloyd(ROOT, [], ["play"]);
  assert.equal(code, 2);
  assert.equal(stdout.length, 0);
  assert.match(stderr, /^lloyd: play needs a terminal: .*\n$/);
});
