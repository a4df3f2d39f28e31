import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import { outcomes } from "../../model/outcome.ts";
import type { Received, ReplyGroup } from "../../model/replyGroups.ts";
import type { BarRow } from "../breakdownRows.ts";
import { areDaysKnown, repliedMonths, repliedOn } from "./groupDays.ts";
import { groupLead, groupSentences, groupTitle } from "./groupSentences.ts";
import type { ReplyTelling } from "./replyTelling.ts";

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
    lead: groupLead(replies, group),
    sentences: groupSentences(replies, group, own),
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
