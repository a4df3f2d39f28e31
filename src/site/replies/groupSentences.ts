import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import { mostOfGroup, type ReplyGroup } from "../../model/replyGroups.ts";
import { areDaysKnown, lastReplyOf } from "./groupDays.ts";
import { namedDay } from "./namedDay.ts";
import type { ReplyTelling } from "./replyTelling.ts";

/** What the page of a group of nearly identical replies says in words: its title, its lead and the sentences below. */

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

/** «Один текст на 480 обращений: 22 темы, 3 места, с сентября по октябрь». */
export function groupLead(replies: ReplyTelling, group: ReplyGroup): string {
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

/**
 * Event or habit, the last reply, what came after a statement, copies elsewhere, and how to quote it.
 *
 * @param own its published appeals
 */
export function groupSentences(replies: ReplyTelling, group: ReplyGroup, own: readonly ListedAppeal[]): string[] {
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
