/**
 * The 64-bit FNV-1a hash of a text, its UTF-16 units taken for bytes: quick, at once, and nothing
 * that secrets could rest on. G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake and T. Hansen, "The FNV
 * Non-Cryptographic Hash Algorithm", RFC 9923, 2025.
 */
export function fnv1a(text: string): bigint {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    // Times the prime 2^40 + 0x1b3, in two halves.
    const mixed = (low ^ text.charCodeAt(i)) >>> 0;
    const product = mixed * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (mixed << 8)) >>> 0;
    low = product >>> 0;
  }
  return BigInt(high) << 32n | BigInt(low);
}
