import type { PublicAppeal } from "../model/appeal.ts";
import type { Voice } from "../words/language.ts";
import { normText } from "../words/headline.ts";
import type { AppealWait } from "./appealWait.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";

/** What is waited for: «Первый ответ», «Ждёт первого ответа». */
export function waitTitle({ event, state }: AppealWait, { t }: Voice, since: PublicAppeal | null): string {
  if (state !== "waiting") return t(`appeal.wait.${event}`);
  return t(since === null ? `appeal.wait.${event}.waiting` : `appeal.wait.${event}.waiting.since`);
}

/** @param since the moment from which it is told to go on, where its length is not told: see isLasting */
export function waitText(
  { state, days, told, precision, margin }: AppealWait,
  voice: Voice,
  since: PublicAppeal | null,
): string {
  const { t, duration, counted } = voice;
  if (state === "over") return t("appeal.wait.over");
  if (state === "waiting" && since !== null)
    return t(since.datesToWeek ? "appeal.wait.since.week" : "appeal.wait.since", { date: voice.date(since.received) });
  if (days !== null && margin > 0)
    return days <= 0 && state === "done"
      ? t("appeal.wait.within-week")
      : t("appeal.wait.about", {
          from: String(Math.max(0, days - margin)),
          to: counted(state === "done" ? days + margin : days, "day"),
        });
  return told === null ? t("appeal.wait.undated") : duration(told, precision);
}

/** «срок — 9 часов, в срок» */
export function normOf({ state, norm, rule, inNorm }: AppealWait, { facts, voice }: AppealPageSetting): string | null {
  if (norm === null || state === "over") return null;
  const { t, duration } = voice;
  const asked = rule === null ? undefined : facts.norms[rule];
  // Where a norm can be extended, its length is that of this appeal alone.
  const length =
    asked === undefined || asked.extension !== undefined ? duration(norm, "minute") : normText(asked, voice);
  const told = t("appeal.wait.norm", {
    norm:
      asked?.start === "registered" && asked.extension === undefined
        ? `${length} ${t("method.norm.registered")}`
        : length,
  });
  if (inNorm === null) return told;
  const verdict = state === "waiting" ? (inNorm ? "running" : "overdue") : inNorm ? "in-norm" : "late";
  return `${told}, ${t(`appeal.wait.${verdict}`)}`;
}

/**
 * Whether what is told of a wait must last: in a bundle a number of days so far would make the whole page another one with
 * every edition, for one appeal of dozens that waits. There the day is told since when it goes on.
 */
export const isLasting = ({ facts }: AppealPageSetting): boolean => facts.portal.appealBundles !== undefined;
