/**
 * BLAKE2b without a key (RFC 7693), for lengths that node:crypto does not offer: minisign protects its secret keys with
 * 32 bytes of it. Slow, for a hundred bytes; texts are hashed by node:crypto.
 *
 * @param length of the hash in bytes, 1 to 64
 */
export function blake2b(message: Uint8Array, length: number): Uint8Array {
  const state = initial.slice();
  state[0] = state[0]! ^ 0x01010000n ^ BigInt(length);
  const blocks = Math.max(1, Math.ceil(message.length / blockBytes));
  for (let block = 0; block < blocks; block++) {
    const bytes = new Uint8Array(blockBytes);
    bytes.set(message.subarray(block * blockBytes, (block + 1) * blockBytes));
    const isLast = block === blocks - 1;
    compress(state, new BigUint64Array(bytes.buffer), BigInt(isLast ? message.length : (block + 1) * blockBytes), isLast);
  }
  return new Uint8Array(state.buffer).slice(0, length);
}

const blockBytes = 128;
const word = (1n << 64n) - 1n;

const initial = BigUint64Array.of(
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
);

/** The order in which each round takes the words of a block; the last two rounds begin anew. */
const orders = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;

/** Columns, then diagonals. */
const quarters = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] as const;

function rotated(value: bigint, bits: bigint): bigint {
  return ((value >> bits) | (value << (64n - bits))) & word;
}

function compress(state: BigUint64Array, block: BigUint64Array, counted: bigint, isLast: boolean): void {
  const v = BigUint64Array.of(...state, ...initial);
  v[12] = v[12]! ^ counted;
  if (isLast) v[14] = v[14]! ^ word;
  for (let round = 0; round < 12; round++) {
    const order = orders[round % orders.length]!;
    for (const [quarter, [a, b, c, d]] of quarters.entries()) {
      mix(v, a, b, c, d, block[order[2 * quarter]!]!, block[order[2 * quarter + 1]!]!);
    }
  }
  for (let i = 0; i < 8; i++) state[i] = state[i]! ^ v[i]! ^ v[i + 8]!;
}

function mix(v: BigUint64Array, a: number, b: number, c: number, d: number, x: bigint, y: bigint): void {
  v[a] = v[a]! + v[b]! + x;
  v[d] = rotated(v[d]! ^ v[a]!, 32n);
  v[c] = v[c]! + v[d]!;
  v[b] = rotated(v[b]! ^ v[c]!, 24n);
  v[a] = v[a]! + v[b]! + y;
  v[d] = rotated(v[d]! ^ v[a]!, 16n);
  v[c] = v[c]! + v[d]!;
  v[b] = rotated(v[b]! ^ v[c]!, 63n);
}
