import { cyrillicPages, likeliestPage, pageTables, type CodePage } from "./codePage.ts";
import { macOrWindows, serbianLetter } from "./macOrWindows.ts";

/** Pairs of letters after which a run of lines is judged by itself, at the end of its line. */
const pairsPerBlock = 60;
/** Shares of common pairs. Russian lines have four in ten and more in their own code page, and three in ten at most in another. */
const isRussian = 0.38;
const isGibberish = 0.3;
/** Lines of both kinds: fewer than one in twenty of either are damage. */
const fewestOfMixed = 0.05;
const fewestLines = 3;

/** Lines that are judged together. */
interface Block {
  line: number;
  lines: number;
  allPairs: number;
  /** Common pairs by code page. */
  pairs: Uint32Array;
}

const newBlock = (line: number): Block => ({
  line,
  lines: 0,
  allPairs: 0,
  pairs: new Uint32Array(cyrillicPages.length),
});

/**
 * Looks at every byte above 127 of a text that is not wholly UTF-8, in one pass: whether it is part of valid UTF-8, how many
 * of them stand together, which letters they would be in each code page, and whether that is the same all the way down.
 */
export class HighBytes {
  /** How often each byte from 128 occurs in a run of three and more: in words of a non-Latin script. */
  readonly #inWords = new Float64Array(256);
  /** High bytes in shorter runs: accented letters in Latin words, single signs. */
  #apart = 0;
  #validSequences = 0;
  #damaged = 0;
  readonly #run: number[] = [];
  #needed = 0;
  #line = 1;
  /** The line that is being read: whether it has high bytes, and how many sequences in it are UTF-8 and how many are none. */
  #isHigh = false;
  #validInLine = 0;
  #brokenInLine = 0;
  readonly #utf8 = { lines: 0, first: 0 };
  readonly #other = { lines: 0, first: 0 };
  #block = newBlock(1);
  #allPairs = 0;
  readonly #pairs = new Float64Array(cyrillicPages.length);
  /** Words of the line that begin as in Mac Cyrillic, and as in Windows-1251; the lines with words of the one kind alone. */
  readonly #begin = { mac: 0, windows: 0 };
  readonly #mac = { lines: 0, first: 0 };
  readonly #windows = { lines: 0, first: 0 };
  /** The code page of the first lines that are Russian, and how many lines are that in it, and in another alone. */
  #page: number | null = null;
  readonly #lines = { all: 0, own: 0, foreign: 0, firstForeign: 0 };

  add(chunk: Buffer): void {
    for (const byte of chunk) {
      if (byte < 128) {
        if (this.#needed > 0) this.#break();
        this.#needed = 0;
        if (this.#run.length > 0) this.#endRun();
        if (byte === 10 || byte === 13) this.#endLine(byte === 10);
        continue;
      }
      this.#isHigh = true;
      if (this.#run.length < 4096) this.#run.push(byte);
      if ((byte & 0xc0) === 0x80) {
        if (this.#needed === 0) this.#break();
        else if (--this.#needed === 0) {
          this.#validSequences += 1;
          this.#validInLine += 1;
        }
        continue;
      }
      if (this.#needed > 0) this.#break();
      this.#needed = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    }
  }

  /** Call when the text is over. */
  end(): void {
    if (this.#needed > 0) this.#break();
    if (this.#run.length > 0) this.#endRun();
    this.#endLine(false);
    this.#endBlock();
  }

  #break(): void {
    this.#damaged += 1;
    this.#brokenInLine += 1;
  }

  #endRun(): void {
    const run = this.#run;
    if (run.length < 3) this.#apart += run.length;
    else {
      const { commonPairs } = pageTables();
      const kind = macOrWindows(run);
      if (kind !== null) this.#begin[kind] += 1;
      for (let at = 0; at < run.length; at += 1) {
        const byte = run[at]!;
        this.#inWords[byte]! += 1;
        if (at === 0) continue;
        this.#block.allPairs += 1;
        const common = commonPairs[((run[at - 1]! & 127) << 7) | (byte & 127)]!;
        for (let page = 0; common >> page > 0; page += 1) if ((common >> page) & 1) this.#block.pairs[page]! += 1;
      }
    }
    run.length = 0;
  }

  #endLine(counts: boolean): void {
    if (this.#isHigh) {
      // A text that was cut to some number of bytes ends with half a letter, and is UTF-8 all the same.
      const kind = this.#brokenInLine * 2 > this.#validInLine ? this.#other : this.#utf8;
      if (kind.lines === 0) kind.first = this.#line;
      kind.lines += 1;
      this.#block.lines += 1;
    }
    const { mac, windows } = this.#begin;
    if (mac > 0 !== windows > 0) {
      const kind = mac > 0 ? this.#mac : this.#windows;
      if (kind.lines === 0) kind.first = this.#line;
      kind.lines += 1;
    }
    this.#begin.mac = this.#begin.windows = 0;
    this.#isHigh = false;
    this.#validInLine = 0;
    this.#brokenInLine = 0;
    if (counts) this.#line += 1;
    if (this.#block.allPairs >= pairsPerBlock) this.#endBlock();
  }

  #endBlock(): void {
    const { line, lines, allPairs, pairs } = this.#block;
    this.#block = newBlock(this.#line);
    if (allPairs === 0) return;
    this.#allPairs += allPairs;
    for (const [page, count] of pairs.entries()) this.#pairs[page]! += count;
    const most = Math.max(...pairs);
    const russian = most >= allPairs * isRussian;
    if (russian) this.#page ??= pairs.indexOf(most);
    this.#lines.all += lines;
    if (this.#page === null || pairs[this.#page]! > allPairs * isGibberish) this.#lines.own += lines;
    else if (russian) {
      if (this.#lines.foreign === 0) this.#lines.firstForeign = line;
      this.#lines.foreign += lines;
    }
  }

  /** Whether nearly all sequences are UTF-8: then it is damaged UTF-8. */
  get isUtf8(): boolean {
    return this.#validSequences > this.#damaged * 10;
  }

  /** Sequences that are no UTF-8. */
  get damaged(): number {
    return this.#damaged;
  }

  /**
   * Where the bytes stand in words of their own, the Cyrillic code page in which they look most like Russian; where they
   * stand one by one among Latin letters, Windows-1252.
   */
  get codePage(): CodePage {
    const letters = this.#inWords.reduce((sum, count) => sum + count, 0);
    if (letters <= this.#apart) return "windows-1252";
    return likeliestPage(this.#inWords, this.#pairs, this.#allPairs);
  }

  /** The line from which on a text of many lines is in another encoding than before; null where it is in one. */
  get otherEncodingFrom(): number | null {
    const [utf8, other] = [this.#utf8, this.#other];
    if (isMany(utf8.lines, utf8.lines + other.lines) && isMany(other.lines, utf8.lines + other.lines))
      return Math.max(utf8.first, other.first);
    if (this.isUtf8) return null;
    const { all, own, foreign, firstForeign } = this.#lines;
    if (isMany(foreign, all) && isMany(own, all)) return firstForeign;
    if (this.#inWords[serbianLetter]! * 200 > this.#inWords.reduce((sum, count) => sum + count, 0)) return null;
    const [mac, windows] = [this.#mac, this.#windows];
    const told = mac.lines + windows.lines;
    return isMany(mac.lines, told) && isMany(windows.lines, told) ? Math.max(mac.first, windows.first) : null;
  }
}

function isMany(lines: number, all: number): boolean {
  return lines >= Math.max(fewestLines, all * fewestOfMixed);
}
