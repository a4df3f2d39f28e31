/**
 * Keyed numbers have ten or thirteen letters, no hyphen and none of the letters and figures that are taken for each other
 * (src/privacy/publicId.ts).
 */
const isKeyed = (number: string): boolean => /^[a-hjkmnp-z2-9]{10}(?:[a-hjkmnp-z2-9]{3})?$/.test(number);

/** As public ids are made of registry numbers. */
const asInAddress = (number: string): string => number.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * The public numbers that somebody may have pasted: a number itself, with or without «№», or the address of an appeal's
 * page. Whether there is such an appeal is not known here.
 *
 * @param sample any number of the portal: keyed ones all look alike, others are registry numbers behind their source's name
 * @param sources names of the sources
 * @returns none where something else was typed
 */
export function appealNumbers(typed: string, sample: string, sources: readonly string[]): string[] {
  const text = typed.trim().toLowerCase();
  const inAddress = /\/appeals\/([a-z0-9-]+)(?:\/|$|[?#])/.exec(text)?.[1];
  if (inAddress !== undefined) return /^(?:by|\d{4}-\d{2}(?:-\d+)?)$/.test(inAddress) ? [] : [inAddress];
  const [, number = ""] = /^(?:обращение|appeal)?\s*(?:№|#|no\.?)?\s*(\S+)$/u.exec(text) ?? [];
  if (isKeyed(sample)) return isKeyed(number) && number.length === sample.length ? [number] : [];
  const written = asInAddress(number);
  return /\d{3}/.test(written) ? [written, ...sources.map((source) => `${source}-${written}`)] : [];
}
