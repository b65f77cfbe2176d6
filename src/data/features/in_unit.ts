/**
 * The name of an axis on which values are multiplied by a power of two, so that it tells their unit.
 *
 * @param name The name of the axis.
 * @param factor What values are multiplied by.
 */
export function inUnit(name: string, factor: number): string {
  return factor === 1 ? name : `${name} in 2^${-Math.log2(factor)}`;
}
