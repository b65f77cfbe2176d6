import assert from "node:assert/strict";
import { hasTmux, Tmux } from "../support/tmux.ts";

Deno.test({
  name: "Long work tells how far it has come, and Ctrl-C ends it and leaves no file",
  ignore: !hasTmux,
  fn: async () => {
    await using tmux = await Tmux.opened(100, 10);
    const long = ["--points", "20000", "--k", "40", "--restarts", "10000", "--out", "never.gif"];
    await tmux.lloyd(["--allow-write=never.gif"], ...long);
    const first = /iteration (\d+)/.exec(await tmux.until(/iteration \d+/))![1];
    await tmux.until(new RegExp(`iteration (?!${first}\\b)\\d+`));
    // Without it the work would go on for hours.
    await tmux.type("C-c");
    await tmux.until(/\^C\s+ready>/);
    await assert.rejects(Deno.stat(`${tmux.folder}/never.gif`), Deno.errors.NotFound);
  },
});
