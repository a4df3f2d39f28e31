import { type Appeal, type Channel } from "./appeal.ts";
import { dayNumber } from "./calendar.ts";
import { delimitedRow } from "./delimited.ts";
import { type ExportFormat } from "./export-format.ts";
import { lettersExport } from "./export-letters.ts";
import { portalExport } from "./export-portal.ts";
import { socialExport } from "./export-social.ts";
import { type PlanOptions, planChannel } from "./plan.ts";
import { stateOn } from "./state.ts";
import { writeAppeal } from "./write-appeal.ts";

/** The days of the three exports: the first holds everything, the others what is new or has changed since. */
export const editions: readonly { date: string; day: number }[] = [
  { date: "2026-08-31", day: dayNumber(2026, 8, 31) },
  { date: "2026-09-30", day: dayNumber(2026, 9, 30) },
  { date: "2026-10-31", day: dayNumber(2026, 10, 31) },
];

export const exportFormats: Readonly<Record<Channel, ExportFormat>> = { social: socialExport, letter: lettersExport, portal: portalExport };

/** The full appeals of a channel in the order of receipt. */
export function* appealsOf(channel: Channel, options: PlanOptions): Generator<Appeal> {
  for (const slot of planChannel(channel, options)) yield writeAppeal(options.seed, slot);
}

/** A row of an export file: which edition it belongs to, and its text with the line end. */
export interface EditionRow {
  edition: string;
  row: string;
}

/** The rows of an appeal: one in the first edition that knows it, one more in each edition that sees it changed. */
export function editionRows(appeal: Appeal, format: ExportFormat): EditionRow[] {
  const rows: EditionRow[] = [];
  let before = "";
  for (const { date, day } of editions) {
    const state = stateOn(appeal, day);
    if (state === undefined) continue;
    const row = delimitedRow(format.row(appeal, state), format.delimiter);
    if (row !== before) rows.push({ edition: date, row });
    before = row;
  }
  return rows;
}
