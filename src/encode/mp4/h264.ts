import type { H264MP4Encoder } from "npm:h264-mp4-encoder@1.0.12";
import { findBox } from "./boxes.ts";

/** A film in H.264. */
export interface H264Stream {
  /** The frames one after another, each behind its length in four bytes, in one part or several. */
  readonly parts: readonly Uint8Array[];
  /** How long the parts are together, in bytes. */
  readonly length: number;
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
  /** How long a part gets before the next is begun, in bytes. Default 32 MB. */
  readonly part?: number;
}

/** From 0 to 10, the fastest: four times as fast as 0, for a seventh more bytes of one quality. */
const SPEED = 9;
/** How long a part gets before the next is begun, in bytes: the encoder holds a part thrice. */
const PART = 2 ** 25;
/** The most that the parts can be together, in bytes: a box tells its length in four bytes. */
const LONGEST = 2 ** 32 - 2 ** 24;
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

/**
 * Encodes pictures in H.264, Baseline profile. A long film is encoded in parts, so that what the
 * encoder holds has a bound: each begins with a frame that stands on its own.
 */
export class H264Encoder {
  readonly #width: number;
  readonly #height: number;
  readonly #how: H264Options;
  readonly #parts: Uint8Array[] = [];
  readonly #sizes: number[] = [];
  readonly #keys: number[] = [];
  #length = 0;
  #parameters: Pick<H264Stream, "sps" | "pps"> | undefined;
  #encoder: H264MP4Encoder | undefined;
  /** How many frames have been taken. */
  #frames = 0;

  /**
   * Begins a film.
   *
   * @param width In pixels, even.
   * @param height In pixels, even.
   * @param how How often a frame is to stand on its own: one of so many; and how coarsely is
   * quantized, from 10 to 51.
   */
  constructor(width: number, height: number, how: H264Options) {
    this.#width = width;
    this.#height = height;
    this.#how = how;
  }

  /**
   * Takes a picture: luma, then blue and red chroma.
   *
   * @throws {RangeError} If the film gets longer than a file can tell.
   */
  async add(yuv: Uint8Array): Promise<void> {
    const { keyEvery, part = PART } = this.#how;
    const isKey = this.#frames % keyEvery === 0;
    if (this.#frames > 0 && isKey && this.#written() >= part) this.#endPart();
    this.#encoder ??= await this.#begin();
    this.#encoder.addFrameYuv(yuv);
    this.#frames++;
  }

  /** Ends the film. */
  finish(): H264Stream {
    this.#endPart();
    return {
      parts: this.#parts,
      length: this.#length,
      sizes: this.#sizes,
      keys: this.#keys,
      ...this.#parameters!,
    };
  }

  /** Ends the film, and forgets it. */
  discard(): void {
    if (this.#encoder) close(this.#encoder);
    this.#encoder = undefined;
  }

  async #begin(): Promise<H264MP4Encoder> {
    const { createH264MP4Encoder } = await (loaded ??= loadEncoder());
    const own = await createH264MP4Encoder();
    own.width = this.#width;
    own.height = this.#height;
    own.quantizationParameter = this.#how.quantization;
    own.speed = SPEED;
    own.groupOfPictures = this.#how.keyEvery;
    // All encoders share one file system, in memory.
    own.outputFilename = `${count++}.mp4`;
    own.initialize();
    return own;
  }

  /** How many bytes of the part have been written. */
  #written(): number {
    const { FS, outputFilename } = this.#encoder!;
    return FS.stat(outputFilename).size;
  }

  #endPart(): void {
    const own = this.#encoder!;
    this.#encoder = undefined;
    const bytes = close(own);
    const data = requiredBox(bytes, "mdat");
    const samples = requiredBox(bytes, "moov", "trak", "mdia", "minf", "stbl", "stsd");
    const sample = requiredBox(samples.subarray(8), "avc1");
    this.#parameters ??= parameterSets(requiredBox(sample.subarray(78), "avcC"));
    this.#takeFrames(data);
    this.#length += data.length;
    if (this.#length > LONGEST) {
      throw new RangeError(
        `Cannot write the MP4 as it must be shorter than 4 GB: ${this.#length} bytes`,
      );
    }
    this.#parts.push(data);
  }

  /** Takes down how long the frames of a part are, and which of them stand on their own. */
  #takeFrames(data: Uint8Array): void {
    const view = new DataView(data.buffer, data.byteOffset);
    for (let at = 0; at < data.length;) {
      if ((data[at + 4] & 31) === KEY_FRAME) this.#keys.push(this.#sizes.length);
      const size = 4 + view.getUint32(at);
      this.#sizes.push(size);
      at += size;
    }
  }
}

/** Ends an encoder; gives its file, an MP4. */
function close(own: H264MP4Encoder): Uint8Array {
  own.finalize();
  const bytes = own.FS.readFile(own.outputFilename);
  own.FS.unlink(own.outputFilename);
  own.delete();
  return bytes;
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

/** The parameter sets in a decoder configuration, of which there is one each. */
function parameterSets(avcC: Uint8Array): Pick<H264Stream, "sps" | "pps"> {
  const spsEnd = 8 + (avcC[6] << 8 | avcC[7]);
  const ppsStart = spsEnd + 3;
  return { sps: avcC.slice(8, spsEnd), pps: avcC.slice(ppsStart) };
}
