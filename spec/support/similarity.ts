/** The side of the squares that are compared, in pixels. */
const SIDE = 8;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/**
 * The structural similarity of two pictures, 1 where they are the same.
 *
 * Z. Wang, A. C. Bovik, H. R. Sheikh and E. P. Simoncelli, "Image Quality Assessment: From Error
 * Visibility to Structural Similarity", IEEE Transactions on Image Processing 13(4), 2004; here over
 * squares side by side.
 *
 * @param a Red, green, blue, alpha, row after row.
 * @param b The same of the other picture.
 */
export function similarity(a: Uint8Array, b: Uint8Array, width: number, height: number): number {
  const light = (pixels: Uint8Array, at: number) =>
    0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2];
  let total = 0;
  let squares = 0;
  for (let top = 0; top + SIDE <= height; top += SIDE) {
    for (let left = 0; left + SIDE <= width; left += SIDE) {
      let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + SIDE; y++) {
        for (let x = left; x < left + SIDE; x++) {
          const p = light(a, (y * width + x) * 4);
          const q = light(b, (y * width + x) * 4);
          sumA += p;
          sumB += q;
          sumAA += p * p;
          sumBB += q * q;
          sumAB += p * q;
        }
      }
      const n = SIDE * SIDE;
      const [meanA, meanB] = [sumA / n, sumB / n];
      const [varA, varB] = [sumAA / n - meanA ** 2, sumBB / n - meanB ** 2];
      const covariance = sumAB / n - meanA * meanB;
      total += ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
        ((meanA ** 2 + meanB ** 2 + C1) * (varA + varB + C2));
      squares++;
    }
  }
  return total / squares;
}
