/** Into how many equal parts a pixel is divided to tell how much of it is covered: 8 by 8. */
export const SHARES = 64;

const SIDE = Math.sqrt(SHARES);

/** What a marker covers that stands in the middle of a pixel. */
export interface Footprint {
  /** How many pixels it reaches beyond its own, on every side. */
  readonly reach: number;
  /** The pixels it covers, from its own, and how much it covers of each, in {@link SHARES}. */
  readonly pixels: readonly (readonly [right: number, down: number, share: number])[];
}

/**
 * The footprint of a dot.
 *
 * @param diameter In pixels.
 */
export function dotPrint(diameter: number): Footprint {
  const radius = diameter / 2;
  return footprint(radius, (x, y) => Math.hypot(x, y) <= radius);
}

/**
 * The footprint of a diagonal cross.
 *
 * @param arm How far its arms reach to the right and down, in pixels.
 * @param width The width of its strokes, in pixels.
 */
export function crossPrint(arm: number, width: number): Footprint {
  const isOn = (along: number, across: number) =>
    Math.abs(along) <= arm * Math.SQRT2 && Math.abs(across) <= width / 2;
  return footprint(arm + width / 2, (x, y) => {
    const [down, up] = [(x + y) * Math.SQRT1_2, (x - y) * Math.SQRT1_2];
    return isOn(down, up) || isOn(up, down);
  });
}

/** Counts, for each pixel, the parts whose middle a marker covers. */
function footprint(radius: number, covers: (x: number, y: number) => boolean): Footprint {
  const reach = Math.ceil(radius - 0.5);
  const pixels: [number, number, number][] = [];
  for (let down = -reach; down <= reach; down++) {
    for (let right = -reach; right <= reach; right++) {
      let share = 0;
      for (let i = 0; i < SHARES; i++) {
        const x = right - 0.5 + (i % SIDE + 0.5) / SIDE;
        const y = down - 0.5 + (Math.floor(i / SIDE) + 0.5) / SIDE;
        if (covers(x, y)) share++;
      }
      if (share > 0) pixels.push([right, down, share]);
    }
  }
  return { reach, pixels };
}
