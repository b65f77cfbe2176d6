/** The longest code there may be, in bits. */
const LONGEST = 15;

/**
 * The lengths of the codes that say a text of symbols in the fewest bits; none is longer than 15.
 *
 * D. A. Huffman, "A Method for the Construction of Minimum-Redundancy Codes", Proceedings of the IRE
 * 40(9), 1952.
 *
 * @param counts How often each symbol comes, at least two of them at all.
 * @returns The length of the code of each; 0 of what never comes.
 */
export function codeLengths(counts: ArrayLike<number>): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const parents = new Map<number, number>();
  const open = Array.from(counts, (count, node) => ({ count, node })).filter(({ count }) =>
    count > 0
  );
  for (let node = counts.length; open.length > 1; node++) {
    open.sort((a, b) => b.count - a.count || b.node - a.node);
    const [a, b] = [open.pop()!, open.pop()!];
    parents.set(a.node, node).set(b.node, node);
    open.push({ count: a.count + b.count, node });
  }
  for (let symbol = 0; symbol < counts.length; symbol++) {
    for (let at = parents.get(symbol); at !== undefined; at = parents.get(at)) lengths[symbol]++;
  }
  if (lengths.every((length) => length <= LONGEST)) return lengths;
  // Rare symbols that are taken to be less rare have shorter codes.
  return codeLengths(Array.from(counts, (count) => Math.ceil(count / 2)));
}

/** The codes of such lengths, in the order of RFC 1951, 3.2.2: the first bit is the lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST; length++, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
    }
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}
