import { nameOrder } from "../words/nameOrder.ts";
import { gateMeasures } from "../model/gateMeasures.ts";
import { takedownReasons } from "../model/takedown.ts";
import type { Voice } from "../words/language.ts";
import type { Telling } from "../words/telling.ts";

/**
 * What was masked, a row for each agency and a column for each class of personal data that was met anywhere; the most
 * masks first. Null where nothing was masked.
 */
export function masksByAgency({
  facts,
  voice,
  names,
}: Telling): { head: string[]; rows: string[][]; total: string[] } | null {
  const classes = Object.entries(facts.edition.masked)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => id);
  if (classes.length === 0) return null;
  const sum = (masked: Record<string, number>): number => classes.reduce((total, id) => total + (masked[id] ?? 0), 0);
  const byName = nameOrder(voice.language);
  const cells = (masked: Record<string, number>): string[] => [
    ...classes.map((id) => voice.integer(masked[id] ?? 0)),
    voice.integer(sum(masked)),
  ];
  return {
    head: [voice.t("privacy.agency"), ...classes.map((id) => voice.find(`mask.${id}`) ?? id), voice.t("privacy.total")],
    rows: facts.edition.privacy.maskedByAgency
      .filter(({ masked }) => sum(masked) > 0)
      .map(({ agency, masked }) => ({
        name: agency === "" ? voice.t("privacy.agency.none") : names.agencyShort(agency),
        masked,
      }))
      .sort((a, b) => sum(b.masked) - sum(a.masked) || byName(a.name, b.name))
      .map(({ name, masked }) => [name, ...cells(masked)]),
    total: [voice.t("privacy.total"), ...cells(facts.edition.masked)],
  };
}

/**
 * What was masked, a row for each class that was met, the most masks first: how many, how many of them confirmed and how many
 * doubtful, how well the detectors do where that was measured, and what they do not promise. Null where nothing was masked.
 */
export function masksByClass({
  facts: {
    edition: { masked, privacy },
  },
  voice,
}: Telling): { head: string[]; rows: string[][] } | null {
  const classes = Object.entries(masked)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (classes.length === 0) return null;
  return {
    head: (["class", "masked", "confirmed", "doubtful", "measured", "limit"] as const).map((column) =>
      voice.t(`privacy.classes.${column}`),
    ),
    rows: classes.map(([id, count]) => {
      const doubtful = privacy.maskedDoubtful?.[id] ?? 0;
      return [
        voice.find(`mask.${id}`) ?? id,
        voice.integer(count),
        voice.integer(count - doubtful),
        voice.integer(doubtful),
        measuredText(id, voice),
        voice.find(`privacy.limit.${id}`) ?? "",
      ];
    }),
  };
}

function measuredText(id: string, { t, percent }: Voice): string {
  const { news, hostile } = gateMeasures[id] ?? {};
  if (news) return t("privacy.measured.news", { precision: percent(news.precision), recall: percent(news.recall) });
  return hostile ? t("privacy.measured.hostile", hostile) : t("privacy.measured.none");
}

/** In how many appeals something is hidden, and how many texts are not published, in a sentence without noughts. */
export function hiddenText({
  facts: {
    edition: { maskedAppeals, withheldTexts },
  },
  voice: { t, counted },
}: Telling): string {
  const withheld = counted(withheldTexts, "appeal.genitive");
  if (maskedAppeals === 0) return withheldTexts === 0 ? t("data.masked.none") : t("data.masked.withheld", { withheld });
  const appeals = counted(maskedAppeals, "appeal.prepositional");
  return withheldTexts === 0 ? t("data.masked.only", { appeals }) : t("data.masked.lead", { appeals, withheld });
}

/** Appeals taken down, a row for each reason that was given; none where none was. */
export function takedownRows({ facts, voice }: Telling): string[][] {
  const { takedowns } = facts.edition;
  return takedownReasons
    .map((reason) => ({ reason, count: takedowns.filter((takedown) => takedown.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => [voice.t(`privacy.reason.${reason}`), voice.integer(count)]);
}
