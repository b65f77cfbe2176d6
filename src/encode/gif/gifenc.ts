// By its path: what its name stands for is CommonJS, which takes ten times as long to load.
import { GIFEncoder } from "npm:gifenc@1.0.3/dist/gifenc.esm.js";

/** The part of gifenc that is used here; it ships no types. */
export interface GifStream {
  writeHeader(): void;
  writeFrame(
    index: Uint8Array,
    width: number,
    height: number,
    options: {
      /** Whether this frame is preceded by the screen, the palette and the loop. */
      first?: boolean;
      palette?: number[][];
      /** −1: once, 0: for ever, n: n times more. */
      repeat?: number;
      /** In milliseconds. */
      delay: number;
      transparent: boolean;
      transparentIndex: number;
      /** 1: leave the picture as it is. */
      dispose: number;
      /** Bits a pixel. */
      colorDepth: number;
    },
  ): void;
  finish(): void;
  bytes(): Uint8Array;
  bytesView(): Uint8Array;
  readonly stream: {
    writeByte(byte: number): void;
    writeBytes(bytes: ArrayLike<number>): void;
    /** Forgets what was written. */
    reset(): void;
  };
}

/** Begins a GIF; header and first frame are asked for by hand. */
export function createGif(): GifStream {
  return GIFEncoder({ auto: false });
}
