import type { AppealColumns } from "../model/columns.ts";
import { closingDay, massClosings } from "./massClosings.ts";
import { place } from "./tally.ts";
import { channelsWith, type WaitColumns } from "./waitOrder.ts";

/** What rowTallies needs beside the columns. */
export interface TallyRules {
  readonly firstReply: WaitColumns;
  readonly closing: WaitColumns;
  /** 1 for each channel (index) whose exports hold closed appeals only. */
  readonly closedOnly: Uint8Array;
  readonly exportDay: number;
  /** Days from the same date a year before to the day of the export: 365 or 366. */
  readonly yearDays: number;
}

/** Takes the place of a counter. */
export type Mark = (counter: number) => void;

/** Only norms that long have a last day that is more than a coincidence. */
const longNorm = 7;
const oneMinute = 1 / 1440;
/** The day of the export and the two before it. */
const lastDays = 3;

/** What an appeal says about the register it comes from: see qualitySchema. */
export function qualityMarks(columns: AppealColumns, rules: TallyRules, mark: Mark): (row: number) => void {
  const texts = columns.hasReplyText === undefined ? null : channelsWith(columns, columns.hasReplyText);
  const withdrawn = columns.lists.outcomes.indexOf("withdrawn");
  const mass = massClosings(columns);
  const onLastDay = (days: number, norm: number): boolean => days > norm - 1 && days <= norm;
  return (row) => {
    const replyDays = rules.firstReply.days[row]!;
    if (rules.firstReply.recorded[row] === 1 && columns.firstReplyNorm[row]! >= longNorm && replyDays >= 0) {
      mark(place.longNormReply);
      if (onLastDay(replyDays, columns.firstReplyNorm[row]!)) mark(place.repliedOnLastDay);
    }
    const hasTexts = texts !== null && texts[columns.channel[row]!] === 1;
    if (hasTexts) mark(place.replyTextRecorded);
    if (columns.closed[row] === 0) return;
    if (hasTexts && columns.outcome[row] !== withdrawn) {
      mark(place.replyTextExpected);
      if (columns.hasReplyText![row] === 0) mark(place.closedWithoutReply);
    }
    const days = columns.closingDays[row]!;
    if (Number.isNaN(days)) return mark(place.undatedClosing);
    mark(place.datedClosing);
    if (columns.dayPrecision[row] === 0) mark(place.timedClosing);
    if (columns.dayPrecision[row] === 0 && days < oneMinute) mark(place.closedAtOnce);
    if (columns.closingNorm[row]! >= longNorm) mark(place.longNormClosing);
    if (columns.closingNorm[row]! >= longNorm && onLastDay(days, columns.closingNorm[row]!))
      mark(place.closedOnLastDay);
    if (mass[row] === 1) mark(place.massClosing);
    const before = rules.exportDay - closingDay(columns, row);
    if (before >= 0 && before < lastDays) mark(place.closedAtExport);
  };
}
