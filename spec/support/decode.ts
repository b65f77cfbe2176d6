import assert from "node:assert/strict";

/** Hands a check the name of a file with some bytes, which is gone afterwards. */
export async function withFile<T>(
  suffix: string,
  bytes: Uint8Array,
  check: (path: string) => Promise<T>,
): Promise<T> {
  const path = await Deno.makeTempFile({ suffix });
  try {
    await Deno.writeFile(path, bytes);
    return await check(path);
  } finally {
    await Deno.remove(path);
  }
}

/** The frames of a film as ffmpeg decodes them, red, green, blue; a complaint of it fails. */
export async function* decodedFrames(
  path: string,
  width: number,
  height: number,
  ...filters: string[]
): AsyncGenerator<Uint8Array> {
  const child = new Deno.Command("ffmpeg", {
    args: ["-v", "warning", "-i", path, ...filters, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const complaint = new Response(child.stderr).text();
  const frame = new Uint8Array(width * height * 3);
  let filled = 0;
  for await (let chunk of child.stdout) {
    while (chunk.length > 0) {
      const part = chunk.subarray(0, frame.length - filled);
      frame.set(part, filled);
      filled += part.length;
      chunk = chunk.subarray(part.length);
      if (filled < frame.length) continue;
      yield frame;
      filled = 0;
    }
  }
  assert.equal(await complaint, "");
  assert.equal(filled, 0, "a frame is cut off");
  assert((await child.status).success);
}

/** What ffprobe has to say of a file, which it must read without a complaint. */
export async function probed(path: string): Promise<Probed> {
  const { stdout, stderr } = await new Deno.Command("ffprobe", {
    args: ["-v", "warning", "-count_frames", "-show_format", "-show_streams", "-of", "json", path],
  }).output();
  assert.equal(new TextDecoder().decode(stderr), "");
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** The part of it that is looked at. */
export interface Probed {
  readonly format: { readonly duration: string; readonly tags: Record<string, string> };
  readonly streams: readonly (Record<string, string> & { width: number; height: number })[];
}
