/**
 * The words of all published texts: every stem with the forms in which it was written and how many appeals have them.
 * Files are cut from the sorted stems, so that one word touches one file or two.
 */

export interface WrittenForm {
  form: string;
  /** Appeals that have it. */
  count: number;
}

export interface VocabularyEntry {
  stem: string;
  /** The most frequent first; none for numbers, which nobody mistypes into each other and which are many. */
  forms: WrittenForm[];
}

/** Stems in one file: about 5 kB packed. */
export const stemsInFile = 600;

export function countOf({ forms }: VocabularyEntry): number {
  return forms.reduce((sum, { count }) => sum + count, 0);
}

/** One line an entry: the stem, then endings (or "=" and a whole form) with their counts. */
export function encodeVocabulary(entries: readonly VocabularyEntry[]): string {
  return entries
    .map(({ stem, forms }) =>
      [
        stem,
        ...forms.map(({ form, count }) => `${form.startsWith(stem) ? form.slice(stem.length) : `=${form}`}:${count}`),
      ].join(" "),
    )
    .join("\n");
}

/** Reads a line that encodeVocabulary wrote. */
export function decodeEntry(line: string): VocabularyEntry {
  const [stem = "", ...rest] = line.split(" ");
  return {
    stem,
    forms: rest.map((part) => {
      const at = part.lastIndexOf(":");
      const written = part.slice(0, at);
      return { form: written.startsWith("=") ? written.slice(1) : stem + written, count: Number(part.slice(at + 1)) };
    }),
  };
}

/** Reads what encodeVocabulary wrote. */
export function decodeVocabulary(text: string): VocabularyEntry[] {
  return text.split("\n").filter(Boolean).map(decodeEntry);
}

/** A word from its end. */
export function reversed(word: string): string {
  return Array.from(word).reverse().join("");
}

/** Which of the files that begin with these keys holds a key: the last that does not begin behind it. */
export function fileOf(key: string, firsts: readonly string[]): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? "") <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}
