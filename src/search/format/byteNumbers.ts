/** Whole numbers as bytes, seven bits in each, the lowest first (LEB128): small ones take one byte. */

/** Bytes that grow as numbers are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 12);
  length = 0;

  #room(size: number): void {
    if (this.length + size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + size));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** @param number whole, from 0 to 2^32 - 1 */
  number(number: number): void {
    this.#room(5);
    let left = number;
    for (; left > 0x7f; left >>>= 7) this.#bytes[this.length++] = (left & 0x7f) | 0x80;
    this.#bytes[this.length++] = left;
  }

  /** Rising numbers as the steps between them, the first as it is. */
  steps(numbers: Iterable<number>): void {
    let last = 0;
    for (const number of numbers) {
      this.number(number - last);
      last = number;
    }
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, or a part of it; good until more is written. */
  part(from = 0, to = this.length): Uint8Array {
    return this.#bytes.subarray(from, to);
  }
}

/** Reads what ByteWriter wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  private get left(): number {
    return this.#bytes.length - this.position;
  }

  /** @throws RangeError where the bytes end before the number */
  number(): number {
    for (let number = 0, weight = 1; this.position < this.#bytes.length; weight *= 128) {
      const byte = this.#bytes[this.position++] ?? 0;
      number += (byte & 0x7f) * weight;
      if (byte < 0x80) return number;
    }
    throw new RangeError("Too few bytes");
  }

  /** `count` rising numbers. @throws RangeError where there are fewer */
  steps(count: number): Uint32Array {
    if (count > this.left) throw new RangeError("Too few bytes");
    let last = 0;
    const numbers = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) numbers[at] = last += this.number();
    return numbers;
  }

  /** @throws RangeError where there are fewer */
  bytes(count: number): Uint8Array {
    if (count > this.left) throw new RangeError("Too few bytes");
    return this.#bytes.subarray(this.position, (this.position += count));
  }

  /** @throws RangeError where there is more to read */
  end(): void {
    if (this.left !== 0) throw new RangeError("A list of another length");
  }
}
