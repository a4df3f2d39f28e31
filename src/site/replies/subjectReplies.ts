import { leastReplies, type MarkShare, type ReplySlice, type ReplySubject } from "../../model/replies.ts";
import { type MarkTrial, replyMarkMeasures, triedOn } from "../../model/replyMarkMeasures.ts";
import { type ReplyGroup } from "../../model/replyGroups.ts";
import { type ReplyMark } from "../../model/replyMarks.ts";
import {
  exactOf,
  type FigureSentence,
  groupOf,
  intervalNote,
  regionNote,
  repliesOf,
  type ReplyTelling,
} from "./replyTelling.ts";

/** What a page says of the replies of its subject. */
export interface SubjectReplies {
  /** Why there is nothing to say; null where there is. */
  readonly absence: string | null;
  readonly repeated: FigureSentence[];
  readonly short: FigureSentence[];
  readonly marks: FigureSentence[];
  /** Why no mark is shown here, how many are hidden, how long sentences are. */
  readonly notes: string[];
  readonly hasHidden: boolean;
  /** What all sentences about marks have in common. */
  readonly marksLead: string;
  /** How many texts an agency repeats, and the groups of them, the largest first; null where it repeats none. */
  readonly texts: { readonly text: string; readonly groups: readonly ReplyGroup[] } | null;
}

/** So many marks stand in sight, in the order of the model; the others in a fold. */
export const marksInSight = 3;

const nothing = { repeated: [], short: [], marks: [], notes: [], hasHidden: false, marksLead: "", texts: null };

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
    repeated: repeatedSentences(telling, slice, dimension !== "region"),
    short: shortSentences(telling, slice, region),
    marks: slice.marks.flatMap((share) => markSentence(telling, share, region) ?? []),
    notes: [
      ...unreadNote(telling, slice),
      ...fewNote(telling, slice),
      ...readabilityNote(telling, slice),
      ...hiddenNote(telling, hidden),
    ],
    hasHidden: hidden > 0,
    marksLead: marksLead(telling),
    texts: dimension === "agency" ? textsOf(telling, subject) : null,
  };
}

/** No share of others stands beside this one: it grows with the number of replies, so the two would not compare. */
function repeatedSentences(telling: ReplyTelling, slice: ReplySlice, isPart: boolean): FigureSentence[] {
  const { say, counted } = telling;
  const share = exactOf(slice.repeated);
  const events: FigureSentence[] =
    slice.eventNotices > 0 ? [{ text: counted("events", slice.eventNotices), note: null }] : [];
  if (share === null) return events;
  const whole = counted("count.reply.genitive", share.whole);
  const note = say("repeated.note", {
    events: slice.eventNotices > 0 ? say("repeated.events") : say("repeated.no-events"),
    fair: [...(share.part > 0 ? [say("repeated.not-bad")] : []), ...(isPart ? [say("repeated.size")] : [])].join(" "),
    interval: share.whole < leastReplies ? "" : intervalNote(telling, share),
  });
  const text =
    share.part === 0
      ? say("repeated.none", { whole })
      : share.whole < leastReplies
        ? say("repeated.few-replies", { whole: share.whole, n: share.part })
        : counted("repeated", share.part, { whole, share: telling.telling.voice.percent(share.value) });
  return [{ text, note }, ...events];
}

function shortSentences(telling: ReplyTelling, slice: ReplySlice, region: ReplySlice | undefined): FigureSentence[] {
  const { say, counted } = telling;
  const share = exactOf(slice.short);
  if (share === null) return [];
  const { voice } = telling.telling;
  return [
    {
      text: say(share.whole < leastReplies ? "short.text.few" : "short.text", {
        part: share.part,
        whole: counted("count.reply.genitive", share.whole),
        share: voice.percent(share.value),
      }),
      note: say("short.note", {
        region: share.whole < leastReplies ? "" : regionNote(telling, exactOf(region?.short)),
        interval: share.whole < leastReplies ? "" : intervalNote(telling, share),
      }),
    },
  ];
}

/** Whether a rule was tried on the texts of the built-in rules, real and invented ones; a portal tries its own rules on its own. */
const isBuiltIn = (mark: ReplyMark, trial: MarkTrial): boolean =>
  (["having", "found", "lacking", "left"] as const).every((part) => trial[part] === replyMarkMeasures[mark][part]);

function marksLead({ say, counted, replies }: ReplyTelling): string {
  const { real, invented } = triedOn;
  const tried = replies.marks.some(({ mark, trial, hidden }) => hidden === null && trial && isBuiltIn(mark, trial))
    ? [say("marks.tried", { all: counted("count.reply.prepositional", real + invented), real, invented })]
    : [];
  return [say("marks.lead"), ...tried].join(" ");
}

const correctedOf = (slice: ReplySlice | undefined, mark: ReplyMark) =>
  exactOf(slice?.marks.find((share) => share.mark === mark)?.corrected);

function markSentence(
  telling: ReplyTelling,
  { mark, raw, corrected, adjusted }: MarkShare,
  region: ReplySlice | undefined,
): FigureSentence | null {
  const { say, counted } = telling;
  const { voice } = telling.telling;
  const trial = telling.replies.marks.find((quality) => quality.mark === mark)?.trial ?? null;
  const [found, share] = [exactOf(raw), exactOf(corrected)];
  if (found === null || share === null) return null;
  return {
    text: say("mark.text", {
      what: say(`mark.${mark}`),
      part: found.part,
      whole: counted("count.reply.genitive", found.whole),
      share: voice.percent(found.value),
    }),
    note: say("mark.note", {
      tried:
        trial === null || isBuiltIn(mark, trial)
          ? ""
          : say("mark.tried", { tried: counted("count.reply.prepositional", trial.having + trial.lacking) }),
      corrected: voice.percent(share.value),
      low: voice.percent(share.low),
      high: voice.percent(share.high),
      region: regionNote(telling, correctedOf(region, mark)),
      expected: adjusted === undefined ? "" : say("note.expected", { share: voice.percent(adjusted.expected) }),
    }),
  };
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

function readabilityNote({ say, telling: { voice } }: ReplyTelling, { readability }: ReplySlice): string[] {
  if (readability.state !== "exact") return [];
  return [
    say("readability", {
      n: readability.n,
      words: voice.decimal(readability.wordsPerSentence, 1),
      grade: Math.round(readability.grade),
    }),
  ];
}

function hiddenNote({ counted }: ReplyTelling, hidden: number): string[] {
  return hidden === 0 ? [] : [counted("marks.hidden", hidden)];
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
