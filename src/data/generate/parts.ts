import type { Random } from "../../kmeans/random.ts";

/** A place in the square from −1 to 1. */
export type Place = readonly [x: number, y: number];

/** A part of a shape: its share of the points, and a place in it by chance. */
export interface Part {
  readonly share: number;
  /** @param noise The deviation that `spread` asks for, in the same square. */
  readonly place: (random: Random, noise: number) => Place;
}

/** The place at a radius and an angle, in radians, from the middle. */
export function around(radius: number, angle: number): Place {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Points along a line, `t` from 0 to 1, blurred by a share of the noise. */
export function curve(share: number, line: (t: number) => Place, blur = 0.7): Part {
  return {
    share,
    place: (random, noise) => {
      const [x, y] = line(random.uniform());
      return [x + blur * noise * random.normal(), y + blur * noise * random.normal()];
    },
  };
}

/** A ring with as many points as it is long. */
export function ring(radius: number): Part {
  return curve(radius, (t) => around(radius, 2 * Math.PI * t), 0.4);
}

export function box(share: number, [left, bottom]: Place, [right, top]: Place): Part {
  return {
    share,
    place: (random) => [
      left + (right - left) * random.uniform(),
      bottom + (top - bottom) * random.uniform(),
    ],
  };
}

export function disc(share: number, [x, y]: Place, deviation: number): Part {
  return {
    share,
    place: (random) => [x + deviation * random.normal(), y + deviation * random.normal()],
  };
}

/** A cluster stretched along a diagonal. */
export function stretched([x, y]: Place): Part {
  return {
    share: 1,
    place: (random, noise) => {
      const along = 0.32 * random.normal();
      const across = 0.6 * noise * random.normal();
      return [x + (along - across) * Math.SQRT1_2, y + (along + across) * Math.SQRT1_2];
    },
  };
}
