import type { Appeal, Channel } from "./appeal.ts";
import { dayNumber, dayOf } from "./calendar.ts";
import { delimitedRow } from "./delimited.ts";
import type { ExportFormat } from "./export-format.ts";
import { lettersExport } from "./export-letters.ts";
import { portalExport } from "./export-portal.ts";
import { socialExport } from "./export-social.ts";
import { type PlanOptions, planChannel } from "./plan.ts";
import { randomOf } from "./random.ts";
import { stateOn } from "./state.ts";
import { writeAppeal } from "./write-appeal.ts";

/** The days of the three exports: the first holds everything, the others what is new or has changed since; of letters, everything. */
export const editions: readonly { date: string; day: number }[] = [
  { date: "2026-08-31", day: dayNumber(2026, 8, 31) },
  { date: "2026-09-30", day: dayNumber(2026, 9, 30) },
  { date: "2026-10-31", day: dayNumber(2026, 10, 31) },
];

export const exportFormats: Readonly<Record<Channel, ExportFormat>> = {
  social: socialExport,
  letter: lettersExport,
  portal: portalExport,
};

/** The full appeals of a channel in the order of receipt. */
export function* appealsOf(channel: Channel, options: PlanOptions): Generator<Appeal> {
  for (const slot of planChannel(channel, options)) yield writeAppeal(options.seed, slot);
}

/** A row of an export file: which edition it belongs to, and its text with the line end. */
export interface EditionRow {
  edition: string;
  row: string;
}

/** Systems whose every export holds everything. */
const wholeExports: ReadonlySet<Channel> = new Set(["letter"]);

const [first, ...later] = editions.map(({ day }) => day);

/** Whether an appeal was received so shortly before the first export that the later ones may still treat it otherwise. */
function isRecent(appeal: Appeal, days: number): boolean {
  const day = dayOf(appeal.received);
  return first !== undefined && day <= first && day > first - days;
}

/** A few letters are in one register and no longer in the next, without a word; some come back. */
function isGone(appeal: Appeal, day: number): boolean {
  if (appeal.channel !== "letter" || !isRecent(appeal, 120)) return false;
  const random = randomOf(`gone/${appeal.id}`);
  if (!random.chance(0.018)) return false;
  const from = random.pick(later);
  return day === from || (day > from && !random.chance(0.4));
}

/** A few appeals that were handed over stood under the agency that had them first until a later export. */
function asHandledOn(appeal: Appeal, day: number): Appeal {
  if (appeal.agency === appeal.handedFrom || !isRecent(appeal, 60)) return appeal;
  const random = randomOf(`handed/${appeal.channel}/${appeal.id}`);
  return random.chance(0.12) && day < random.pick(later) ? { ...appeal, agency: appeal.handedFrom } : appeal;
}

/** The rows of an appeal: one in the first edition that knows it, one more in each edition that sees it changed or repeats everything. */
export function editionRows(appeal: Appeal, format: ExportFormat): EditionRow[] {
  const rows: EditionRow[] = [];
  let before = "";
  for (const { date, day } of editions) {
    const state = stateOn(appeal, day);
    if (state === undefined || isGone(appeal, day)) continue;
    const row = delimitedRow(format.row(asHandledOn(appeal, day), state), format.delimiter);
    if (row !== before || wholeExports.has(appeal.channel)) rows.push({ edition: date, row });
    before = row;
  }
  return rows;
}
