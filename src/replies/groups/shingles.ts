/** Words of a shingle (Broder 1997): three tell official texts apart; five lose those with a word changed here and there. */
const shingleWords = 3;

const hashes = new Map<string, number>();
/** Words of a language come back; those that do not must not fill the memory. */
const mostHashes = 500_000;

/** MurmurHash3's last step: every bit of a number moves every bit of the result. */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units, mixed: of the word alone, so that nothing depends on which words came before. */
function hashOfWord(word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  if (hashes.size >= mostHashes) hashes.clear();
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  hash = mixed(hash);
  hashes.set(word, hash);
  return hash;
}

/** The shingle of each place of a text, as 32 bits: of `words.length - 2` places, of none where there are fewer than three words. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const hashed = new Uint32Array(words.length);
  for (let at = 0; at < words.length; at += 1) hashed[at] = hashOfWord(words[at]!);
  const shingles = new Uint32Array(Math.max(0, words.length - shingleWords + 1));
  for (let at = 0; at < shingles.length; at += 1)
    shingles[at] = mixed(
      Math.imul(hashed[at]!, 0x9e3779b1) ^
        Math.imul(hashed[at + 1]!, 0x7feb352d) ^
        Math.imul(hashed[at + 2]!, 0x846ca68b),
    );
  return shingles;
}

/** Each set has a sketch of 512 bits, one of them set for each shingle. */
const sketchWords = 16;

/** How many bits of a 32-bit number are set (Warren, Hacker's Delight, 5-1). */
function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function grown(array: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  if (needed <= array.length) return array;
  const larger = new Uint32Array(Math.ceil(needed * 1.5));
  larger.set(array);
  return larger;
}

/** The shingles of many texts as sorted sets, one behind the other in one array. */
export class ShingleSets {
  #shingles = new Uint32Array(1 << 16);
  #sketches = new Uint32Array(1 << 12);
  readonly #starts = [0];
  /** Where a text is stored; null: in the order in which they came. */
  #slots: Uint32Array | null = null;

  get size(): number {
    return this.#starts.length - 1;
  }

  /** Takes the shingles of one more text; the text has the number `size` had before. Sorts what it is given. */
  add(shingles: Uint32Array): void {
    let end = this.#starts.at(-1)!;
    this.#shingles = grown(this.#shingles, end + shingles.length);
    this.#sketches = grown(this.#sketches, (this.size + 1) * sketchWords);
    const sketch = this.#sketches.subarray(this.size * sketchWords);
    let last = -1;
    for (const shingle of shingles.sort()) {
      if (shingle !== last) this.#shingles[end++] = shingle;
      sketch[(shingle >>> 5) % sketchWords]! |= 1 << (shingle & 31);
      last = shingle;
    }
    this.#starts.push(end);
  }

  /** Gives the texts other numbers, for good: text i is then the one that had the number `order[i]`. */
  arrange(order: readonly number[]): void {
    this.#slots = Uint32Array.from(order);
  }

  /** The shingles of a text, each once, from the least on. */
  of(text: number): Uint32Array {
    const slot = this.#slotOf(text);
    return this.#shingles.subarray(this.#starts[slot], this.#starts[slot + 1]);
  }

  #slotOf(text: number): number {
    return this.#slots === null ? text : this.#slots[text]!;
  }

  /** The Jaccard index of two texts, shared shingles by all shingles of both, where it is at least `least`; else 0. */
  jaccard(oneText: number, otherText: number, least: number): number {
    const shingles = this.#shingles;
    const [one, other] = [this.#slotOf(oneText), this.#slotOf(otherText)];
    let [a, b] = [this.#starts[one]!, this.#starts[other]!];
    const [endOfA, endOfB] = [this.#starts[one + 1]!, this.#starts[other + 1]!];
    const both = endOfA - a + (endOfB - b);
    if (both === 0) return 0;
    // shared / (both - shared) >= least  ⇔  shared >= least * both / (1 + least)
    const needed = (least * both) / (1 + least) - 1e-9;
    if (this.#mostShared(one, other) < needed) return 0;
    let shared = 0;
    while (a < endOfA && b < endOfB && shared + Math.min(endOfA - a, endOfB - b) >= needed) {
      const difference = shingles[a]! - shingles[b]!;
      if (difference === 0) shared += 1;
      if (difference <= 0) a += 1;
      if (difference >= 0) b += 1;
    }
    return shared >= needed ? shared / (both - shared) : 0;
  }

  /** No more shingles than these can be shared by what two slots hold: a bit that only one sketch has stands for a shingle that only one text has. */
  #mostShared(one: number, other: number): number {
    const sketches = this.#sketches;
    let [onlyOne, onlyOther] = [0, 0];
    for (let word = 0; word < sketchWords; word += 1) {
      const [a, b] = [sketches[one * sketchWords + word]!, sketches[other * sketchWords + word]!];
      onlyOne += bitsOf(a & ~b);
      onlyOther += bitsOf(b & ~a);
    }
    const sizeOf = (text: number): number => this.#starts[text + 1]! - this.#starts[text]!;
    return Math.min(sizeOf(one) - onlyOne, sizeOf(other) - onlyOther);
  }
}
