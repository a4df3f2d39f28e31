import type { Facts } from "../model/facts.ts";
import { appealWaits } from "../appeals/appealWait.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { overdueAppeals } from "./overdue.ts";
import { channelsOf, regionOf } from "../model/subjectsOfFacts.ts";
import { isTold, tellsReplyDates } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";

/** Whether the exports tell of any appeal how an event stands to its norm: else nobody knows what is overdue. */
export function tellsOverdue({ edition }: Facts, appeals: readonly ListedAppeal[]): boolean {
  return appeals.some((appeal) => appealWaits(appeal, edition.date).some(({ norm }) => norm !== null));
}

/** The sentence that opens the page of overdue appeals: how many there are, or why none can be named. */
export function overdueLead({ facts, voice }: Telling, appeals: ListedAppeal[]): string {
  const { t } = voice;
  if (facts.portal.appeals !== "full") return t("overdue.figures-only");
  if (facts.norms.length === 0) return t("overdue.no-norms");
  const date = voice.date(facts.edition.date);
  const overdue = overdueAppeals(appeals, facts.edition.date);
  if (overdue.length === 0) {
    if (!tellsOverdue(facts, appeals)) return t("overdue.not-told");
    const channels = channelsOf(regionOf(facts).periods.all);
    const closedOnly = channels.filter(
      ({ measures: { open } }) => open.state === "missing" && open.reason === "closed-only",
    );
    if (closedOnly.length > 0)
      return closedOnly.length === channels.length ? t("overdue.closed-only") : t("overdue.none.partly", { date });
    return t("overdue.none", { date });
  }
  const silent = overdue.filter(({ event }) => event === "first-reply").length;
  return (
    t("overdue.lead", { date, appeals: voice.counted(overdue.length, "appeal") }) +
    (silent > 0 ? ` ${t("overdue.lead.silent", { silent })}` : "")
  );
}

/** By which deadlines delays are counted: of an event that no export records none ever runs out. */
export function overdueNote({ facts, voice: { t } }: Telling): string {
  const { measures } = regionOf(facts).periods.all;
  if (!isTold(measures, "closing.median")) return t("overdue.longest.note.first-reply");
  return t(tellsReplyDates(facts) ? "overdue.longest.note" : "overdue.longest.note.closing");
}
