import type { Box, Geometry } from "../scene/geometry.ts";
import { MovingLines, type MovingMark, type Paint } from "../scene/mark.ts";
import { lastValue } from "../scene/track.ts";

/** The pixels of a cloud that take another colour in one step. */
export interface Recoloring {
  /** The pixels, as indices of the cloud's. */
  readonly pixels: Uint32Array;
  /** The new colour of each, as an index of the cloud's colours. */
  readonly colors: Uint8Array;
}

/**
 * Many points as one picture. How opaque a pixel is depends on how densely points lie there and
 * never changes; its colour changes from step to step.
 */
export class Cloud {
  /**
   * How many levels of opacity there are above none, the last of them fully opaque. Neighbouring
   * ones are 8.5 of 255 apart, hardly to be seen; each costs a GIF further colours of its palette.
   */
  static readonly LEVELS = 30;
  readonly #moments: CloudAfter[] = [];

  /**
   * Takes the pixels, row after row.
   *
   * @param box Where they lie, in whole pixels.
   * @param levels How opaque each of them is, from 0, where no point is, to `LEVELS`.
   * @param colors The colours, the first of them that of all pixels before the first change.
   * @param changes The changes of colour, one after another.
   */
  constructor(
    readonly box: Box,
    readonly levels: Uint8Array,
    readonly colors: readonly Paint[],
    readonly changes: readonly Recoloring[],
  ) {}

  /** The width of the box. */
  get width(): number {
    return this.box[2] - this.box[0];
  }

  /** The height of the box. */
  get height(): number {
    return this.box[3] - this.box[1];
  }

  /** The cloud after some of its changes; the same object where the last of them change nothing. */
  after(count: number): CloudAfter {
    while (count > 0 && this.changes[count - 1].pixels.length === 0) count--;
    return this.#moments[count] ??= new CloudAfter(this, count);
  }

  /**
   * Recolours pixels in place.
   *
   * @param shown The colour of each pixel after `from` changes, as an index; then after `to`.
   * @param from How many changes have been made.
   * @param to How many are to have been made.
   */
  recolor(shown: Uint8Array, from: number, to: number): void {
    for (const { pixels, colors } of this.changes.slice(from, to)) {
      for (let i = 0; i < pixels.length; i++) shown[pixels[i]] = colors[i];
    }
  }
}

/** The opacity of a level, from 0 to 255. */
export function alphaOf(level: number): number {
  return Math.round(255 * level / Cloud.LEVELS);
}

/** A cloud after some of its changes. */
export class CloudAfter implements Geometry {
  readonly length = 1;

  /**
   * Takes a cloud and the number of its changes.
   *
   * @param cloud The cloud.
   * @param changes How many of its changes have been made.
   */
  constructor(readonly cloud: Cloud, readonly changes: number) {}

  /** The rectangle of the cloud, in pixels. */
  box(): Box {
    return this.cloud.box;
  }

  /** The outline of that rectangle. */
  path(): string {
    const [left, top, right, bottom] = this.cloud.box;
    return `M${left} ${top}H${right}V${bottom}H${left}z`;
  }
}

/** The cloud that a mark shows, if it shows one. */
export function cloudOf({ geometry }: MovingMark): Cloud | undefined {
  const last = geometry instanceof MovingLines ? undefined : lastValue(geometry);
  return last instanceof CloudAfter ? last.cloud : undefined;
}
