import { visibleLabel } from "./label.ts";
import { shortDigest } from "./digest.ts";
import { DigestSet } from "./digestSet.ts";

/** Significant digits that a spreadsheet keeps. */
const digitsKept = 15;

const thousands = /^\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+$/;

/**
 * What is left of a number when the ways in which programs write it are taken off: an apostrophe or № before
 * it, separated thousands, the .0 that a spreadsheet adds as soon as one cell of the column is empty.
 */
function plainNumber(written: string): string {
  const text = visibleLabel(written)
    .replace(/^['’`]/, "")
    .replace(/^(?:№|N[ºo°]\.?) ?(?=\d)/iu, "");
  const bare = text.replace(/^(\d[\d \u202f\u2009’']*)[.,]0+$/, "$1");
  return thousands.test(bare) ? bare.replace(/\D/g, "") : bare;
}

function startsWithFigure(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** Whether a text is a number and nothing else, as nearly all are: no zero before it, and no more figures than a spreadsheet keeps. */
function isFigures(text: string): boolean {
  if (text.length > digitsKept || text.charCodeAt(0) === 48) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text !== "";
}

/** What stands where an appeal has no number. */
const noNumber =
  /^(?:б ?[./\\]? ?н\.?|без (?:номера|№)|нет(?: номера)?|не присвоен|no number|without number|unnumbered)$/iu;

/** Whether a cell of numbers says that there is none: all appeals that it says it of would else be one. */
export const saysNoNumber = (written: string): boolean =>
  written.length <= 20 && !startsWithFigure(written) && noNumber.test(visibleLabel(written));

const cyrillic = "АВЕКМНОРСТХУ";
const latin = "ABEKMHOPCTXY";

/** ОД‑12 / 2026 and OД-12/2026 are one number: letters that look alike, kinds of dashes and spaces do not tell two apart. */
function alike(number: string): string {
  return number
    .replace(/\s+/gu, "")
    .replace(/[‐-―−]/gu, "-")
    .replace(/[АВЕКМНОРСТХУ]/gu, (letter) => latin[cyrillic.indexOf(letter)] ?? letter);
}

/**
 * One number for one appeal, however its exports write it. An appeal keeps the number by which it was first seen, because
 * its address is made of it: of 0001001 and 1001 the one that came first stands for both.
 */
export class AppealNumbers {
  /** Digest of a number without leading zeros → the number that stands for it, where that is another text. */
  readonly #first: Map<number, string>;
  readonly #plain: DigestSet;

  /** @param kept what the numbers of earlier editions left; left out: there are none */
  constructor(kept?: AppealNumbers["kept"]) {
    this.#first = kept?.first ?? new Map<number, string>();
    this.#plain = kept ? DigestSet.of(kept.plain) : new DigestSet();
  }

  get kept(): { first: Map<number, string>; plain: DigestSet["kept"] } {
    return { first: this.#first, plain: this.#plain.kept };
  }

  /**
   * @param written the cell, not empty
   * @returns its number, and whether the same number was written in another way before
   */
  numberOf(written: string): { number: string; rewritten: boolean } {
    const isPlain = isFigures(written);
    const number = isPlain ? written : plainNumber(written);
    const bare = isPlain ? written : /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, "") : alike(number);
    const key = shortDigest(bare);
    const known = this.#first.get(key) ?? (this.#plain.has(key) ? bare : undefined);
    if (known !== undefined) return { number: known, rewritten: known !== number };
    if (number === bare) this.#plain.add(key);
    else this.#first.set(key, number);
    return { number, rewritten: false };
  }
}

/** 7,78012E+15: what a spreadsheet shows of a long number, and what it saves of it as text. */
const exponent = /^\d[.,]?\d*E\+\d{1,3}$/iu;
const fewestRounded = 3;

/** Watches a column of numbers for digits that a spreadsheet has lost: then different appeals bear the same number. */
export class LostDigits {
  #exponents = 0;
  /** Numbers of sixteen digits, every tenth of which ends in a zero anyway, and longer ones. */
  readonly #sixteen = { seen: 0, rounded: 0 };
  readonly #longer = { seen: 0, rounded: 0 };
  /** Line of the first such number. */
  line: number | undefined;

  add(number: string, line?: number): void {
    if (number.length <= digitsKept && !number.includes("+")) return;
    if (exponent.test(number)) this.#exponents += 1;
    else if (/^\d{16,}$/.test(number)) {
      const counts = number.length > digitsKept + 1 ? this.#longer : this.#sixteen;
      counts.seen += 1;
      if (!/^0+$/.test(number.slice(digitsKept))) return;
      counts.rounded += 1;
    } else return;
    this.line ??= line;
  }

  /** By chance a long number ends in zeros now and then, but not so often. */
  get lost(): boolean {
    const often = ({ seen, rounded }: { seen: number; rounded: number }, share: number): boolean =>
      rounded >= fewestRounded && rounded >= seen * share;
    return this.#exponents > 0 || often(this.#longer, 0.1) || often(this.#sixteen, 0.6);
  }
}
