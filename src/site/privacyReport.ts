import { type Facts } from "../model/facts.ts";
import { takedownReasons } from "../model/takedown.ts";
import { type Voice } from "./language.ts";
import { type Names } from "./names.ts";

/**
 * What was masked, a row for each agency and a column for each class of personal data that was met anywhere; the most
 * masks first. Null where nothing was masked.
 */
export function masksByAgency(facts: Facts, voice: Voice, names: Names): { head: string[]; rows: string[][]; total: string[] } | null {
  const classes = Object.entries(facts.edition.masked)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => id);
  if (classes.length === 0) return null;
  const sum = (masked: Record<string, number>): number => classes.reduce((total, id) => total + (masked[id] ?? 0), 0);
  const cells = (masked: Record<string, number>): string[] => [...classes.map((id) => voice.integer(masked[id] ?? 0)), voice.integer(sum(masked))];
  return {
    head: [voice.t("privacy.agency"), ...classes.map((id) => voice.find(`mask.${id}`) ?? id), voice.t("privacy.total")],
    rows: facts.edition.privacy.maskedByAgency
      .filter(({ masked }) => sum(masked) > 0)
      .sort((a, b) => sum(b.masked) - sum(a.masked) || (a.agency < b.agency ? -1 : 1))
      .map(({ agency, masked }) => [agency === "" ? voice.t("privacy.agency.none") : names.agencyShort(agency), ...cells(masked)]),
    total: [voice.t("privacy.total"), ...cells(facts.edition.masked)],
  };
}

/** In how many appeals something is hidden, and how many texts are not published, in a sentence without noughts. */
export function hiddenText({ edition: { maskedAppeals, withheldTexts } }: Facts, { t, counted }: Voice): string {
  const withheld = counted(withheldTexts, "appeal.genitive");
  if (maskedAppeals === 0) return withheldTexts === 0 ? t("data.masked.none") : t("data.masked.withheld", { withheld });
  const appeals = counted(maskedAppeals, "appeal.prepositional");
  return withheldTexts === 0 ? t("data.masked.only", { appeals }) : t("data.masked.lead", { appeals, withheld });
}

/** Appeals taken down, a row for each reason that was given; none where none was. */
export function takedownRows(facts: Facts, voice: Voice): string[][] {
  const { takedowns } = facts.edition;
  return takedownReasons
    .map((reason) => ({ reason, count: takedowns.filter((takedown) => takedown.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => [voice.t(`privacy.reason.${reason}`), voice.integer(count)]);
}
