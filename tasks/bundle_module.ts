import { NOTICES } from "./notices.ts";

/**
 * Bundles a module for the browser.
 *
 * @param entry The module.
 * @param instead What is loaded instead of other modules, by their addresses.
 * @returns The text of one module without imports.
 */
export async function bundleModule(
  entry: URL,
  instead: Readonly<Record<string, string>>,
): Promise<string> {
  const work = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${work}/import_map.json`, JSON.stringify({ imports: instead }));
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["bundle", "--quiet", "--platform", "browser", "--minify", "--no-lock"],
        ...["--import-map", `${work}/import_map.json`, "--output", `${work}/bundle.js`],
        entry.pathname,
      ],
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return NOTICES + await Deno.readTextFile(`${work}/bundle.js`);
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}
