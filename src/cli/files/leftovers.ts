import { dirname, join } from "node:path";
import { attempt } from "./attempt.ts";
import { isLeftOver, isPartOf } from "./part.ts";
import { isPermitted } from "./permitted.ts";

/** Removes the parts of a file that killed processes left behind, and no others. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  if (!isPermitted("read", folder)) return;
  for (const { name, isFile } of Deno.readDirSync(folder)) {
    if (!isFile || !isPartOf(path, name)) continue;
    const part = join(folder, name);
    if (isLeftOver(part)) attempt(() => Deno.removeSync(part));
  }
}
