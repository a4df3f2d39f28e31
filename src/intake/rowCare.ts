import type { FindingLedger } from "./findingLedger.ts";
import { hasUnusual } from "./ordinaryText.ts";

/** A cell longer than this is no text of a person. In UTF-16 units. */
export const longestCell = 1_000_000;

/** UTF-8 read as Windows-1252 (Ð¿Ñ€…, Ã©), as Windows-1251 (РїСЂ…), and control characters that no text has. */
const mojibake =
  /(?:[ÐÑ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]){2}|Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0192\u02c6\u2010-\u203a\u20ac\u2122]|(?:[РС][\u0402-\u040f\u0452-\u045f\u0490\u0491\u00a0-\u00bb\u2010-\u203a\u20ac\u2116\u2122]){3}|[\u0080-\u0084\u0086-\u009f]/;

/** Looks for texts that lost their letters on the way: they are published as they are, so somebody should know. */
export function careForText(line: number, cells: readonly string[], ledger: FindingLedger): void {
  // Rejected anyway, and costly to look through.
  if (cells.some((cell) => cell.length > longestCell)) return;
  const text = cells.join("\n");
  if (!hasUnusual(text)) return;
  if (text.includes("\ufffd")) ledger.add("REPLACEMENT_CHARACTERS", line);
  if (mojibake.test(text)) ledger.add("MOJIBAKE", line);
}
