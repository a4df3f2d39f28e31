import type { SourceCompleteness } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import type { StringKey } from "../words/translate.ts";
import { tellsClosings } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";

/** Months and days named one by one; of more only the number is given. */
const mostNamed = 6;
/** A source that was silent for longer may have stopped: said in words too. */
const silentDays = 45;

/** How whole the exports of one source are, for readers: a row of the table, and what has to be said in words. */
export interface CompletenessReport {
  source: string;
  title: string;
  cells: string[];
  remarks: string[];
}

const daysBetweenDates = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The sources of an edition, in the order of their names; nothing for an edition that was made before they were kept. */
export function completenessReports({ facts, voice }: Telling): CompletenessReport[] {
  const told = tellsClosings(facts);
  return facts.edition.sources.map((source) => ({
    source: source.source,
    title: source.title,
    cells: cellsOf(source, facts.portal.minimum.shown, told, voice),
    remarks: remarksOn(source, voice),
  }));
}

/**
 * Source, rows, share of closed ones, last day with data, day of the export, short replies, placeholder replies.
 *
 * @param shown of fewer no share is told, as everywhere on the portal
 * @param told whether any source tells of closings: else the column is left out
 */
function cellsOf(
  {
    title,
    rows,
    closed,
    tellsClosings: ownTold,
    to,
    exported,
    summed,
    tellsReplies,
    replies,
    shortReplies,
    placeholderReplies,
  }: SourceCompleteness,
  shown: number,
  told: boolean,
  voice: Voice,
): string[] {
  const share = (part: number, whole: number): string =>
    whole > 0 && whole < shown ? voice.t("figure.hidden") : voice.percent(whole === 0 ? 0 : part / whole);
  const missing = voice.t("figure.missing");
  const ofReplies = (count: number): string =>
    !tellsReplies ? missing : replies === 0 ? voice.t("completeness.no-replies") : share(count, replies);
  return [
    title,
    voice.integer(rows),
    ...(told ? [ownTold ? share(closed, rows) : missing] : []),
    voice.shortDate(to),
    summed === undefined
      ? voice.shortDate(exported)
      : voice.t("completeness.summed", {
          date: voice.shortDate(exported),
          exports: voice.counted(summed, "export.genitive"),
        }),
    ofReplies(shortReplies),
    ofReplies(placeholderReplies),
  ];
}

function remarksOn(source: SourceCompleteness, voice: Voice): string[] {
  const { t, counted } = voice;
  const {
    closedOnly,
    from,
    to,
    exported,
    misdated,
    vanished,
    collapsedMonths,
    emptiedFields,
    massClosings,
    placeholderReplies,
  } = source;
  const remarks: string[] = [];
  const silence = daysBetweenDates(to, exported);
  if (closedOnly) remarks.push(t("completeness.closed-only"));
  if (silence > silentDays)
    remarks.push(t("completeness.silence", { day: voice.date(to), days: counted(silence, "day") }));
  if (collapsedMonths.length > 0) {
    const months =
      collapsedMonths.length > mostNamed
        ? t("completeness.many-months", {
            months: counted(collapsedMonths.length, "month"),
            from: voice.month(collapsedMonths[0]!),
            to: voice.month(collapsedMonths.at(-1)!),
          })
        : collapsedMonths.map(voice.month).join(", ");
    remarks.push(t("completeness.collapsed", { months }));
  }
  for (const { field, since } of emptiedFields) {
    remarks.push(
      t("completeness.emptied", { field: t(`completeness.field.${field}` as StringKey), month: voice.month(since) }),
    );
  }
  if (massClosings.length > 0) {
    const total = massClosings.reduce((sum, { count }) => sum + count, 0);
    const days = massClosings.map(({ day, count }) => t("completeness.mass-day", { day: voice.date(day), count }));
    remarks.push(
      massClosings.length > mostNamed
        ? t("completeness.mass-many", { days: counted(massClosings.length, "day"), appeals: counted(total, "appeal") })
        : t("completeness.mass", { days: days.join(", ") }),
    );
  }
  if (placeholderReplies > 0)
    remarks.push(t("completeness.placeholder", { appeals: counted(placeholderReplies, "appeal.genitive") }));
  if (misdated > 0)
    remarks.push(t("completeness.misdated", { appeals: counted(misdated, "appeal.genitive"), from: voice.date(from) }));
  if (vanished > 0) remarks.push(t("completeness.vanished", { appeals: counted(vanished, "appeal.genitive") }));
  return remarks;
}
