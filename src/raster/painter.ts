import type { Scene } from "../film/scene/film.ts";
import { CloudAfter } from "../film/cloud/cloud.ts";
import { type Box, Polyline, Segments, Stamps } from "../film/scene/geometry.ts";
import type { Mark } from "../film/scene/mark.ts";
import type { Theme } from "../film/scene/theme.ts";
import { opaquePixel } from "./blend.ts";
import { CloudLayer } from "./cloud_layer.ts";
import type { Layer } from "./layer.ts";
import { LineLayer } from "./line_layer.ts";
import { PathLayer } from "./path_layer.ts";
import type { Sprite } from "./sprites.ts";
import { StampLayer } from "./stamp_layer.ts";
import { Tiles } from "./tiles.ts";

/**
 * Paints one scene of a film after another onto the same pixels, anew only in the tiles where
 * something has changed.
 */
export class Painter {
  /** The present scene: a pixel a number, red in the lowest bits, then green, blue, alpha. */
  readonly pixels: Int32Array;
  readonly #theme: Theme;
  readonly #tiles: Tiles;
  readonly #paper: number;
  /** Kept for all layers: a stamp looks the same wherever it is laid. */
  readonly #sprites = new Map<string, Sprite>();
  readonly #layers: Layer[] = [];

  /**
   * @param width In pixels.
   * @param height In pixels.
   * @param theme The colours of the scenes.
   * @param transparent Whether they have no background; pixels are then premultiplied.
   */
  constructor(
    readonly width: number,
    readonly height: number,
    theme: Theme,
    transparent: boolean = false,
  ) {
    this.#theme = theme;
    this.#tiles = new Tiles(width, height);
    this.#paper = transparent ? 0 : opaquePixel(theme.paper);
    this.pixels = new Int32Array(width * height).fill(this.#paper);
  }

  /**
   * Paints a scene, which must have the same marks as the one before, changed as they may be.
   *
   * @returns The boxes in which something may have changed; none where nothing has.
   */
  paint({ marks }: Scene): Box[] {
    const changed = new Set<number>();
    runsOf(marks).forEach((run, i) => {
      const layer = this.#layers[i] ??= this.#layerFor(run[0]);
      for (const tile of layer.update(run)) changed.add(tile);
    });
    const boxes = this.#tiles.boxes(changed);
    boxes.forEach((box) => this.#clear(box));
    for (const tile of changed) {
      for (const layer of this.#layers) layer.compose(tile, this.pixels);
    }
    return boxes;
  }

  #layerFor({ geometry }: Mark): Layer {
    if (geometry instanceof CloudAfter) return new CloudLayer(this.#tiles, this.#paper);
    if (geometry instanceof Stamps) return new StampLayer(this.#tiles, this.#theme, this.#sprites);
    if (geometry instanceof Segments || geometry instanceof Polyline) {
      return new LineLayer(this.#tiles, this.#theme);
    }
    return new PathLayer(this.#tiles, this.#theme);
  }

  #clear([left, top, right, bottom]: Box): void {
    for (let y = top; y < bottom; y++) {
      this.pixels.fill(this.#paper, y * this.width + left, y * this.width + right);
    }
  }
}

/** The marks of each layer: a path alone; the points, which stay while others move; other stamps. */
function runsOf(marks: readonly Mark[]): Mark[][] {
  const runs: Mark[][] = [];
  let before: string | undefined;
  for (const mark of marks) {
    const isStamp = mark.geometry instanceof Stamps;
    const kind = isStamp ? (mark.name === "points" ? "points" : "stamps") : undefined;
    if (kind !== undefined && kind === before) runs[runs.length - 1].push(mark);
    else runs.push([mark]);
    before = kind;
  }
  return runs;
}
