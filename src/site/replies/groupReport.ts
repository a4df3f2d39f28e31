import { type ListedAppeal } from "../../edition/listedAppeal.ts";
import { outcomes } from "../../model/outcome.ts";
import { mostOfGroup, type Received, type ReplyGroup } from "../../model/replyGroups.ts";
import { type BarRow } from "../breakdownRows.ts";
import { namedDay } from "./namedDay.ts";
import { type ReplyTelling } from "./replyTelling.ts";

/** The page of a group of nearly identical replies. */
export interface GroupReport {
  readonly title: string;
  readonly lead: string;
  /** What is said of event or habit, and of copies elsewhere. */
  readonly sentences: string[];
  readonly agency: string;
  readonly topics: BarRow[];
  readonly places: BarRow[];
  readonly months: BarRow[];
  /** When the replies were given; empty where the day of one is not known. */
  readonly repliedMonths: BarRow[];
  /** Outcome, with the text, without it. */
  readonly received: string[][];
  /** What to mind of the table, and the ratings. */
  readonly receivedNote: string;
  /** The first ones in sight, the others a fold below; the newest first. */
  readonly seen: GroupAppeal[];
  readonly folded: GroupAppeal[];
  /** How many more there are than a page can list. */
  readonly isCut: boolean;
}

export interface GroupAppeal {
  readonly id: string;
  readonly date: string;
  readonly about: string;
}

const inSight = 20;
/** A reply pasted to fifty thousand appeals would make a page that no phone opens; the table of appeals has them all. */
export const mostListed = 1000;

/** Names of a group's months, topics and places as bars, the longest as long as the largest count. */
function bars(
  { telling: { figureText } }: ReplyTelling,
  counts: readonly { n: number; name: string; href: string | null }[],
): BarRow[] {
  const largest = Math.max(1, ...counts.map(({ n }) => n));
  return counts.map(({ n, name, href }) => ({
    name,
    href,
    count: figureText.count({ state: "exact", value: n }),
    share: null,
    length: (n / largest) * 100,
    colour: "series-subject",
  }));
}

/** «Повторяющийся ответ: один текст на 480 обращений» */
export function groupTitle({ counted }: ReplyTelling, { appeals, isEventNotice }: ReplyGroup): string {
  return counted(isEventNotice ? "group.title.event" : "group.title", appeals.length);
}

/** «22 темы», of a single one its name. */
function topicsOf({ say, counted, telling: { names } }: ReplyTelling, { topics }: ReplyGroup): string {
  return topics.length === 1
    ? say("group.topic", { topic: names.topic(topics[0]!.code ?? "") })
    : counted("group.topics", topics.length);
}

function leadOf(replies: ReplyTelling, group: ReplyGroup): string {
  const { say, counted, telling } = replies;
  const { voice, names } = telling;
  const [first, last] = [group.months[0]!.month, group.months.at(-1)!.month];
  return say("group.lead", {
    appeals: counted("one-text.on", group.appeals.length),
    topics: topicsOf(replies, group),
    places:
      group.places.length === 1
        ? names.place(group.places[0]!.code ?? "")
        : counted("group.places", group.places.length),
    when:
      first === last
        ? say("group.when.one", { month: voice.inMonth(first) })
        : say("group.when.several", { from: voice.inMonth(first), to: voice.inMonth(last) }),
  });
}

/** «в 12 месяцах из 14, с сентября 2025 года по октябрь 2026 года»: only months with an appeal are listed in a group. */
function monthsOf({ say, counted, telling: { voice } }: ReplyTelling, { months }: ReplyGroup): string {
  const [first, last] = [months[0]!.month, months.at(-1)!.month];
  if (first === last) return say("group.months.single", { month: voice.inMonth(first) });
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return counted("group.months", months.length, {
    all: number(last) - number(first) + 1,
    from: voice.fromMonth(first),
    to: voice.toMonth(last),
  });
}

/**
 * «такие обращения приходили в 12 месяцах из 14, …, из 13 мест; больше всего — 12 из 30 — город Китеж». A single place is not told: it
 * would speak for an event, and an administration has but one.
 */
function spreadOf(replies: ReplyTelling, group: ReplyGroup): string {
  const { say, counted, telling } = replies;
  const { places, appeals } = group;
  const [most] = places;
  const told = { months: monthsOf(replies, group), place: telling.names.place(most?.code ?? "") };
  return places.length === 1
    ? say("group.spread.place", told)
    : say("group.spread.places", {
        ...told,
        places: counted("count.place.genitive", places.length),
        n: most?.n ?? 0,
        all: appeals.length,
      });
}

