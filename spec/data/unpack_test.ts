import assert from "node:assert/strict";
import zlib from "node:zlib";
import fc from "fast-check";
import { snappyCompress } from "npm:hysnappy@1.1.1";
import { DataError } from "../../mod.ts";
import { unpacked } from "../../src/data/read/parquet/unpack.ts";

/** What packs bytes, by the number of its codec in Parquet, and a program nobody here wrote. */
const packers: readonly [name: string, codec: number, pack: (bytes: Uint8Array) => Uint8Array][] = [
  ["Snappy", 1, snappyCompress],
  ["gzip", 2, (bytes) => zlib.gzipSync(bytes)],
  ["Brotli", 4, (bytes) => zlib.brotliCompressSync(bytes)],
  ["Zstandard", 6, (bytes) => zlib.zstdCompressSync(bytes)],
  ["Zstandard at its best", 6, (bytes) =>
    zlib.zstdCompressSync(bytes, {
      params: {
        [zlib.constants.ZSTD_c_compressionLevel]: 19,
        [zlib.constants.ZSTD_c_checksumFlag]: 1,
      },
    })],
  ["LZ4", 7, lz4],
  ["LZ4 in the blocks of Hadoop", 5, (bytes) => hadoop(bytes)],
  ["LZ4 where blocks of Hadoop are expected", 5, lz4],
];

/** A block of LZ4: literals, and a match wherever the last four bytes came before. */
function lz4(bytes: Uint8Array): Uint8Array {
  const packed: number[] = [];
  const seen = new Map<number, number>();
  const length = (value: number) => {
    for (value -= 15; value >= 0; value -= 255) packed.push(Math.min(value, 255));
  };
  let from = 0;
  let at = 0;
  const literals = (match: number) => {
    packed.push(Math.min(at - from, 15) * 16 + Math.min(Math.max(match - 4, 0), 15));
    length(at - from);
    packed.push(...bytes.subarray(from, at));
  };
  while (at + 4 <= bytes.length - 5) {
    const key = bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
    const before = seen.get(key);
    seen.set(key, at);
    if (before === undefined || at - before > 65535) {
      at++;
      continue;
    }
    let match = 4;
    while (at + match < bytes.length - 5 && bytes[before + match] === bytes[at + match]) match++;
    literals(match);
    packed.push(at - before & 255, at - before >> 8);
    length(match - 4);
    from = at += match;
  }
  at = bytes.length;
  literals(0);
  return Uint8Array.from(packed);
}

function hadoop(bytes: Uint8Array): Uint8Array {
  const block = lz4(bytes);
  const packed = new Uint8Array(8 + block.length);
  new DataView(packed.buffer).setUint32(0, bytes.length);
  new DataView(packed.buffer).setUint32(4, block.length);
  packed.set(block, 8);
  return packed;
}

/** Bytes as they are in tables: repeated, near each other, or of no order at all. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.constantFrom("birch", "ash", "a longer word, ", "\0\0\0\0", "7"), { maxLength: 4000 })
    .map((words) => new TextEncoder().encode(words.join(""))),
  fc.tuple(fc.nat(255), fc.nat(200_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
  fc.array(fc.double({ noNaN: true }), { maxLength: 3000 }).map((numbers) =>
    new Uint8Array(Float64Array.from(numbers).buffer)
  ),
);

/** Longer texts, in which packers use all that their formats have. */
function texts(): string[] {
  let seed = 1982;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(seed / 2 ** 32 * below);
  };
  const many = <T>(count: number, item: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => item(i));
  return [
    many(4000, () => `${next(1e6) / 1000},${next(50)}`).join("\n"),
    // Letters of which some come far more often than others.
    many(60_000, () => String.fromCharCode(33 + Math.floor(90 * (next(1e6) / 1e6) ** 4))).join(""),
    many(3000, (i) => `{"id":${i},"name":"${["ash", "birch"][next(2)]}","x":${next(90)}}`).join(),
    many(900, (i) => `${"abcdefghij".slice(0, next(10))}${i % 7}${next(3)}--`).join(""),
  ];
}

for (const [name, codec, pack] of packers) {
  Deno.test(`long texts that are packed by ${name} are unpacked`, async () => {
    for (const text of texts()) {
      const bytes = new TextEncoder().encode(text);
      const plain = await unpacked(pack(bytes), codec, bytes.length);
      assert.equal(new TextDecoder().decode(plain), text);
    }
  });

  Deno.test(`what is packed by ${name} is unpacked`, async () => {
    const property = fc.asyncProperty(contents, async (bytes) => {
      const plain = await unpacked(pack(bytes), codec, bytes.length);
      assert.deepEqual(plain, bytes);
    });
    await fc.assert(property, { seed: 1982, numRuns: 60 });
  });

  Deno.test(`what is packed by ${name} becomes no longer than it says`, async () => {
    const bomb = pack(new Uint8Array(2 ** 22));
    assert(bomb.length < 2 ** 20);
    for (const length of [0, 1, 1000, 2 ** 22 - 1, 2 ** 22 + 1]) {
      await assert.rejects(() => unpacked(bomb, codec, length), DataError);
    }
  });

  Deno.test(`what is packed by ${name} and damaged is refused, or is of its length`, async () => {
    const words = Array.from({ length: 500 }, (_, i) => `${i * i % 97} birch`).join();
    const bytes = new TextEncoder().encode(words);
    const packed = pack(bytes);
    for (let at = 0; at < packed.length; at += 1 + (packed.length >> 8)) {
      for (const change of [0, 255, packed[at] ^ 128, packed[at] ^ 1]) {
        const damaged = packed.slice();
        damaged[at] = change;
        try {
          assert.equal((await unpacked(damaged, codec, bytes.length)).length, bytes.length);
        } catch (error) {
          assert(error instanceof DataError, `${at}: ${error}`);
        }
      }
    }
  });
}

Deno.test("a compression that Parquet does not have is told by its number", async () => {
  await assert.rejects(() => unpacked(new Uint8Array(3), 9, 3), /the compression 9, which is not/);
  await assert.rejects(() => unpacked(new Uint8Array(3), 3, 3), /the compression LZO, which is/);
});

Deno.test("what repeats bytes that were never there is refused", async () => {
  // Five bytes: one as it is, then four from one byte before the end, or from three.
  const snappy = (distance: number) => Uint8Array.of(5, 0, 97, 1, distance);
  assert.deepEqual([...await unpacked(snappy(1), 1, 5)], [97, 97, 97, 97, 97]);
  for (const distance of [0, 2, 3]) {
    await assert.rejects(() => unpacked(snappy(distance), 1, 5), /repeats nothing/);
  }
});

Deno.test("a block of Zstandard that goes on with tables that were never there is refused", async () => {
  // A frame of 3 bytes, its last block: no literals, one sequence, all tables those of before.
  const block = [0, 1, 0xfc, 1];
  const frame = Uint8Array.of(
    0x28,
    0xb5,
    0x2f,
    0xfd,
    0x20,
    3,
    block.length << 3 | 5,
    0,
    0,
    ...block,
  );
  await assert.rejects(() => unpacked(frame, 6, 3), /a table of Zstandard in it is missing/);
});
