import assert from "node:assert/strict";
import { parse } from "npm:yaml@2.8.1";
import { inEmptyFolder, isInstalled, ROOT } from "../support/command.ts";

interface Step {
  readonly run?: string;
}

async function act(folder: string, args: string, check: boolean): Promise<Deno.CommandOutput> {
  const { runs } = parse(await Deno.readTextFile(`${ROOT}action.yml`));
  const script = runs.steps.find(({ run }: Step) => run).run as string;
  const bin = Deno.execPath().replace(/\/[^/]*$/, "");
  return await new Deno.Command("bash", {
    args: ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
    cwd: folder,
    env: {
      GITHUB_ACTION_PATH: ROOT.replace(/\/$/, ""),
      LLOYD_ARGUMENTS: args,
      LLOYD_CHECK: String(check),
      PATH: `${bin}:${Deno.env.get("PATH")}`,
    },
  }).output();
}

Deno.test({
  name: "The action makes an artifact, and fails where the committed one is stale",
  ignore: !(await isInstalled("bash")),
  fn: async () => {
    await inEmptyFolder(async (folder) => {
      const args = `--seed 3 --k 2 --clusters 2 --title "two 'words' $HOME" --out 'my anim.svg'`;
      const made = await act(folder, args, false);
      assert(made.success, new TextDecoder().decode(made.stderr));
      const svg = await Deno.readTextFile(`${folder}/my anim.svg`);
      assert(svg.includes("two 'words' $HOME"));
      assert((await act(folder, args, true)).success);
      await Deno.writeTextFile(`${folder}/my anim.svg`, svg + " ");
      const stale = await act(folder, args, true);
      assert(!stale.success);
      assert.match(new TextDecoder().decode(stale.stderr), /my anim\.svg is stale/);
    });
  },
});
