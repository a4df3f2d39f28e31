import { correctionHref } from "../words/correctionLink.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import { appealHistory } from "./appealHistory.ts";
import { receivedText } from "./appealLine.ts";
import { appealWaits } from "./appealWait.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { markup, type Markup } from "../words/markup.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";
import { appealShape } from "./appealShape.ts";
import { waitTitle, waitText, isLasting } from "./waitWords.ts";
import { waitList, adviceOnSilence, waitAhead, placeOfUsualWaits } from "./waitSection.ts";
import { appealTexts } from "./appealTexts.ts";
import { appealDates, appealFacts } from "./appealFacts.ts";
import { similarList, wayOut } from "./aroundAppeal.ts";

/** One appeal as it is shown, without the frame that all pages share. */
export interface AppealPage {
  title: string;
  description: string;
  /** Inside of <main>, or a part of it. */
  body: Markup;
}

/**
 * An appeal as it is shown, alone on its page or as an article in a bundle: facts.portal.appealBundles says which. The only
 * place that says what it looks like.
 *
 * @param similar other appeals worth reading beside it; none are shown in a bundle, where each change of one would change
 *   the pages of several others
 */
export function appealPage(
  appeal: PublicAppeal,
  similar: readonly ListedAppeal[],
  setting: AppealPageSetting,
): AppealPage {
  const { facts, voice, names, histories } = setting;
  const { t, date } = voice;
  const { isArticle, title, part, about, named, naming } = appealShape(facts);
  const history = appealHistory(setting, histories.get(appeal.id) ?? []);
  const topic = names.topic(appeal.topic ?? "");
  const day = receivedText(appeal, voice);
  const over = t(appeal.datesToWeek ? "appeal.over.week" : "appeal.over", { date: date(appeal.received) });
  const place = appeal.place === null ? null : names.place(appeal.place);
  const waits = appealWaits(appeal, facts.edition.date);
  const first = waits.map((wait) => `${waitTitle(wait, voice, null)}: ${waitText(wait, voice, null)}.`);
  // A wait that goes on has a day it was counted to. A page on which all is over stays as it is from edition to edition.
  const isOver = waits.every(({ state }) => state !== "waiting");
  const asOf = isLasting(setting)
    ? t("appeal.as-of.newest")
    : t("appeal.as-of", { date: date((appeal.followedUntil ?? facts.edition.date).slice(0, 10)) });
  const known = isOver ? null : markup`<p class="appeal-as-of">${asOf}</p>`;
  const report = markup`<p><a href="${correctionHref(
    facts.portal.publisher,
    {
      what: appeal.id,
      address: setting.links.appealCited(appeal.id),
      // The edition is named where the page is of one.
      edition: isOver || isLasting(setting) ? null : (appeal.followedUntil ?? facts.edition.date).slice(0, 10),
    },
    voice,
  )}">${t("report.appeal")}</a></p>`;
  return {
    title:
      place === null
        ? t("appeal.title.placeless", { topic, date: day })
        : t("appeal.title", { topic, place, date: day }),
    description: t("appeal.description", {
      agency: names.agency(appeal.agency ?? ""),
      outcome: names.outcome(appeal.outcome),
      waits: first.join(" "),
    }),
    body: markup`<article class="appeal"${isArticle && markup` id="${appeal.id}"`}><header><p>${over}</p><${title}>${place === null ? topic : `${topic}, ${place}`}</${title}></header><div class="appeal-read">${appealTexts(appeal, setting)}</div><${about} class="appeal-about"${named("facts")}><${part}${naming("facts")}>${t("appeal.facts")}</${part}>${appealFacts(appeal, setting)}${waitList(appeal, waits, setting)}${isLasting(setting) ? null : waitAhead(setting.outlook(appeal, waits), appeal, setting)}${adviceOnSilence(appeal, waits, setting)}${appealDates(appeal, setting)}${history}${known}${placeOfUsualWaits(appeal, waits, setting)}${report}</${about}>${isArticle && wayOut(appeal, setting)}</article>${isArticle ? null : similarList(appeal, similar, setting)}`,
  };
}
