const ROOT = 0;
const MISSING = -1;
const HAS_LEAF = 1 << 8;
const EXTENSION = 1 << 9;
/** A child belongs to its parent when its byte matches and it is no leaf. */
const LABEL_MASK = 0x8000_00ff;
/** Byte that separates a word from its payload. */
export const SEPARATOR = 1;

/**
 * A word graph as written by dawgdic: a double array of 32-bit units and a guide for walking it.
 * Words are bytes in windows-1251. Format: github.com/pytries/DAWG, and the files of the package `az`.
 */
export class WordGraph {
  readonly #units: Uint32Array;
  readonly #guide: Uint8Array;

  /** @param bytes the whole file: count of units, units, count of guide pairs, guide */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const unitCount = view.getUint32(0, true);
    this.#units = new Uint32Array(bytes.buffer.slice(bytes.byteOffset + 4, bytes.byteOffset + 4 + unitCount * 4));
    const guideStart = unitCount * 4 + 8;
    this.#guide = bytes.subarray(guideStart, guideStart + view.getUint32(unitCount * 4 + 4, true) * 2);
  }

  #offset(unit: number): number {
    return (unit >>> 10) << ((unit & EXTENSION) >>> 6);
  }

  /** The node reached from `node` by one byte, or -1. */
  step(node: number, byte: number): number {
    const next = (node ^ this.#offset(this.#units[node] ?? 0) ^ byte) >>> 0;
    return ((this.#units[next] ?? 0) & LABEL_MASK) >>> 0 === byte ? next : MISSING;
  }

  /** The node reached by a word from the root, or -1. */
  walk(bytes: Uint8Array, length: number): number {
    let node = ROOT;
    for (let index = 0; index < length && node !== MISSING; index += 1) node = this.step(node, bytes[index] ?? 0);
    return node;
  }

  /** The number stored at a node, or -1. */
  valueAt(node: number): number {
    const unit = this.#units[node] ?? 0;
    if ((unit & HAS_LEAF) === 0) return MISSING;
    return (this.#units[(node ^ this.#offset(unit)) >>> 0] ?? 0) & 0x7fff_ffff;
  }

  /** Every payload under a node: the byte strings that end in a leaf. */
  payloads(node: number): number[][] {
    const found: number[][] = [];
    const visit = (at: number, path: number[]): void => {
      if (((this.#units[at] ?? 0) & HAS_LEAF) !== 0) found.push(path);
      let label = this.#guide[at * 2] ?? 0;
      while (label !== 0) {
        const child = this.step(at, label);
        if (child === MISSING) return;
        visit(child, [...path, label]);
        label = this.#guide[child * 2 + 1] ?? 0;
      }
    };
    visit(node, []);
    return found;
  }
}

/** Payload bytes carry seven bits each in a pair, the first bit flipped so that no byte is zero. */
export function payloadNumber(payload: readonly number[], index: number): number {
  return (((payload[index * 2] ?? 0) ^ 1) << 6) + ((payload[index * 2 + 1] ?? 0) >> 1);
}

/** Byte of a letter in windows-1251, or 0 for a character that no word of the dictionary holds. */
export function wordByte(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x350;
  if (code === 0x451) return 0xb8;
  if (code === 0x401) return 0xa8;
  return 0;
}
