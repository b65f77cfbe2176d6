/** Draws a seed that is easy to type again: a whole number below a million. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
