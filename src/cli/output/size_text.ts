/** An amount of bytes, for people. */
export function sizeText(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${Number(size.toPrecision(3))} ${unit}`;
}
