/** A part of a file: bytes, or a text in UTF-8. */
export type Part = Uint8Array | readonly number[] | string;

/** Bytes put together. */
export function joined(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  return joinedAll(parts);
}

/** As {@link joined}, of any number of parts: a call takes some 100,000 arguments at the most. */
export function joinedAll(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part) : part
  );
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of bytes) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** A number in two bytes, the higher first. */
export function u16(value: number): number[] {
  return [value >> 8 & 255, value & 255];
}

/** Numbers in four bytes each, the highest first: as many as there are frames, say. */
export function u32s(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setUint32(4 * i, values[i]);
  return bytes;
}

/** A number in four bytes, the highest first. */
export function u32(value: number): number[] {
  return [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255];
}
