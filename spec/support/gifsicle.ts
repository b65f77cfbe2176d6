import { printed } from "./command.ts";

/** How long a GIF lasts, in milliseconds, by gifsicle. */
export async function gifDuration(path: string): Promise<number> {
  const info = await printed("gifsicle", "--info", path);
  const delays = [...info.matchAll(/delay ([\d.]+)s/g)].map((match) => Number(match[1]));
  return Math.round(delays.reduce((sum, delay) => sum + delay, 0) * 1000);
}
