import { dirname, join } from "node:path";
import { isLeftOver, isPartOf } from "./part.ts";
import { isPermitted } from "./permitted.ts";

/** Removes the parts of a file that killed processes left behind, and no others. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  if (!await isPermitted("read", folder)) return;
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !isPartOf(path, name)) continue;
    const part = join(folder, name);
    if (await isLeftOver(part)) await Deno.remove(part).catch(() => {});
  }
}
