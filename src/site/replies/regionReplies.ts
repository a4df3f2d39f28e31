import { leastHaving, leastPrecision, leastRecall, type MarkTrial, trialParts } from "../../model/replyMarkMeasures.ts";
import { regionOf } from "../../model/subjectsOfFacts.ts";
import type { Share } from "../../model/figures.ts";
import { alikeFrom, frequentFrom, leastReplies, type MarkShare, type Replies } from "../../model/replies.ts";
import type { ReplyMark } from "../../model/replyMarks.ts";
import type { ReplyGroup } from "../../model/replyGroups.ts";
import type { TableCell } from "../tableCell.ts";
import { groupTitle } from "./groupSentences.ts";
import { isBuiltIn } from "./marksLead.ts";
import { exactOf, type ReplyTelling } from "./replyTelling.ts";

/** A group in a list: its address, how many appeals, whose, and how its text begins. */
export interface GroupLine {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly beginning: string;
}

const beginningLength = 64;
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

/**
 * «Чаще всего повторяется почти один и тот же ответ: „…“», how often and by whom it was given, the agency's own words beside it, and the
 * words that lead to the list; null where none repeats. Nobody is named as repeating himself without what was said, and what he says to it.
 */
export function commonestText({
  say,
  counted,
  telling,
  replies,
}: ReplyTelling): { text: string; words: string } | null {
  const commonest = replies.groups.find(({ isEventNotice }) => !isEventNotice);
  if (commonest === undefined) return null;
  const words = say("page.commonest.link");
  const { voice, names, facts } = telling;
  // What is said in the portal's own language is quoted in it alone.
  const isOwn = voice.language === telling.firstLanguage;
  const [first, last] = [commonest.months[0]!.month, commonest.months.at(-1)!.month];
  const statement = facts.statements.find(({ agency }) => agency === commonest.agency);
  return {
    text: say("page.commonest", {
      appeals: counted("one-text.on", commonest.appeals.length),
      agency: names.agencyShort(commonest.agency ?? ""),
      when:
        first === last
          ? say("page.commonest.month", { month: voice.inMonth(first) })
          : say("page.commonest.months", { from: voice.fromMonth(first), to: voice.toMonth(last) }),
      quote: isOwn ? say("page.commonest.quote", { beginning: beginningOf(commonest, say("group.gap")) }) : "",
      spoken:
        statement === undefined
          ? ""
          : say(isOwn ? "page.commonest.words" : "page.commonest.spoken", {
              date: voice.date(statement.date),
              words: firstSentences(statement.paragraphs[0] ?? ""),
            }),
      link: words,
    }),
    words,
  };
}

const spokenLength = 200;

/** As many whole sentences as are short enough to be heard within another text, the first in any case. */
function firstSentences(paragraph: string): string {
  // «ул. Ленина»: a stop after two letters ends no sentence.
  const [first = "", ...others] = paragraph.split(/(?<=[\p{L}\d»”)]{3}[.!?…]+)\s+(?=[\p{Lu}«“\d])/u);
  let told = first;
  for (const sentence of others) {
    if (told.length + 1 + sentence.length > spokenLength) break;
    told += ` ${sentence}`;
  }
  return told;
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
const inTable = ["deed", "onlyAcknowledged"] as const satisfies readonly ReplyMark[];

/** Agencies with their shares, by name: there are no places. */
export function agencyRows({ say, counted, telling, replies }: ReplyTelling): { head: string[]; rows: TableCell[][] } {
  const { names, figureText, voice, links, facts } = telling;
  const collator = new Intl.Collator(voice.language);
  const shown = inTable.filter((mark) => replies.marks.some((each) => each.mark === mark && each.hidden === null));
  const ofMark = (figure: MarkShare["corrected"] | undefined, of: number): string => {
    const share = exactOf(figure);
    return share === null
      ? say("page.agencies.few-replies", { replies: counted("count.reply", of) })
      : say("page.agencies.mark", {
          share: voice.percent(share.value),
          range: voice.percentRange(share.low, share.high),
        });
  };
  const ofWhole = (figure: Share, few: "page.agencies.few" | "page.agencies.few-long"): string => {
    if (figure.state === "hidden") return say(few, { least: facts.portal.minimum.shown });
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
      ofWhole(all.repeated, "page.agencies.few-long"),
      ofWhole(all.short, "page.agencies.few"),
      ...shown.map((mark) => ofMark(all.marks.find((each) => each.mark === mark)?.corrected, all.replies - all.unread)),
    ]);
  return {
    head: [
      say("page.column.agency"),
      say("page.column.replies"),
      say("page.column.repeated"),
      say("page.column.short"),
      ...shown.map((mark) => say(`page.column.${mark}`)),
    ],
    rows,
  };
}

/** Agencies whose frequent texts make up a cell of the table above: how many copies there are, and the share without them. */
export function frequentNotes({ say, counted, telling, replies }: ReplyTelling): string[] {
  const { names, voice, facts } = telling;
  return replies.subjects.flatMap(({ dimension, code, periods: { all } }) => {
    const share = all.marks.find(({ mark }) => mark === "onlyAcknowledged");
    const read = all.replies - all.unread;
    if (dimension !== "agency" || share?.adjusted === undefined || (share.copies?.found ?? 0) === 0) return [];
    const { own } = share.adjusted;
    return [
      say("page.agencies.frequent", {
        agency: names.agencyShort(code),
        n: voice.integer(read - own.replies),
        whole: counted("count.reply.genitive", read),
        frequent: voice.percent(frequentFrom),
        spoken: facts.statements.some(({ agency }) => agency === code) ? say("page.agencies.frequent.spoken") : "",
        share: voice.percent(own.value),
        range: voice.percentRange(own.low, own.high),
      }),
    ];
  });
}

/** All marks, how their rules did on coded texts, and whether they are shown. */
export function markTable({ say, telling: { voice } }: ReplyTelling, marks: Replies["marks"]): string[][] {
  /** How many of the replies were real, and how many of those had the mark: the trial of rare ones stands on invented replies alone. */
  const triedOnText = (mark: ReplyMark, trial: MarkTrial): string => {
    const n = voice.integer(trial.having + trial.lacking);
    if (!isBuiltIn(mark, trial)) return n;
    const { [mark]: real } = trialParts.real;
    return real === undefined
      ? say("mark.tried-on.invented", { n })
      : say("mark.tried-on", { n, real: real.having + real.lacking, having: real.having });
  };
  const of = (part: number, whole: number, share: number | null): string =>
    share === null ? say("mark.none") : say("mark.of", { found: part, all: whole, share: voice.percent(share) });
  const least = { precision: voice.percent(leastPrecision), recall: voice.percent(leastRecall) };
  return marks.map(({ mark, trial, precision, recall, hidden }) => [
    say(`mark.${mark}`),
    trial === null ? say("mark.none") : triedOnText(mark, trial),
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
