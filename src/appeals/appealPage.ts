import { helpOf } from "../model/helpOf.ts";
import { correctionHref } from "../words/correctionLink.ts";
import { type Outlook } from "./outlook.ts";
import { remainingWords } from "../words/remainingWords.ts";
import { helpMarkup } from "../words/helpMarkup.ts";
import { type Channel } from "../model/channel.ts";
import { toldStates } from "../model/events/eventStates.ts";
import { type PublicAppeal } from "../model/appeal.ts";
import { type Voice } from "../words/language.ts";
import { normText } from "../words/headline.ts";
import { isHollow } from "../model/hollowOutcome.ts";
import { hasPage } from "../model/subjectsOfFacts.ts";
import { appealHistory, type DatedChange } from "./appealHistory.ts";
import { type ToldWait } from "./againstUsual.ts";
import { receivedText } from "./appealLine.ts";
import { monthAddress } from "./monthPages.ts";
import { appealAdvice } from "./appealAdvice.ts";
import { appealWaits, type AppealWait } from "./appealWait.ts";
import { type ListedAppeal } from "../edition/listedAppeal.ts";
import { markup, paragraphsOf, type Markup } from "../words/markup.ts";
import { type Telling } from "../words/telling.ts";
import { highlightedReply, replyEvidence } from "./replyEvidence.ts";
import { substanceWait } from "./substanceWait.ts";
import { usualAddress } from "./usualWaits.ts";
import { appealShape } from "./appealShape.ts";
import { waitDrawing } from "./waitDrawing.ts";

/** What a page of one appeal needs to know besides the appeal. */
export interface AppealPageSetting extends Telling {
  /** An appeal in a list. */
  line: (appeal: ListedAppeal) => Markup;
  /** What earlier editions had otherwise, by public id. */
  histories: ReadonlyMap<string, readonly DatedChange[]>;
  /** How many of its agency's usual waits there are to be shown beside an appeal: see createUsualCount. */
  usualCount: (agency: string | null, channel: Channel) => number;
  /** How many appeals were given the reply of a group, by its id; left out: no groups are known. */
  groupSizes?: ReadonlyMap<string, number>;
  /** How much longer an appeal that waits may take: see outlook.ts. */
  outlook: (appeal: PublicAppeal, waits: readonly AppealWait[]) => Outlook | null;
}

/** One appeal as it is shown, without the frame that all pages share. */
export interface AppealPage {
  title: string;
  description: string;
  /** Inside of <main>, or a part of it. */
  body: Markup;
}

function momentText(moment: string, datesToWeek: boolean, { t, plainDate }: Voice): string {
  if (datesToWeek) return t("appeal.week", { date: plainDate(moment) });
  return moment.length === 10
    ? plainDate(moment)
    : t("appeal.moment", { date: plainDate(moment), time: moment.slice(11, 16) });
}

function waitTitle({ event, state }: AppealWait, { t }: Voice, since: PublicAppeal | null): string {
  if (state !== "waiting") return t(`appeal.wait.${event}`);
  return t(since === null ? `appeal.wait.${event}.waiting` : `appeal.wait.${event}.waiting.since`);
}

/** @param since the moment from which it is told to go on, where its length is not told: see isLasting */
function waitText({ state, days, precision, margin }: AppealWait, voice: Voice, since: PublicAppeal | null): string {
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
  return days === null ? t("appeal.wait.undated") : duration(days, precision);
}

