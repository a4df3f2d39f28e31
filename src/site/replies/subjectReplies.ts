import { leastReplies, type ReplySlice, type ReplySubject } from "../../model/replies.ts";
import type { ReplyGroup } from "../../model/replyGroups.ts";
import { findSubject } from "../../model/subjectsOfFacts.ts";
import { periodText } from "../../words/headline.ts";
import { markSentences } from "./markSentences.ts";
import { marksLead } from "./marksLead.ts";
import { namedFrom } from "./oneAgencysCopies.ts";
import { exactOf, type FigureSentence, groupOf, intervalNote, repliesOf, type ReplyTelling } from "./replyTelling.ts";
import { regionVerdict } from "./verdicts.ts";

/** What a page says of the replies of its subject. */
export interface SubjectReplies {
  /** Why there is nothing to say; null where there is. */
  readonly absence: string | null;
  readonly repeated: FigureSentence[];
  readonly short: FigureSentence[];
  readonly marks: FigureSentence[];
  /** Of which time the replies are, and of how many appeals; null where there is nothing to say. */
  readonly span: string | null;
  /** Why no mark is shown here, how many are hidden, how long sentences are. */
  readonly notes: string[];
  readonly hasHidden: boolean;
  /** What all sentences about marks have in common. */
  readonly marksLead: readonly string[];
  /** How many texts an agency repeats, and the groups of them, the largest first; null where it repeats none. */
  readonly texts: { readonly text: string; readonly groups: readonly ReplyGroup[] } | null;
}

/** So many marks stand in sight, in the order of the model; the others in a fold. */
export const marksInSight = 3;

const nothing = {
  span: null,
  repeated: [],
  short: [],
  marks: [],
  notes: [],
  hasHidden: false,
  marksLead: [],
  texts: null,
} satisfies Omit<SubjectReplies, "absence">;

/** Over the whole time: only there agencies are compared with what their topics and outcomes would make of all. */
const sliceOf = (subject: ReplySubject | undefined): ReplySlice | undefined => subject?.periods.all;

/** The sentences about the replies of the region, of an agency or of a topic. */
export function subjectReplies(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  code: string,
): SubjectReplies {
  const { say, replies } = telling;
  if (replies.reading !== "read") return { ...nothing, absence: say(`reading.${replies.reading}`) };
  const subject = repliesOf(telling, dimension, code);
  const slice = sliceOf(subject);
  if (subject === undefined || slice === undefined || slice.replies === 0)
    return { ...nothing, absence: say("replies.none", { whose: say(`whose.${dimension}`) }) };
  const region = dimension === "region" ? undefined : sliceOf(repliesOf(telling, "region", ""));
  const hidden = replies.marks.filter((mark) => mark.hidden !== null).length;
  return {
    absence: null,
    span: spanOf(telling, dimension, code, slice),
    repeated: repeatedSentences(telling, dimension, slice),
    short: shortSentences(telling, dimension, slice, region),
    marks: markSentences(telling, dimension, slice),
    notes: [
      ...unreadNote(telling, slice),
      ...fewNote(telling, slice),
      ...readabilityNote(telling, slice),
      ...hiddenNote(telling, hidden),
    ],
    hasHidden: hidden > 0,
    marksLead: marksLead(telling, dimension, slice),
    texts: dimension === "agency" ? textsOf(telling, subject) : null,
  };
}

/** From when to when, and how many appeals came meanwhile: an agency sees at once which of its numbers this is one of. */
function spanOf(
  { say, counted, telling }: ReplyTelling,
  dimension: ReplySubject["dimension"],
  code: string,
  { replies }: ReplySlice,
): string {
  const measures = findSubject(telling.facts, dimension, code)?.periods.all.measures;
  const received = exactOf(measures?.received)?.value ?? 0;
  const answered = exactOf(measures?.answered)?.value ?? 0;
  const { integer } = telling.voice;
  return say("section.note", {
    period: periodText(telling, "all"),
    received:
      received <= replies
        ? ""
        : answered > replies
          ? counted("section.answered", received, {
              answered: integer(answered),
              replies: integer(replies),
              rest: integer(answered - replies),
            })
          : counted("section.received", received, { replies: integer(replies) }),
  });
}

