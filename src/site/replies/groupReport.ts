import { type ListedAppeal } from "../../edition/listedAppeal.ts";
import { outcomes } from "../../model/outcome.ts";
import { type Received, type ReplyGroup } from "../../model/replyGroups.ts";
import { type BarRow } from "../breakdownRows.ts";
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
  /** Outcome, with the text, without it. */
  readonly received: string[][];
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

/** «Повторяющийся ответ на 480 обращений» */
export function groupTitle({ counted }: ReplyTelling, { appeals, isEventNotice }: ReplyGroup): string {
  return counted(isEventNotice ? "group.title.event" : "group.title", appeals.length);
}

function leadOf({ say, counted, telling: { voice } }: ReplyTelling, group: ReplyGroup): string {
  const [first, last] = [group.months[0]!.month, group.months.at(-1)!.month];
  return say("group.lead", {
    appeals: voice.counted(group.appeals.length, "appeal.genitive"),
    topics: counted("count.topic.dative", group.topics.length),
    places: counted("count.place.genitive", group.places.length),
    when:
      first === last
        ? say("group.when.one", { month: voice.inMonth(first) })
        : say("group.when.several", { from: voice.inMonth(first), to: voice.inMonth(last) }),
  });
}

function sentencesOf({ say, counted, telling: { voice, names } }: ReplyTelling, group: ReplyGroup): string[] {
  const { isEventNotice, mostWithinDays, onePlace, elsewhere } = group;
  return [
    say(isEventNotice ? "group.event" : "group.habit", {
      days: voice.counted(mostWithinDays, "day.accusative"),
      place: names.place(group.places[0]!.code ?? ""),
      share: voice.percent(onePlace),
    }),
    ...(elsewhere > 0 ? [counted("group.elsewhere", elsewhere)] : []),
  ];
}

function receivedRows({ say, telling: { voice, names, figureText } }: ReplyTelling, group: ReplyGroup): string[][] {
  const { receivers, others } = group;
  const cell = ({ n, outcomes: counts }: Received, outcome: (typeof outcomes)[number]): string => {
    const count = counts[outcome] ?? 0;
    return n === 0 ? "—" : say("group.received.cell", { share: voice.percent(count / n), n: voice.integer(count) });
  };
  const seen = outcomes.filter((outcome) => (receivers.outcomes[outcome] ?? others.outcomes[outcome]) !== undefined);
  const rating = ({ rating: mean }: Received): string => {
    const { text, note } = figureText.mean(mean);
    return mean.state === "exact" ? `${text} (${note})` : text;
  };
  return [
    ...seen.map((outcome) => [names.outcome(outcome), cell(receivers, outcome), cell(others, outcome)]),
    [say("group.received.rating"), rating(receivers), rating(others)],
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
  const own = group.appeals
    .flatMap((id) => appeals.get(id) ?? [])
    .sort((a, b) => (a.received === b.received ? (a.id < b.id ? -1 : 1) : a.received < b.received ? 1 : -1));
  const listed = own.slice(0, mostListed).map(({ id, received, datesToWeek, topic, place }): GroupAppeal => ({
    id,
    date: datesToWeek ? voice.t("appeal.week", { date: voice.shortDate(received) }) : voice.shortDate(received),
    about: [names.topic(topic ?? ""), ...(place === null ? [] : [names.place(place)])].join(" · "),
  }));
  const linked = (dimension: "topic" | "place", code: string | null): string | null =>
    code === null || code === "" ? null : links[dimension](code);
  return {
    title: groupTitle(replies, group),
    lead: leadOf(replies, group),
    sentences: sentencesOf(replies, group),
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
    received: receivedRows(replies, group),
    seen: listed.slice(0, inSight),
    folded: listed.slice(inSight),
    isCut: group.appeals.length > listed.length,
  };
}
