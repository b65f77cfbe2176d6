import type { Mark } from "../film/mark.ts";

/** Some neighbouring marks of a scene, ready to be laid over what lies behind them. */
export interface Layer {
  /**
   * Takes on the marks of another scene.
   *
   * @returns The tiles in which they differ from those before.
   */
  update(marks: readonly Mark[]): Set<number>;
  /** Lays what a tile shows of the marks over the pixels of a picture. */
  compose(tile: number, picture: Int32Array): void;
}

/** Whether a mark is not to be seen. */
export function isHidden({ opacity, width }: Mark): boolean {
  return opacity === 0 || width === 0;
}
