import { type Facts } from "../model/facts.ts";
import { appealWaits } from "./appeals/appealWait.ts";
import { type ListedAppeal } from "./appeals/listedAppeal.ts";
import { type Voice } from "./language.ts";
import { overdueAppeals } from "./overdue.ts";

/** Whether the exports tell of any appeal how an event stands to its norm: else nobody knows what is overdue. */
export function tellsOverdue({ edition }: Facts, appeals: readonly ListedAppeal[]): boolean {
  return appeals.some((appeal) => appealWaits(appeal, edition.date).some(({ norm }) => norm !== null));
}

/** The sentence that opens the page of overdue appeals: how many there are, or why none can be named. */
export function overdueLead(facts: Facts, appeals: ListedAppeal[], voice: Voice): string {
  const { t } = voice;
  if (facts.portal.appeals !== "full") return t("overdue.figures-only");
  if (facts.norms.length === 0) return t("overdue.no-norms");
  const date = voice.date(facts.edition.date);
  const overdue = overdueAppeals(appeals, facts.edition.date);
  if (overdue.length === 0) return tellsOverdue(facts, appeals) ? t("overdue.none", { date }) : t("overdue.not-told");
  const silent = overdue.filter(({ event }) => event === "first-reply").length;
  return t("overdue.lead", { date, appeals: voice.counted(overdue.length, "appeal") }) + (silent > 0 ? ` ${t("overdue.lead.silent", { silent })}` : "");
}
