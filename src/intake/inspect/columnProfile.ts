import { type DateEvidence, newEvidence, weigh } from "../dateEvidence.ts";
import { shortDigest } from "../digest.ts";
import { DigestSet } from "../digestSet.ts";
import { visibleLabel } from "../label.ts";
import { looksLikePerson } from "../../model/personName.ts";
import { writtenDate } from "../readDate.ts";
import { ownCopy } from "../ownCopy.ts";

/** What one column holds, without any of its values. */
export interface ColumnProfile {
  /** 1-based. */
  number: number;
  header: string;
  filled: number;
  dates: number;
  figures: number;
  /** Figures that are days as a workbook counts them, from 1990 to 2099. */
  serials: number;
  /** How many of its different values name people. */
  persons: number;
  /** In how many rows such a value stands. */
  personRows: number;
  /** Number of different values. */
  distinct: number;
  /** Values that are figures with a fraction: measurements and coordinates, no numbers of appeals. */
  fractions: number;
  /** True where the values are 1, 2, 3 … in the order of the rows. */
  countsRows: boolean;
  /** Letters of the values' beginnings that are Cyrillic, and all of them. */
  cyrillic: number;
  letters: number;
  length: { mean: number; longest: number };
  evidence: DateEvidence;
  /** The forms of its values from the most frequent: figures as 9, letters as a or A. Only for short values. */
  shapes: string[];
  /** Different values with their numbers, where they are so few that they are labels. Not for publication as they are. */
  labels: Map<string, number>;
}

/** Different values that are kept; of any further ones only digests are. */
const mostKept = 20_000;
const longestKept = 200;
/** So many values are looked at for people: a list of agencies has fewer. */
const judged = 2000;
const mostLabels = 3000;
const longestShape = 32;

/** "03.10.2026" is "99.99.9999", "Минстрой" is "Аа+": what a value looks like without what it says. */
export function shapeOf(text: string): string {
  return text
    .slice(0, longestShape)
    .replace(/\p{Nd}/gu, "9")
    .replace(/\p{Lu}/gu, "A")
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, "a")
    .replace(/a{2,}/g, "a+")
    .replace(/A{2,}/g, "A+")
    .replace(/9{5,}/g, "9+");
}

/** Takes in a column value by value. */
export class ColumnProfiler {
  readonly #number: number;
  readonly #header: string;
  readonly #isPerson: (label: string) => boolean;
  readonly #evidence = newEvidence();
  readonly #values = new Map<string, number>();
  readonly #beyond = new DigestSet();
  readonly #shapes = new Map<string, number>();
  #filled = 0;
  #dates = 0;
  #figures = 0;
  #serials = 0;
  readonly #persons = new Set<string>();
  #personRows = 0;
  #fractions = 0;
  #counted = 0;
  #cyrillic = 0;
  #alphabetic = 0;
  #letters = 0;
  #longest = 0;

  /** @param isPerson whether a short value names a person */
  constructor(number: number, header: string, isPerson: (label: string) => boolean = looksLikePerson) {
    this.#isPerson = isPerson;
    this.#number = number;
    this.#header = header;
  }

  /** @param text a cell that is not empty, without spaces at its ends */
  add(text: string): void {
    this.#filled += 1;
    this.#letters += text.length;
    this.#longest = Math.max(this.#longest, text.length);
    if (text.length <= 40) {
      const written = writtenDate(text);
      // A bare number may be a date of a workbook; it is one only where the header says so.
      if (written && written.form !== "serial") {
        this.#dates += 1;
        weigh(this.#evidence, text);
      } else if (written && /^\d{5}(?:[.,]\d+)?$/.test(text)) this.#serials += 1;
      if (/^[-+]?\d+(?:[.,]\d+)?$/.test(text)) this.#figures += 1;
      if (/^[-+]?\d+[.,]\d*[1-9]\d*$/.test(text)) this.#fractions += 1;
      if (Number(text) === this.#filled) this.#counted += 1;
    }
    const known = this.#values.get(text);
    if (this.#persons.has(text)) this.#personRows += 1;
    if (known !== undefined) this.#values.set(text, known + 1);
    else if (this.#values.size >= mostKept || text.length > longestKept) {
      if (this.#beyond.add(shortDigest(text))) this.#countLetters(text);
    } else {
      this.#values.set(ownCopy(text), 1);
      this.#countLetters(text);
      if (text.length <= 60 && this.#values.size <= judged && this.#isPerson(visibleLabel(text))) {
        this.#persons.add(ownCopy(text));
        this.#personRows += 1;
      }
      const shape = shapeOf(text);
      if (this.#shapes.has(shape) || this.#shapes.size < 500)
        this.#shapes.set(shape, (this.#shapes.get(shape) ?? 0) + 1);
    }
  }

  #countLetters(text: string): void {
    const start = text.slice(0, longestKept);
    this.#cyrillic += start.match(/[\u0400-\u04ff]/g)?.length ?? 0;
    this.#alphabetic += start.match(/\p{L}/gu)?.length ?? 0;
  }

  profile(): ColumnProfile {
    const byCount = [...this.#shapes.entries()].sort(
      ([leftShape, left], [rightShape, right]) => right - left || (leftShape < rightShape ? -1 : 1),
    );
    return {
      number: this.#number,
      header: this.#header,
      filled: this.#filled,
      dates: this.#dates,
      figures: this.#figures,
      serials: this.#serials,
      persons: this.#persons.size,
      personRows: this.#personRows,
      distinct: this.#values.size + this.#beyond.size,
      fractions: this.#fractions,
      countsRows: this.#filled > 0 && this.#counted === this.#filled,
      cyrillic: this.#cyrillic,
      letters: this.#alphabetic,
      length: { mean: this.#filled === 0 ? 0 : this.#letters / this.#filled, longest: this.#longest },
      evidence: this.#evidence,
      shapes: byCount.slice(0, 3).map(([shape]) => shape),
      labels: this.#values.size <= mostLabels && this.#beyond.size === 0 ? this.#values : new Map<string, number>(),
    };
  }
}