/** The region's share does not stand beside: the share grows with the number of replies, so the two do not compare. */
function repeatedSentences(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  slice: ReplySlice,
): FigureSentence[] {
  const { say, counted } = telling;
  const { voice } = telling.telling;
  const share = exactOf(slice.repeated);
  const events: FigureSentence[] =
    slice.eventNotices > 0 ? [{ text: counted("events", slice.eventNotices), note: null }] : [];
  if (share === null) return events;
  const whole = counted("count.reply.genitive", share.whole);
  const without = slice.eventNotices > 0 ? say("repeated.without") : "";
  const isShare = share.whole >= leastReplies;
  const note = say("repeated.note", {
    events: slice.eventNotices > 0 ? say("repeated.events") : "",
    interval: isShare ? intervalNote(telling, share) : "",
    fair: [
      ...(share.part > 0 ? [say("repeated.not-bad")] : []),
      ...(dimension === "region" ? oneAgencysText(telling, share.part) : []),
      ...(isShare && dimension !== "region"
        ? [say(dimension === "topic" ? "repeated.size.topic" : "repeated.size")]
        : []),
    ].join(" "),
  });
  const text =
    share.part === 0
      ? say("repeated.none", { whole, without })
      : isShare
        ? counted("repeated", share.part, { whole, without, share: voice.percent(share.value) })
        : say("repeated.few-replies", { whole: share.whole, n: share.part });
  return [{ text, note: note.replaceAll(/ {2,}/gu, " ").trimEnd() }, ...events];
}

/** «474 из них — один и тот же текст одного ведомства: …», where that is much of what repeats in the region. */
function oneAgencysText({ say, replies, telling: { names, voice } }: ReplyTelling, repeated: number): string[] {
  const commonest = replies.groups.find(({ isEventNotice }) => !isEventNotice);
  if (commonest === undefined || commonest.appeals.length < namedFrom * repeated) return [];
  const n = voice.integer(commonest.appeals.length);
  return [say("repeated.one-agency", { n, agency: names.agencyShort(commonest.agency ?? "") })];
}

/** Beside an agency's share that of the region stands without a verdict: agencies are asked about different things. */
function shortSentences(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  slice: ReplySlice,
  region: ReplySlice | undefined,
): FigureSentence[] {
  const { say, counted } = telling;
  const share = exactOf(slice.short);
  if (share === null) return [];
  const { voice, facts } = telling.telling;
  const ofRegion = exactOf(region?.short);
  const isShare = share.whole >= leastReplies;
  const beside =
    slice.shortRegion !== undefined
      ? regionVerdict(telling, share, slice.shortRegion, true).text
      : !isShare || ofRegion === null || dimension === "topic"
        ? ""
        : say("short.region", { where: facts.portal.region.in, share: voice.percent(ofRegion.value) });
  return [
    {
      text: say(isShare ? "short.text" : "short.text.few", {
        part: share.part,
        whole: counted("count.reply.genitive", share.whole),
        share: voice.percent(share.value),
      }),
      note: say("short.note", {
        interval: isShare ? intervalNote(telling, share) : "",
        region: beside,
      }).trimEnd(),
    },
  ];
}

function unreadNote({ say, counted }: ReplyTelling, { replies, unread }: ReplySlice): string[] {
  if (unread === 0) return [];
  return [unread === replies ? say("marks.unread.all") : counted("marks.unread", unread)];
}

function fewNote({ say }: ReplyTelling, { replies, unread, marks }: ReplySlice): string[] {
  const read = replies - unread;
  return marks.length > 0 && read > 0 && read < leastReplies
    ? [say("marks.few", { least: leastReplies, n: read })]
    : [];
}

function readabilityNote(
  { say, counted, telling: { voice } }: ReplyTelling,
  { readability, replies }: ReplySlice,
): string[] {
  if (readability.state !== "exact") return [];
  return [
    say("readability", {
      n: readability.n,
      whole: counted("count.reply.genitive", replies),
      words: voice.decimal(readability.wordsPerSentence, 1),
      grade: Math.round(readability.grade),
    }),
  ];
}

/** Tried on too few replies, or wrong too often: only what holds of some is said. */
function hiddenNote({ counted, replies }: ReplyTelling, hidden: number): string[] {
  if (hidden === 0) return [];
  const allErr = replies.marks.every(({ hidden: why }) => why === null || why === "precision" || why === "recall");
  return [counted(allErr ? "marks.hidden.errs" : "marks.hidden", hidden)];
}

/** «Это 28 разных текстов; самый частый дан на 30 обращений:», or the one text that is sent whatever is asked. */
function textsOf(telling: ReplyTelling, { code, oneText }: ReplySubject): SubjectReplies["texts"] {
  const { say, counted, replies } = telling;
  const own = replies.groups.filter(({ agency, isEventNotice }) => agency === code && !isEventNotice);
  const one = oneText === null ? undefined : groupOf(telling, oneText);
  const commonest = one ?? own[0];
  if (commonest === undefined) return null;
  const appeals = counted("one-text.on", commonest.appeals.length);
  const topics = counted("count.topic.dative", commonest.topics.length);
  return {
    text:
      one === undefined
        ? counted("texts", own.length, { appeals })
        : counted("texts.one-text", own.length, { oneText: say("one-text", { appeals, topics }) }),
    groups: [commonest, ...own.filter(({ id }) => id !== commonest.id)],
  };
}
