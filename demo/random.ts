/** A seeded source of chance: the same key gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The index drawn in proportion to the weights; at least one must be above zero. */
  weighted(weights: readonly number[]): number;
  /** A standard normal value (sum of twelve uniforms: no logarithms, so the same bits everywhere). */
  normal(): number;
  /** A log-normal value with the given median and sigma of the logarithm. */
  lognormal(median: number, sigma: number): number;
}

/** FNV-1a over UTF-16 units with a final avalanche: spreads neighbouring keys far apart. */
function hash(key: string, salt: number): number {
  let value = (0x811c9dc5 ^ salt) >>> 0;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * The sequence that belongs to a key (sfc32, Chris Doty-Humphrey's small fast counting generator).
 * Every appeal has a key of its own, so adding one appeal leaves the others as they were.
 */
export function randomOf(key: string): Random {
  let a = hash(key, 1);
  let b = hash(key, 2);
  let c = hash(key, 3);
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  }
  for (let round = 0; round < 12; round += 1) next();

  function normal(): number {
    let sum = -6;
    for (let term = 0; term < 12; term += 1) sum += next();
    return sum;
  }

  return {
    next,
    normal,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error("nothing to pick from an empty list");
      return list[Math.floor(next() * list.length)] as T;
    },
    weighted(weights) {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let left = next() * total;
      let last = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const weight = weights[index] ?? 0;
        if (weight <= 0) continue;
        last = index;
        left -= weight;
        if (left < 0) return index;
      }
      return last;
    },
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