/** Whether the day of each reply of a group is known. */
function areDaysKnown({ appeals }: ReplyGroup, own: readonly ListedAppeal[]): boolean {
  return (
    own.length === appeals.length && own.every((appeal) => repliedOn(appeal) !== null && appeal.datesToWeek !== true)
  );
}

/**
 * How many appeals of the group had no reply at all by the newest statement of its agency, or by the day that it names, none as
 * well; only where the day of each is known. A reply shown at a closing later than the first one may be the first one.
 */
function sinceStatement(replies: ReplyTelling, group: ReplyGroup, own: readonly ListedAppeal[]): string[] {
  const { counted, telling } = replies;
  const [newest] = telling.facts.statements.filter(({ agency }) => agency === group.agency);
  if (newest === undefined || group.isEventNotice || !areDaysKnown(group, own)) return [];
  const { firstLanguage, voice } = telling;
  const named = namedDay(newest.paragraphs.join(" "), newest.date, firstLanguage);
  const later = own.filter(
    ({ firstReply, closed }) => (firstReply ?? closed)!.slice(0, 10) > (named ?? newest.date),
  ).length;
  const date = voice.date(newest.date);
  return [
    named === null
      ? counted("group.since", later, { date })
      : counted("group.since.named", later, { date, day: voice.date(named) }),
  ];
}

/** «Почти тот же текст встречается ещё в 61 ответе других ведомств (из 5 ведомств).» */
function elsewhereSentence({ counted }: ReplyTelling, { elsewhere, elsewhereAgencies }: ReplyGroup): string[] {
  if (elsewhere === 0) return [];
  const agencies = elsewhereAgencies === 0 ? "" : counted("group.elsewhere.agencies", elsewhereAgencies);
  return [counted("group.elsewhere", elsewhere, { agencies })];
}

function sentencesOf(replies: ReplyTelling, group: ReplyGroup, own: readonly ListedAppeal[]): string[] {
  const last = lastReplyOf(own);
  const { say, counted, telling } = replies;
  const { voice, names, facts } = telling;
  const { isEventNotice, mostWithinDays, onePlace, months } = group;
  const all = group.appeals.length;
  const here = Math.round(onePlace * all);
  return [
    isEventNotice
      ? say("group.event", {
          days: voice.counted(mostWithinDays, "day.accusative"),
          most: mostOfGroup(all),
          appeals: voice.counted(all, "appeal.genitive"),
          place: names.place(group.places[0]!.code ?? ""),
          here: say(here === all ? "group.event.all" : "group.event.some", { n: here, all }),
        })
      : say("group.habit", { spread: spreadOf(replies, group) }),
    ...(last === null
      ? []
      : [say(last.toWeek ? "group.last.week" : "group.last", { date: voice.date(last.date.slice(0, 10)) })]),
    ...sinceStatement(replies, group, own),
    ...elsewhereSentence(replies, group),
    ...(isCommonest(replies, group) ? [say("group.most", { where: facts.portal.region.in })] : []),
    ...(isEventNotice
      ? []
      : [
          say("group.quote", {
            agency: names.agency(group.agency ?? ""),
            appeals: counted("one-text.on", group.appeals.length),
            topics:
              group.topics.length === 1
                ? say("group.quote.topic", { topic: names.topic(group.topics[0]!.code ?? "") })
                : say("group.quote.topics", { topics: counted("count.topic.dative", group.topics.length) }),
            from: voice.month(months[0]!.month),
            to: voice.month(months.at(-1)!.month),
            name: facts.portal.title,
            date: voice.date(facts.edition.date),
            demo: facts.portal.demo ? say("group.quote.demo") : "",
            spoken: facts.statements.some(({ agency }) => agency === group.agency) ? say("group.quote.spoken") : "",
          }),
        ]),
  ];
}

/** Whether a superlative is true of a group: no other group, whatever it is, is as large. */
function isCommonest({ replies }: ReplyTelling, group: ReplyGroup): boolean {
  return (
    !group.isEventNotice &&
    replies.groups.every(({ id, appeals }) => id === group.id || appeals.length < group.appeals.length)
  );
}

/** How many of the replies were given in which month, the first first. */
function repliedMonths(own: readonly ListedAppeal[]): { month: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const appeal of own) {
    const month = repliedOn(appeal)!.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, n]) => ({ month, n })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** When the last of some replies was given. */
