import { toldStates } from "../model/events/eventStates.ts";
import type { Language } from "../model/portal.ts";
import type { Voice } from "../words/language.ts";
import { isHollow } from "../model/hollowOutcome.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { lineWait } from "./lineWait.ts";
import { markup, type Markup } from "../words/markup.ts";
import type { Telling } from "../words/telling.ts";

/** What lines in lists are made with; the figures of the edition are not told in them. */
export interface AppealLineTexts extends Pick<Telling, "voice" | "names" | "links"> {
  /** The language that appeals are written in, where the page around them is in another. */
  textLanguage?: Language | undefined;
}

/** How long the first reply took, in a few words; null where that is not known. */
function replyWait(appeal: ListedAppeal, { t, shortDuration }: Voice): string | null {
  const told = lineWait({ ...appeal, firstReplyState: toldStates(appeal).firstReplyState });
  if (told === null) return null;
  return told.text === "search.wait.first-reply"
    ? t(told.text, { wait: shortDuration(told.days, told.precise ? "minute" : "day") })
    : t(told.text);
}

/** The day of receipt; of a sensitive appeal only the week is known. */
export function receivedText(
  { received, datesToWeek }: Pick<ListedAppeal, "received" | "datesToWeek">,
  { t, plainDate }: Voice,
): string {
  return datesToWeek ? t("appeal.week", { date: plainDate(received) }) : plainDate(received);
}

/** What the link of an appeal is called in a list. */
export function appealLinkText(
  appeal: ListedAppeal,
  { voice, names }: AppealLineTexts,
): { about: string; received: string } {
  const topic = names.topic(appeal.topic ?? "");
  return {
    about: appeal.place === null ? topic : `${topic}, ${names.place(appeal.place)}`,
    received: `${receivedText(appeal, voice)} · ${names.agencyShort(appeal.agency ?? "")}`,
  };
}

/**
 * An appeal in a list. The search page draws its hits alike (search/browser/hitItem.ts). Its day and agency stand inside the
 * link: in a list of links or of headings dozens of appeals on one topic of one place could not be told apart.
 *
 * @param level of its heading: one below the heading that the list stands under
 * @param isNamesake whether all that would be the same of another appeal of the list (appealLines.ts)
 */
export function appealLine(appeal: ListedAppeal, texts: AppealLineTexts, level: 2 | 3 = 3, isNamesake = false): Markup {
  const { voice, names, links, textLanguage } = texts;
  const { about, received } = appealLinkText(appeal, texts);
  const hollow = isHollow(appeal.outcome);
  const wait = replyWait(appeal, voice);
  const link = markup`<a href="${links.appeal(appeal.id)}">${about} <span class="facts">${received}</span>${isNamesake && markup`<span class="unseen">, ${appeal.id}</span>`}</a>`;
  return markup`<li>${level === 2 ? markup`<h2>${link}</h2>` : markup`<h3>${link}</h3>`}<p class="excerpt" dir="auto"${textLanguage !== undefined && appeal.excerpt !== null && markup` lang="${textLanguage}"`}>${appeal.excerpt ?? voice.t("latest.withheld")}</p><p class="facts"><span class="appeal-outcome" data-outcome="${appeal.outcome}"${hollow && markup` data-hollow`}>${names.outcome(appeal.outcome)}</span>${wait && markup` · ${wait}`}</p></li>`;
}
