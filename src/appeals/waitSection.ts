import { helpAddress, helpOf } from "../model/helpOf.ts";
import type { Outlook } from "./outlook.ts";
import { remainingWords } from "../words/remainingWords.ts";
import { helpMarkup } from "../words/helpMarkup.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import { hasPage } from "../model/subjectsOfFacts.ts";
import type { ToldWait } from "./againstUsual.ts";
import { appealAdvice } from "./appealAdvice.ts";
import type { AppealWait } from "./appealWait.ts";
import { markup, type Markup } from "../words/markup.ts";
import { substanceWait } from "./substanceWait.ts";
import { usualAddress } from "./usualWaits.ts";
import { appealShape } from "./appealShape.ts";
import { waitDrawing } from "./waitDrawing.ts";
import { waitTitle, waitText, normOf, isLasting } from "./waitWords.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";

/** The waits of an appeal, each beside its norm and with its drawing; null: none is told. */
export function waitList(
  appeal: PublicAppeal,
  waits: readonly AppealWait[],
  setting: AppealPageSetting,
): Markup | null {
  if (waits.length === 0) return null;
  const { voice } = setting;
  const { detail } = appealShape(setting.facts);
  const since = isLasting(setting) ? appeal : null;
  const items = waits.map((wait) => {
    const norm = normOf(wait, setting);
    const second = wait.event === "first-reply" && substanceWait(appeal, voice);
    return markup`<div><dt>${waitTitle(wait, voice, since)}</dt><dd><b>${waitText(wait, voice, since)}${norm && ";"}</b>${norm && markup`<br><span>${norm}</span>`}${since !== null && wait.state === "waiting" ? null : waitDrawing(wait)}</dd></div>${second}`;
  });
  return markup`<${detail}>${voice.t("appeal.waits")}</${detail}><dl class="appeal-waits">${items}</dl>`;
}

/** What the portal advises the author of an appeal that waits longer than it should; beside any other the way to its advice, for readers who wait themselves. */
export function adviceOnSilence(
  appeal: PublicAppeal,
  waits: readonly AppealWait[],
  { facts, voice, links }: AppealPageSetting,
): Markup | null {
  const help = helpOf(facts);
  if (help === undefined) return null;
  const blocks = appealAdvice(appeal, waits, facts);
  return blocks === null
    ? markup`<p data-screen-only><a href="${links.path(helpAddress(help, appeal.channel))}">${voice.t("remaining.help")}</a></p>`
    : markup`<h3>${voice.bound(help.title)}</h3><div class="appeal-advice">${helpMarkup(blocks, voice.bound)}${helpMarkup(help.sources, voice.bound)}</div>`;
}

/** How much longer an appeal that waits may take; nothing where the portal has no figures of its topic. */
export function waitAhead(
  outlook: Outlook | null,
  { channel }: PublicAppeal,
  { voice, names }: AppealPageSetting,
): Markup | null {
  if (outlook === null) return null;
  const { event, waited, remaining, end } = outlook;
  const { t, counted } = voice;
  const told = remaining === null ? null : remainingWords({ ...outlook, remaining }, voice);
  const where = names.inChannel(channel);
  if (told !== null)
    return markup`<p>${
      waited === 0
        ? t("remaining.one.fresh", { where, told })
        : t(`remaining.one.${event}`, { where, waited: counted(waited, "day.accusative"), told })
    }</p>`;
  const left = end === null ? 0 : Math.round(end.left * 100);
  return markup`<p>${
    end === null || left === 0
      ? t("remaining.none")
      : t("remaining.none.beyond", { known: counted(Math.floor(end.days), "day.accusative"), left: String(left) })
  }</p>`;
}

/**
 * The way to the agency's usual times. They change with every edition and the page does not: a script fetches them, and the
 * styles keep a place for as many as there are.
 */
export function placeOfUsualWaits(
  appeal: PublicAppeal,
  waits: readonly AppealWait[],
  setting: AppealPageSetting,
): Markup | null {
  const { agency, channel } = appeal;
  const { facts, voice, links, usualCount } = setting;
  const { detail } = appealShape(facts);
  if (agency === null || !hasPage(facts, "agency", agency)) return null;
  const { t } = voice;
  const told = waits.flatMap((wait): ToldWait[] =>
    wait.days === null || (wait.state === "waiting" && isLasting(setting))
      ? []
      : [
          {
            event: wait.event,
            days: wait.days,
            precision: wait.precision,
            waiting: wait.state === "waiting",
            text: waitText(wait, voice, null),
          },
        ],
  );
  const count = waits.length > 0 ? usualCount(agency, channel) : 0;
  const place =
    count > 0 &&
    markup`<div class="appeal-usual" data-count="${String(count)}" data-usual="${links.path(usualAddress(agency))}" data-channel="${channel}" data-waits="${JSON.stringify(told)}"></div>`;
  return markup`<${detail}>${t("usual.title")}</${detail}><p>${t("usual.lead")} <a href="${links.agency(agency)}">${t("usual.link")}</a>.</p>${place}`;
}
