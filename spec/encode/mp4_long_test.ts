import assert from "node:assert/strict";
import { H264Encoder, type H264Stream } from "../../src/encode/mp4/h264.ts";
import { mp4File } from "../../src/encode/mp4/mp4_file.ts";
import { isInstalled } from "../support/command.ts";
import { decodedFrames, probed, withFile } from "../support/decode.ts";

const [WIDTH, HEIGHT] = [32, 32];

/** A film of pictures that are grey, as light as their number says, but for the grain on them. */
async function encoded(
  frames: number,
  keyEvery: number,
  part?: number,
  grain = 0,
): Promise<H264Stream> {
  const encoder = new H264Encoder(WIDTH, HEIGHT, { keyEvery, quantization: 20, part });
  const picture = new Uint8Array(WIDTH * HEIGHT * 3 / 2);
  for (let i = 0; i < frames; i++) {
    picture.fill(128).fill(lightOf(i), 0, WIDTH * HEIGHT);
    for (let at = 0; at < WIDTH * HEIGHT; at++) picture[at] += (at * at * 31 + i * 17) % 64 * grain;
    await encoder.add(picture);
  }
  return encoder.finish();
}

const lightOf = (frame: number) => 40 + frame * 7 % 180;

const fileOf = (stream: H264Stream, fps: number) =>
  mp4File(stream, {
    width: WIDTH,
    height: HEIGHT,
    fps,
    duration: stream.sizes.length * 1000 / fps,
  });

Deno.test(
  "An MP4 encoded in parts is one track, whose frames ffmpeg decodes one after another",
  { ignore: !(await isInstalled("ffmpeg")) },
  async () => {
    const stream = await encoded(95, 10, 1);
    assert.equal(stream.parts.length, 10);
    assert.deepEqual(stream.keys, Array.from({ length: 10 }, (_, i) => 10 * i));
    assert.equal(stream.length, stream.parts.reduce((sum, { length }) => sum + length, 0));
    await withFile(".mp4", fileOf(stream, 20), async (path) => {
      assert.equal(Number((await probed(path)).streams[0].nb_read_frames), 95);
      let i = 0;
      for await (const shown of decodedFrames(path, WIDTH, HEIGHT)) {
        const light = (lightOf(i++) - 16) * 255 / 219;
        assert(Math.abs(shown[0] - Math.max(0, light)) < 8, `frame ${i - 1}: ${shown[0]}`);
      }
    });
  },
);

Deno.test("Parts begin with frames that stand on their own, where the one before is long enough", async () => {
  const whole = await encoded(80, 10, undefined, 0.5);
  assert.equal(whole.parts.length, 1);
  const { parts, keys } = await encoded(80, 10, Math.ceil(whole.length / 3), 0.5);
  assert(parts.length > 1 && parts.length < 5, `${parts.length} parts`);
  assert.deepEqual(keys, whole.keys);
});

Deno.test(
  "An MP4 of more frames than a call takes arguments is written",
  { ignore: !(await isInstalled("ffmpeg")) },
  async () => {
    const frames = 150_000;
    const stream = await encoded(1, 10);
    // The frame that was encoded, again and again: only the tables are long.
    const long: H264Stream = {
      ...stream,
      parts: new Array(frames).fill(stream.parts[0]),
      length: frames * stream.length,
      sizes: new Array(frames).fill(stream.sizes[0]),
      keys: Array.from({ length: frames }, (_, i) => i),
    };
    await withFile(".mp4", fileOf(long, 50), async (path) => {
      const { format, streams: [stream] } = await probed(path);
      assert.equal(Number(format.duration), frames / 50);
      assert.equal(Number(stream.nb_read_frames), frames);
    });
  },
);
