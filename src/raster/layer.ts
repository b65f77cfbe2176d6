import type { Mark } from "../film/scene/mark.ts";

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

/** Whether a mark is drawn as another was: then there is nothing to do. */
export function isSame(before: Mark | undefined, mark: Mark): boolean {
  if (before === undefined) return false;
  for (const property in mark) {
    if (mark[property as keyof Mark] !== before[property as keyof Mark]) return false;
  }
  for (const property in before) if (!(property in mark)) return false;
  return true;
}
