/**
 * Signs at which a closer look at single cells begins (rowCare.ts, format/plainCells.ts): letters that were lost on the way,
 * control characters, formulas and apostrophes that only hold a text together.
 */
const unusual =
  /[\ufffd\u0080-\u009fÃÐÑ]|[РС][\u0402-\u040f\u0452-\u045f\u0490\u0491\u00a0-\u00bb\u2010-\u203a\u20ac\u2116\u2122]/;

/** Whether a text may have lost its letters on the way. */
export const hasUnusual = (text: string): boolean => unusual.test(text);

/** Whether no cell cut from a text needs a closer look, whatever the quotation marks around it. */
export function isOrdinary(text: string): boolean {
  return !text.includes("'") && !text.includes('="') && text.isWellFormed() && !unusual.test(text);
}
