import { alphaOf, Cloud, type CloudAfter } from "../film/cloud/cloud.ts";
import type { Mark } from "../film/scene/mark.ts";
import { dimmed, opaquePixel, over } from "./blend.ts";
import type { Layer } from "./layer.ts";
import type { Tiles } from "./tiles.ts";

/** A cloud of points: its pixels are laid where they are, and anew only where one changes. */
export class CloudLayer implements Layer {
  readonly #tiles: Tiles;
  #drawn: CloudAfter | undefined;
  #place = "";
  #left = 0;
  #top = 0;
  /** The premultiplied pixel of each colour at each level, and what it looks like on paper. */
  #pixels: Int32Array = new Int32Array();
  #onPaper: Int32Array = new Int32Array();
  /** The colours of the pixels now. */
  #shown: Uint8Array = new Uint8Array();
  readonly #paper: number;

  /**
   * @param tiles Of the picture.
   * @param paper The pixel that is most often behind the cloud.
   */
  constructor(tiles: Tiles, paper: number) {
    this.#tiles = tiles;
    this.#paper = paper;
  }

  update([{ geometry, translate: [dx, dy] = [0, 0] }]: readonly Mark[]): Set<number> {
    const before = this.#drawn;
    const now = geometry as CloudAfter;
    const { cloud, changes } = now;
    const place = `${dx} ${dy}`;
    const isSame = before?.cloud === cloud && this.#place === place;
    this.#drawn = now;
    if (isSame && before.changes === changes) return new Set();
    if (isSame && before.changes < changes) {
      cloud.recolor(this.#shown, before.changes, changes);
      return this.#changed(before.changes);
    }
    const gone = before ? this.#whole(before) : [];
    this.#place = place;
    this.#left = cloud.box[0] + Math.round(dx);
    this.#top = cloud.box[1] + Math.round(dy);
    this.#pixels = pixelsOf(cloud);
    this.#onPaper = this.#pixels.map((pixel) => over(pixel, this.#paper));
    this.#shown = new Uint8Array(cloud.levels.length);
    cloud.recolor(this.#shown, 0, changes);
    return new Set([...gone, ...this.#whole(now)]);
  }

  compose(tile: number, picture: Int32Array): void {
    const { levels, width, height } = this.#drawn!.cloud;
    const shown = this.#shown;
    const pixels = this.#pixels;
    const onPaper = this.#onPaper;
    const paper = this.#paper;
    const [left, top, right, bottom] = this.#tiles.box(tile);
    const firstColumn = Math.max(left, this.#left);
    const lastColumn = Math.min(right, this.#left + width);
    const lastRow = Math.min(bottom, this.#top + height);
    for (let row = Math.max(top, this.#top); row < lastRow; row++) {
      const from = (row - this.#top) * width - this.#left;
      const to = row * this.#tiles.width;
      for (let column = firstColumn; column < lastColumn; column++) {
        const level = levels[from + column];
        if (level === 0) continue;
        const look = shown[from + column] * (Cloud.LEVELS + 1) + level;
        const back = picture[to + column];
        picture[to + column] = back === paper ? onPaper[look] : over(pixels[look], back);
      }
    }
  }

  /** The tiles in which pixels have changed since so many changes. */
  #changed(done: number): Set<number> {
    const { cloud, changes } = this.#drawn!;
    const { width } = cloud;
    const tiles = new Set<number>();
    let last: number | undefined;
    const note = (pixel: number) => {
      const column = this.#left + pixel % width;
      const row = this.#top + Math.floor(pixel / width);
      const tile = this.#tiles.at(column, row);
      if (tile !== undefined && tile !== last) tiles.add(last = tile);
    };
    cloud.changes.slice(done, changes).forEach(({ pixels }) => pixels.forEach(note));
    return tiles;
  }

  /** The tiles that a cloud touches where it is. */
  #whole({ cloud: { width, height } }: CloudAfter): Iterable<number> {
    return this.#tiles.touching([
      this.#left,
      this.#top,
      this.#left + width - 1,
      this.#top + height - 1,
    ]);
  }
}

function pixelsOf({ colors }: Cloud): Int32Array {
  const opaque = colors.map(opaquePixel);
  const levels = Cloud.LEVELS + 1;
  return Int32Array.from(
    { length: colors.length * levels },
    (_, i) => dimmed(opaque[Math.floor(i / levels)], alphaOf(i % levels)),
  );
}