/** «срок — 9 часов, в срок» */
function normOf({ state, norm, rule, inNorm }: AppealWait, { facts, voice }: AppealPageSetting): string | null {
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
const isLasting = ({ facts }: AppealPageSetting): boolean => facts.portal.appealBundles !== undefined;

function waitList(appeal: PublicAppeal, waits: readonly AppealWait[], setting: AppealPageSetting): Markup | null {
  if (waits.length === 0) return null;
  const { voice } = setting;
  const { detail } = appealShape(setting.facts);
  const since = isLasting(setting) ? appeal : null;
  const items = waits.map((wait) => {
    const norm = normOf(wait, setting);
    const second = wait.event === "first-reply" && substanceWait(appeal, voice);
    return markup`<div><dt>${waitTitle(wait, voice, since)}</dt><dd><b>${waitText(wait, voice, since)}</b>${norm && markup`<br><span>${norm}</span>`}${since !== null && wait.state === "waiting" ? null : waitDrawing(wait)}</dd></div>${second}`;
  });
  return markup`<${detail}>${voice.t("appeal.waits")}</${detail}><dl class="appeal-waits">${items}</dl>`;
}

/** What the portal advises the author of an appeal that waits longer than it should. */
function advice(
  appeal: PublicAppeal,
  waits: readonly AppealWait[],
  { facts, voice }: AppealPageSetting,
): Markup | null {
  const help = helpOf(facts);
  const blocks = appealAdvice(appeal, waits, facts);
  return help === undefined || blocks === null
    ? null
    : markup`<h3>${voice.bound(help.title)}</h3><div class="appeal-advice">${helpMarkup(blocks, voice.bound)}${helpMarkup(help.sources, voice.bound)}</div>`;
}

/** How much longer an appeal that waits may take; nothing where the portal has no figures of its topic. */
function ahead(outlook: Outlook | null, { channel }: PublicAppeal, { voice, names }: AppealPageSetting): Markup | null {
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
function usual(appeal: PublicAppeal, waits: readonly AppealWait[], setting: AppealPageSetting): Markup | null {
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

function dates(appeal: PublicAppeal, { voice }: AppealPageSetting): Markup {
  const { t } = voice;
  const steps = [
    [t("appeal.received"), appeal.received],
    [t("appeal.first-reply"), appeal.firstReply],
    [t("appeal.reopened"), appeal.reopened],
    [t("appeal.closed"), appeal.closed],
    [t("appeal.confirmed"), appeal.confirmed ?? null],
  ] as const;
  const known = steps.flatMap(([name, moment]) => (moment === null ? [] : [{ name, moment }]));
  // Moments without a time come before those of the same day only where their names stand in that order.
  known.sort((a, b) =>
    a.moment.slice(0, 10) < b.moment.slice(0, 10) ? -1 : a.moment.slice(0, 10) > b.moment.slice(0, 10) ? 1 : 0,
  );
  return markup`<ol class="appeal-dates">${known.map(({ name, moment }) => markup`<li><span>${name}</span> <time datetime="${moment}">${momentText(moment, appeal.datesToWeek === true, voice)}</time></li>`)}</ol>`;
}

function text(paragraphs: readonly Markup[], absent: string): Markup {
  if (paragraphs.length === 0) return markup`<p class="appeal-absent">${absent}</p>`;
  return markup`<div class="appeal-text" dir="auto">${paragraphs}</div>`;
}

const plain = (content: string | null): Markup[] =>
  content === null ? [] : paragraphsOf(content).map((paragraph) => markup`<p>${paragraph}</p>`);

function texts(appeal: PublicAppeal, setting: AppealPageSetting): Markup {
  const { t } = setting.voice;
  const { part, named, naming } = appealShape(setting.facts);
  const withheld = appeal.withheld === null ? null : t(`appeal.withheld.${appeal.withheld}`);
  const { firstReplyState } = toldStates(appeal);
  const absent = firstReplyState === "waiting" ? "none" : firstReplyState === "never" ? "never" : "absent";
  const reply =
    withheld !== null && appeal.reply === null
      ? null
      : markup`<section${named("reply")}><${part}${naming("reply")}>${t("appeal.reply")}</${part}>${text(appeal.reply === null ? [] : highlightedReply(appeal.reply, appeal.replySpans ?? []), t(`appeal.reply.${absent}`))}${replyEvidence(appeal, setting, isLasting(setting))}</section>`;
  return markup`<section${named("text")}><${part}${naming("text")}>${t("appeal.text")}</${part}>${text(plain(appeal.text), withheld ?? t("appeal.text.none"))}</section>${reply}`;
}

function linked(name: string, href: string | null): Markup {
  return href === null ? markup`${name}` : markup`<a href="${href}">${name}</a>`;
}

function details(appeal: PublicAppeal, { facts, voice: { t }, names, links }: AppealPageSetting): Markup {
  const page = (dimension: "agency" | "topic" | "place", code: string | null): string | null =>
    code !== null && hasPage(facts, dimension, code) ? links[dimension](code) : null;
  const hollow = isHollow(appeal.outcome);
  const rows: [string, Markup][] = [
    [
      t("appeal.outcome"),
      markup`<span class="appeal-outcome" data-outcome="${appeal.outcome}"${hollow && markup` data-hollow`}>${names.outcome(appeal.outcome)}</span>`,
    ],
    [t("appeal.agency"), linked(names.agency(appeal.agency ?? ""), page("agency", appeal.agency))],
    ...(appeal.handedFrom === null || appeal.handedFrom === appeal.agency
      ? []
      : [
          [t("appeal.handed-from"), linked(names.agency(appeal.handedFrom), page("agency", appeal.handedFrom))] as [
            string,
            Markup,
          ],
        ]),
    [t("appeal.topic"), linked(names.topic(appeal.topic ?? ""), page("topic", appeal.topic))],
    [t("appeal.place"), linked(names.place(appeal.place ?? ""), page("place", appeal.place))],
    [t("appeal.channel"), markup`${names.channel(appeal.channel)}`],
    ...(appeal.rating === null
      ? []
      : [[t("appeal.rating"), markup`${t("appeal.rating.value", { rating: appeal.rating })}`] as [string, Markup]]),
    [t("appeal.number"), markup`<code>${appeal.id}</code>`],
  ];
  return markup`<dl class="appeal-facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** All appeals of the same topic and place. */
function moreLink(appeal: PublicAppeal, { voice, names, links }: AppealPageSetting): Markup {
  const filters = {
    ...(appeal.topic !== null && { topic: appeal.topic }),
    ...(appeal.place !== null && { place: appeal.place }),
  };
  const topic = names.topic(appeal.topic ?? "");
  const more =
    appeal.place === null
      ? voice.t("appeal.similar.more.placeless", { topic })
      : voice.t("appeal.similar.more", { topic, place: names.place(appeal.place) });
  return markup`<p><a class="appeal-more" href="${links.appeals(filters)}">${more}</a></p>`;
}

function similarList(
  appeal: PublicAppeal,
  similar: readonly ListedAppeal[],
  setting: AppealPageSetting,
): Markup | null {
  if (similar.length === 0) return null;
  return markup`<section aria-labelledby="similar"><h2 id="similar">${setting.voice.t("appeal.similar")}</h2><ol class="appeal-list">${similar.map(setting.line)}</ol>${moreLink(appeal, setting)}</section>`;
}

/** What a page of its own has around an appeal, told in few lines: its month, its cited address, appeals like it. */
function wayOut(appeal: PublicAppeal, setting: AppealPageSetting): Markup {
  const { voice, links } = setting;
  const month = appeal.received.slice(0, 7);
  return markup`<footer><p class="appeal-cited">${voice.t("appeal.cited")} <code>${links.appealCited(appeal.id)}</code></p>${moreLink(appeal, setting)}<p><a class="appeal-more" href="${links.path(monthAddress(month))}">${voice.t("appeals.month.title", { month: voice.month(month) })}</a></p></footer>`;
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
    body: markup`<article class="appeal"${isArticle && markup` id="${appeal.id}"`}><header><p>${over}</p><${title}>${place === null ? topic : `${topic}, ${place}`}</${title}></header><div class="appeal-read">${texts(appeal, setting)}</div><${about} class="appeal-about"${named("facts")}><${part}${naming("facts")}>${t("appeal.facts")}</${part}>${details(appeal, setting)}${waitList(appeal, waits, setting)}${isLasting(setting) ? null : ahead(setting.outlook(appeal, waits), appeal, setting)}${advice(appeal, waits, setting)}${dates(appeal, setting)}${history}${known}${usual(appeal, waits, setting)}${report}</${about}>${isArticle && wayOut(appeal, setting)}</article>${isArticle ? null : similarList(appeal, similar, setting)}`,
  };
}
