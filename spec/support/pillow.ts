import assert from "node:assert/strict";

/** A frame as Pillow decodes it. */
export interface PillowFrame {
  /** When it begins and how long it is shown, in milliseconds. */
  readonly time: number;
  readonly duration: number;
  /** Red, green, blue, alpha. */
  readonly pixels: Uint8Array;
}

/** A film as Pillow decodes it. */
export interface PillowFilm {
  readonly width: number;
  readonly height: number;
  /** How often it is played, as its format tells it. */
  readonly loop?: number;
  /** Texts that come with it. */
  readonly texts: Readonly<Record<string, string>>;
  readonly frames: readonly PillowFrame[];
}

const SCRIPT = `
import json, sys
from PIL import Image
image = Image.open(sys.argv[1])
durations, frames = [], []
for i in range(getattr(image, "n_frames", 1)):
    image.seek(i)
    frames.append(image.convert("RGBA").tobytes())
    durations.append(image.info.get("duration", 0))
texts = {key: value for key, value in image.info.items() if isinstance(value, str)}
comment = image.info.get("comment")
if comment: texts["comment"] = comment.decode()
head = {"size": image.size, "loop": image.info.get("loop"), "durations": durations, "texts": texts}
sys.stdout.buffer.write(json.dumps(head).encode() + b"\\n" + b"".join(frames))
`;

/** A Python that has Pillow; Debian's may not be the first. */
export const python: string | undefined = await findPython();

async function findPython(): Promise<string | undefined> {
  for (const program of ["/usr/bin/python3", "python3"]) {
    try {
      const { success } = await new Deno.Command(program, { args: ["-c", "import PIL"] }).output();
      if (success) return program;
    } catch {
      // It is not there.
    }
  }
}

/** Decodes a film with Pillow. */
export async function pillow(path: string): Promise<PillowFilm> {
  const { stdout, stderr } = await new Deno.Command(python!, { args: ["-c", SCRIPT, path] })
    .output();
  assert.equal(new TextDecoder().decode(stderr), "");
  const end = stdout.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(stdout.subarray(0, end)));
  const [width, height] = head.size;
  let time = 0;
  const frames = (head.durations as number[]).map((duration, i) => {
    const at = end + 1 + i * width * height * 4;
    const pixels = stdout.subarray(at, at + width * height * 4);
    time += duration;
    return { time: time - duration, duration, pixels };
  });
  return { width, height, loop: head.loop ?? undefined, texts: head.texts, frames };
}
