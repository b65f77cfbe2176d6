import { broken } from "./broken.ts";

/** What is unpacked, of a length that is known: more is refused before it is made. */
export class Output {
  /** How many bytes there are. */
  at = 0;
  readonly bytes: Uint8Array;

  /** @param length How many there will be. */
  constructor(length: number) {
    this.bytes = new Uint8Array(length);
  }

  /** Checks that there is room for more. */
  room(length: number): void {
    if (length > this.bytes.length - this.at) broken("what is packed in it is too long");
  }

  /** Adds bytes. */
  add(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Adds bytes that stand `distance` before the end, those it adds among them. */
  repeat(distance: number, length: number, since = 0): void {
    this.room(length);
    const { bytes, at } = this;
    if (!(distance >= 1 && distance <= at - since)) broken("what is packed in it repeats nothing");
    if (distance >= length && length > 16) {
      bytes.copyWithin(at, at - distance, at - distance + length);
    } else for (let i = at; i < at + length; i++) bytes[i] = bytes[i - distance];
    this.at += length;
  }

  /** All of it. */
  whole(): Uint8Array {
    return this.at === this.bytes.length ? this.bytes : broken("what is packed in it is too short");
  }
}