interface LastReply {
  readonly date: string;
  readonly toWeek: boolean;
}

/** When an appeal got the reply that is shown: at its closing where there is one, else at its first reply. */
const repliedOn = ({ closed, firstReply }: ListedAppeal): string | null => closed ?? firstReply ?? null;

function lastReplyOf(appeals: readonly ListedAppeal[]): LastReply | null {
  return appeals.reduce<LastReply | null>((last, appeal) => {
    const date = repliedOn(appeal);
    return date === null || (last !== null && last.date >= date) ? last : { date, toWeek: appeal.datesToWeek === true };
  }, null);
}

/** Ratings of both, in a sentence: among shares of outcomes a mean would be read as one; empty where nobody rated. */
function ratingSentence({ say, telling: { figureText } }: ReplyTelling, { receivers, others }: ReplyGroup): string {
  const told = ({ rating }: Received): string => {
    const { text, note } = figureText.mean(rating);
    if (rating.state === "hidden") return say("group.received.few");
    return rating.state === "exact" ? `${text} (${note})` : text;
  };
  if (receivers.rating.state === "missing" && others.rating.state === "missing") return "";
  return say("group.received.rated", { these: told(receivers), others: told(others) });
}

function receivedRows({ say, telling: { voice, names } }: ReplyTelling, group: ReplyGroup): string[][] {
  const { receivers, others } = group;
  const cell = ({ n, outcomes: counts }: Received, outcome: (typeof outcomes)[number]): string => {
    const count = counts[outcome] ?? 0;
    return n === 0 ? "—" : say("group.received.cell", { share: voice.percent(count / n), n: voice.integer(count) });
  };
  const seen = outcomes.filter((outcome) => (receivers.outcomes[outcome] ?? others.outcomes[outcome]) !== undefined);
  return [
    ...seen.map((outcome) => [names.outcome(outcome), cell(receivers, outcome), cell(others, outcome)]),
    [say("group.received.all"), voice.integer(receivers.n), voice.integer(others.n)],
  ];
}

/**
 * @param appeals all published ones, by id
 */
export function groupReport(
  replies: ReplyTelling,
  group: ReplyGroup,
  appeals: ReadonlyMap<string, ListedAppeal>,
): GroupReport {
  const { voice, names, links } = replies.telling;
  const dated = ({ datesToWeek }: ListedAppeal, date: string): string =>
    datesToWeek
      ? voice.t("appeal.week", { date: voice.shortDate(date.slice(0, 10)) })
      : voice.shortDate(date.slice(0, 10));
  const own = group.appeals
    .flatMap((id) => appeals.get(id) ?? [])
    .sort((a, b) => (a.received === b.received ? (a.id < b.id ? -1 : 1) : a.received < b.received ? 1 : -1));
  const listed = own.slice(0, mostListed).map((appeal): GroupAppeal => ({
    id: appeal.id,
    date: dated(appeal, appeal.received),
    about: [
      names.topic(appeal.topic ?? ""),
      ...(appeal.place === null ? [] : [names.place(appeal.place)]),
      ...[repliedOn(appeal)].flatMap((date) =>
        date === null ? [] : [replies.say("group.replied", { date: dated(appeal, date) })],
      ),
    ].join(" · "),
  }));
  const linked = (dimension: "topic" | "place", code: string | null): string | null =>
    code === null || code === "" ? null : links[dimension](code);
  return {
    title: groupTitle(replies, group),
    lead: leadOf(replies, group),
    sentences: sentencesOf(replies, group, own),
    agency: names.agency(group.agency ?? ""),
    topics: bars(
      replies,
      group.topics.map(({ code, n }) => ({ n, name: names.topic(code ?? ""), href: linked("topic", code) })),
    ),
    places: bars(
      replies,
      group.places.map(({ code, n }) => ({ n, name: names.place(code ?? ""), href: linked("place", code) })),
    ),
    months: bars(
      replies,
      group.months.map(({ month, n }) => ({ n, name: voice.month(month), href: null })),
    ),
    repliedMonths: areDaysKnown(group, own)
      ? bars(
          replies,
          repliedMonths(own).map(({ month, n }) => ({ n, name: voice.month(month), href: null })),
        )
      : [],
    received: receivedRows(replies, group),
    receivedNote: replies.say("group.received.note", { rating: ratingSentence(replies, group) }).trimEnd(),
    seen: listed.slice(0, inSight),
    folded: listed.slice(inSight),
    isCut: group.appeals.length > listed.length,
  };
}
