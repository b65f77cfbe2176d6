import type { H264MP4Encoder } from "npm:h264-mp4-encoder@1.0.12";
import { findBox } from "./boxes.ts";

/** A film in H.264. */
export interface H264Stream {
  /** The frames one after another, each behind its length in four bytes. */
  readonly data: Uint8Array;
  /** How long each of them is, in bytes, its length included. */
  readonly sizes: readonly number[];
  /** Those that stand on their own, counted from 0. */
  readonly keys: readonly number[];
  /** The sequence parameter set. */
  readonly sps: Uint8Array;
  /** The picture parameter set. */
  readonly pps: Uint8Array;
}

/** How pictures are encoded. */
interface H264Options {
  readonly keyEvery: number;
  readonly quantization: number;
}

/** From 0 to 10, the fastest: four times as fast as 0, for a seventh more bytes of one quality. */
const SPEED = 9;
/** The type of a unit that holds a frame that stands on its own. */
const KEY_FRAME = 5;

const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

/** The process, where there is one. */
interface Listened {
  listeners(event: string): unknown[];
  removeListener(event: string, listener: unknown): void;
}

let loaded: ReturnType<typeof loadEncoder> | undefined;
let count = 0;

/** Encodes pictures in H.264, Baseline profile. */
export class H264Encoder {
  readonly #encoder: H264MP4Encoder;

  private constructor(encoder: H264MP4Encoder) {
    this.#encoder = encoder;
  }

  /**
   * Begins a film.
   *
   * @param width In pixels, even.
   * @param height In pixels, even.
   * @param how How often a frame is to stand on its own: one of so many; and how coarsely is
   * quantized, from 10 to 51.
   */
  static async start(width: number, height: number, how: H264Options): Promise<H264Encoder> {
    const { createH264MP4Encoder } = await (loaded ??= loadEncoder());
    const own = await createH264MP4Encoder();
    own.width = width;
    own.height = height;
    own.quantizationParameter = how.quantization;
    own.speed = SPEED;
    own.groupOfPictures = how.keyEvery;
    // All encoders share one file system, in memory.
    own.outputFilename = `${count++}.mp4`;
    own.initialize();
    return new H264Encoder(own);
  }

  /** Takes a picture: luma, then blue and red chroma. */
  add(yuv: Uint8Array): void {
    this.#encoder.addFrameYuv(yuv);
  }

  /** Ends the film. */
  finish(): H264Stream {
    const bytes = this.#close();
    const data = requiredBox(bytes, "mdat");
    const samples = requiredBox(bytes, "moov", "trak", "mdia", "minf", "stbl", "stsd");
    const sample = requiredBox(samples.subarray(8), "avc1");
    return { data, ...framesIn(data), ...parameterSets(requiredBox(sample.subarray(78), "avcC")) };
  }

  /** Ends the film, and forgets it. */
  discard(): void {
    this.#close();
  }

  #close(): Uint8Array {
    const own = this.#encoder;
    own.finalize();
    const bytes = own.FS.readFile(own.outputFilename);
    own.FS.unlink(own.outputFilename);
    own.delete();
    return bytes;
  }
}

/**
 * Loads the encoder. It also registers itself for all errors of the process that nobody handles; that
 * is undone, since they are not its own.
 */
async function loadEncoder() {
  const { process } = globalThis as unknown as { process?: Listened };
  const before = EVENTS.map((event) => process?.listeners(event));
  const { default: encoder } = await import("npm:h264-mp4-encoder@1.0.12");
  EVENTS.forEach((event, i) => {
    for (const listener of process?.listeners(event) ?? []) {
      if (!before[i]!.includes(listener)) process!.removeListener(event, listener);
    }
  });
  return encoder;
}

/** The content of a box of the encoder's own file. */
function requiredBox(bytes: Uint8Array, ...path: readonly string[]): Uint8Array {
  const content = findBox(bytes, ...path);
  if (!content) throw new TypeError(`Cannot read the encoder's MP4 as it has no box '${path}'`);
  return content;
}

function framesIn(data: Uint8Array): Pick<H264Stream, "sizes" | "keys"> {
  const view = new DataView(data.buffer, data.byteOffset);
  const sizes: number[] = [];
  const keys: number[] = [];
  for (let at = 0; at < data.length; at += sizes[sizes.length - 1]) {
    if ((data[at + 4] & 31) === KEY_FRAME) keys.push(sizes.length);
    sizes.push(4 + view.getUint32(at));
  }
  return { sizes, keys };
}

/** The parameter sets in a decoder configuration, of which there is one each. */
function parameterSets(avcC: Uint8Array): Pick<H264Stream, "sps" | "pps"> {
  const spsEnd = 8 + (avcC[6] << 8 | avcC[7]);
  const ppsStart = spsEnd + 3;
  return { sps: avcC.slice(8, spsEnd), pps: avcC.slice(ppsStart) };
}
