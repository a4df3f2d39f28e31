import { frequentFrom, type ReplySlice, type ReplySubject } from "../../model/replies.ts";
import { type MarkTrial, replyMarkMeasures, trialParts, triedOn } from "../../model/replyMarkMeasures.ts";
import type { ReplyMark } from "../../model/replyMarks.ts";
import type { ReplyTelling } from "./replyTelling.ts";

/** Whether a rule was tried on the texts of the built-in rules, real and invented ones; a portal tries its own rules on its own. */
export const isBuiltIn = (mark: ReplyMark, trial: MarkTrial): boolean =>
  (["having", "found", "lacking", "left"] as const).every((part) => trial[part] === replyMarkMeasures[mark][part]);

/** Whether no real reply with the mark was there to try a built-in rule on. */
const isTriedOnInventedOnly = (mark: ReplyMark): boolean => (trialParts.real[mark]?.having ?? 0) === 0;

/** Whether there was no real reply at all, with the mark or without it, that its rule had not been mended by. */
const isTriedOnNoReal = (mark: ReplyMark): boolean => trialParts.real[mark] === undefined;

/**
 * How the built-in rules were tried; empty where none is shown. Which of them on made-up replies alone stands on the page of all replies and
 * on the method page: pages of agencies and topics are read on phones, and there are hundreds.
 */
function triedSentences({ say, counted, replies }: ReplyTelling, dimension: ReplySubject["dimension"]): string[] {
  const builtIn = replies.marks.filter(({ mark, trial, hidden }) => hidden === null && trial && isBuiltIn(mark, trial));
  if (builtIn.length === 0) return [];
  const { real, invented } = triedOn;
  const trial = { all: counted("count.reply.prepositional", real + invented), real, invented };
  if (dimension !== "region") {
    const isOneUnreal = builtIn.some(({ mark }) => isTriedOnNoReal(mark));
    return [say("marks.tried.short", { ...trial, none: isOneUnreal ? say("marks.tried.short.none") : "" })];
  }
  const unreal = builtIn.filter(({ mark }) => isTriedOnInventedOnly(mark));
  return [
    say("marks.tried", trial),
    ...(unreal.length === 0
      ? []
      : [
          say("marks.tried.invented", {
            marks: unreal.map(({ mark }) => say("marks.quoted", { mark: say(`mark.${mark}`) })).join(", "),
          }),
        ]),
  ];
}

/** How many replies are copies of frequent texts: of an agency all, elsewhere those that a rule judged once. */
function frequentCopies({ marks }: Pick<ReplySlice, "marks">): number {
  const counts = marks.map(({ raw, copies, adjusted }) =>
    adjusted !== undefined && raw.state === "exact" ? raw.whole - adjusted.own.replies : (copies?.replies ?? 0),
  );
  return Math.max(0, ...counts);
}

/**
 * What all sentences about marks have in common, a paragraph each: what a mark is, which of its two numbers to quote, what frequent texts are, with what the
 * shares are compared and when that is called more or less, how the rules were tried.
 */
export function marksLead(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  { marks }: Pick<ReplySlice, "marks">,
): string[] {
  const { say, replies } = telling;
  const { voice, facts } = telling.telling;
  const isCompared = marks.some(({ adjusted }) => adjusted !== undefined);
  const copies = frequentCopies({ marks });
  // Where a mark was found nowhere, there is nothing to compare.
  const comparisons = replies.subjects.flatMap(({ periods: { all } }) =>
    all.marks.filter(({ adjusted }) => adjusted !== undefined && (adjusted.ratio !== null || adjusted.own.found > 0)),
  ).length;
  const frequent = { frequent: voice.percent(frequentFrom), copies: voice.integer(copies) };
  const frequentTold =
    copies > 0 ? [say("marks.frequent", frequent)] : isCompared ? [say("marks.frequent.none", frequent)] : [];
  return [
    [say("marks.lead")],
    [
      ...frequentTold,
      ...(isCompared ? [say("marks.compared.agency", { n: voice.integer(comparisons) })] : []),
      ...(dimension === "topic" ? [say("marks.compared.topic", { where: facts.portal.region.in })] : []),
    ],
    triedSentences(telling, dimension),
  ].flatMap((sentences) => (sentences.length === 0 ? [] : [sentences.join(" ")]));
}
