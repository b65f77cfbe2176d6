import type { Box, Geometry } from "../scene/geometry.ts";
import { MovingLines, type MovingMark, type Paint } from "../scene/mark.ts";
import { lastValue } from "../scene/track.ts";

/** Pixels that take on another colour. */
export interface Recoloring {
  /** Which pixels, as indices of the cloud's. */
  readonly pixels: Uint32Array;
  /** What each becomes, as an index of the cloud's colours. */
  readonly colors: Uint8Array;
}

/**
 * Many points as one picture. How densely they lie in a pixel never changes; which colour it has
 * does, from step to step.
 */
export class Cloud {
  /** How many levels of density there are, the last of them opaque. */
  static readonly LEVELS = 30;
  readonly #moments: CloudAfter[] = [];

  /**
   * Takes the pixels, row after row.
   *
   * @param box Where they lie, in whole pixels.
   * @param levels How dense each of them is, from 0, where no point is, to `LEVELS`.
   * @param colors The colours there are, the first of them that of all pixels at first.
   * @param changes What changes, one after another.
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

  /** The cloud after some of its changes; the same where the last of them change nothing. */
  after(count: number): CloudAfter {
    while (count > 0 && this.changes[count - 1].pixels.length === 0) count--;
    return this.#moments[count] ??= new CloudAfter(this, count);
  }

  /**
   * Makes some changes to the colours of the pixels, as indices.
   *
   * @param shown The colours as they are after `from` changes; then as they are after `to`.
   * @param from How many changes are done.
   * @param to How many are to be done.
   */
  recolor(shown: Uint8Array, from: number, to: number): void {
    for (const { pixels, colors } of this.changes.slice(from, to)) {
      for (let i = 0; i < pixels.length; i++) shown[pixels[i]] = colors[i];
    }
  }
}

/** How much of what lies behind it a level of density covers, from 0 to 255. */
export function alphaOf(level: number): number {
  return Math.round(255 * level / Cloud.LEVELS);
}

/** A cloud after some of its changes. */
export class CloudAfter implements Geometry {
  readonly length = 1;

  /**
   * Takes the cloud and how far it has come.
   *
   * @param cloud The cloud.
   * @param changes How many of its changes are done.
   */
  constructor(readonly cloud: Cloud, readonly changes: number) {}

  /** Where the cloud lies. */
  box(): Box {
    return this.cloud.box;
  }

  /** The outline of where the cloud lies. */
  path(): string {
    const [left, top, right, bottom] = this.cloud.box;
    return `M${left} ${top}H${right}V${bottom}H${left}z`;
  }
}

/** The cloud that a mark shows, if it does. */
export function cloudOf({ geometry }: MovingMark): Cloud | undefined {
  const last = geometry instanceof MovingLines ? undefined : lastValue(geometry);
  return last instanceof CloudAfter ? last.cloud : undefined;
}
