/**
 * Whether one of the words in `pattern` stands shortly before `index`.
 * @param pattern without the g flag
 * @param reach how many characters back to look
 */
export function precededBy(text: string, index: number, pattern: RegExp, reach: number): boolean {
  return pattern.test(text.slice(Math.max(0, index - reach), index));
}

/** Whether one of the words in `pattern` stands shortly after `index`. */
export function followedBy(text: string, index: number, pattern: RegExp, reach: number): boolean {
  return pattern.test(text.slice(index, index + reach));
}

/** The digits of a value, without separators. */
export function digitsOf(value: string): string {
  return value.replace(/\D/gu, "");
}
