import { leastHaving, leastPrecision, leastRecall } from "../../model/replyMarkMeasures.ts";
import { regionOf } from "../../model/subjectsOfFacts.ts";
import { type Share } from "../../model/figures.ts";
import { alikeFrom, frequentFrom, leastReplies, type Replies } from "../../model/replies.ts";
import { type ReplyMark } from "../../model/replyMarks.ts";
import { type ReplyGroup } from "../../model/replyGroups.ts";
import { type TableCell } from "../tableCell.ts";
import { groupTitle } from "./groupReport.ts";
import { exactOf, type ReplyTelling } from "./replyTelling.ts";

/** A group in a list: its address, how many appeals, whose, and how its text begins. */
export interface GroupLine {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly beginning: string;
}

const beginningLength = 140;
/** So many groups stand on the page; a table has them all. */
export const groupsListed = 500;

/** How the sample begins, cut at a word, with its gaps. */
function beginningOf({ sample }: ReplyGroup, gap: string): string {
  const text = sample.map((part) => part ?? gap).join(" ");
  if (text.length <= beginningLength) return text;
  return `${text.slice(0, text.lastIndexOf(" ", beginningLength))}…`;
}

export function groupLine(replies: ReplyTelling, group: ReplyGroup): GroupLine {
  return {
    id: group.id,
    title: groupTitle(replies, group),
    agency: replies.telling.names.agencyShort(group.agency ?? ""),
    beginning: beginningOf(group, replies.say("group.gap")),
  };
}

/** «Самый частый из повторяющихся текстов дан на 474 обращения: …», with the words that lead to the list; null where none repeats. */
export function commonestText({
  say,
  counted,
  telling,
  replies,
}: ReplyTelling): { text: string; words: string } | null {
  const commonest = replies.groups.find(({ isEventNotice }) => !isEventNotice);
  if (commonest === undefined) return null;
  const words = say("page.commonest.link");
  return {
    text: say("page.commonest", {
      appeals: counted("one-text.on", commonest.appeals.length),
      agency: telling.names.agencyShort(commonest.agency ?? ""),
      link: words,
    }),
    words,
  };
}

/** Of how many appeals the texts of replies are published, and since when: the number stands beside others of twelve months. */
export function doorText({ say, counted, telling }: ReplyTelling, replies: number, title: string): string {
  const { facts, voice } = telling;
  const { received } = regionOf(facts).periods.all.measures;
  return received.state === "exact"
    ? say("page.door", {
        from: voice.date(facts.edition.from),
        appeals: voice.counted(received.value, "appeal"),
        replies,
        title,
      })
    : say("page.door.plain", { replies: counted("count.reply", replies), title });
}

/** Marks with a column of their own; a phone shows a card an agency, and all marks stand on its page and in reply-figures.csv. */
const inTable: ReadonlySet<ReplyMark> = new Set(["deed", "onlyAcknowledged"]);

/** Agencies with their shares, by name: there are no places. */
export function agencyRows({ say, telling, replies }: ReplyTelling): { head: string[]; rows: TableCell[][] } {
  const { names, figureText, voice, links, facts } = telling;
  const collator = new Intl.Collator(voice.language);
  const shown = replies.marks
    .filter(({ mark, hidden }) => hidden === null && inTable.has(mark))
    .map(({ mark }) => mark);
  const share = (value: number | undefined): string =>
    value === undefined ? say("page.agencies.few", { least: leastReplies }) : voice.percent(value);
  const ofWhole = (figure: Share): string => {
    if (figure.state === "hidden") return say("page.agencies.few", { least: facts.portal.minimum.shown });
    if (figure.state !== "exact") return figureText.share(figure).text;
    const counts = { part: voice.integer(figure.part), whole: voice.integer(figure.whole) };
    return figure.whole < leastReplies
      ? say("page.agencies.count", counts)
      : say("page.agencies.share", { share: voice.percent(figure.value), ...counts });
  };
  const rows = replies.subjects
    .filter(({ dimension }) => dimension === "agency")
    .map(({ code, periods: { all } }) => ({ name: names.agencyShort(code), code, all }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ name, code, all }): TableCell[] => [
      code === "" ? name : { text: name, href: `${links.agency(code)}#replies` },
      voice.integer(all.replies),
      ofWhole(all.repeated),
      ofWhole(all.short),
      ...shown.map((mark) => share(exactOf(all.marks.find((each) => each.mark === mark)?.corrected)?.value)),
    ]);
  return {
    head: [
      say("page.column.agency"),
      say("page.column.replies"),
      say("page.column.repeated"),
      say("page.column.short"),
      ...shown.map((mark) => say("page.agencies.corrected", { mark: say(`mark.${mark}`) })),
    ],
    rows,
  };
}

/** All marks, how their rules did on coded texts, and whether they are shown. */
export function markTable({ say, telling: { voice } }: ReplyTelling, marks: Replies["marks"]): string[][] {
  const of = (part: number, whole: number, share: number | null): string =>
    share === null ? say("mark.none") : say("mark.of", { found: part, all: whole, share: voice.percent(share) });
  const least = { precision: voice.percent(leastPrecision), recall: voice.percent(leastRecall) };
  return marks.map(({ mark, trial, precision, recall, hidden }) => [
    say(`mark.${mark}`),
    trial === null ? say("mark.none") : voice.integer(trial.having + trial.lacking),
    trial === null ? say("mark.none") : of(trial.found, trial.found + trial.lacking - trial.left, precision),
    trial === null ? say("mark.none") : of(trial.found, trial.having, recall),
    hidden === null ? say("mark.shown") : say(`mark.hidden.${hidden}`, least),
  ]);
}

/** What makes a text frequent, and when it was judged once. */
export function frequentTextShares({ telling: { voice } }: ReplyTelling): { frequent: string; alike: string } {
  return { frequent: voice.percent(frequentFrom), alike: voice.percent(alikeFrom) };
}

/** What a mark needs to be shown. */
export function markNote({ say, telling: { voice } }: ReplyTelling): string {
  return say("page.marks.note", {
    precision: voice.percent(leastPrecision),
    recall: voice.percent(leastRecall),
    least: leastHaving,
  });
}
