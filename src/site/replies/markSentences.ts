import { type MarkShare, type ReplySlice } from "../../model/replies.ts";
import { type MarkTrial, replyMarkMeasures, triedOn } from "../../model/replyMarkMeasures.ts";
import { type ReplyMark } from "../../model/replyMarks.ts";
import { expectedVerdict, regionVerdict } from "./verdicts.ts";
import { exactOf, type FigureSentence, type ReplyTelling } from "./replyTelling.ts";

/** A mark whose two shares can be told, with what is beside it. */
interface ToldMark {
  readonly mark: ReplyMark;
  readonly raw: Extract<MarkShare["raw"], { state: "exact" }>;
  /** Copies of frequent texts among what was found, in words; empty where there are none. */
  readonly copies: string;
  readonly corrected: Extract<MarkShare["corrected"], { state: "exact" }>;
  /** The comparison in words; empty where there is none. */
  readonly comparison: string;
  readonly isLess: boolean;
}

/** Whether a rule was tried on the texts of the built-in rules, real and invented ones; a portal tries its own rules on its own. */
const isBuiltIn = (mark: ReplyMark, trial: MarkTrial): boolean =>
  (["having", "found", "lacking", "left"] as const).every((part) => trial[part] === replyMarkMeasures[mark][part]);

/**
 * What all sentences about marks have in common: what a mark is, which of its two numbers to quote, how the rules were tried.
 *
 * @param isCompared whether something stands beside the shares
 */
export function marksLead({ say, counted, replies }: ReplyTelling, isCompared: boolean): string {
  const { real, invented } = triedOn;
  const tried = replies.marks.some(({ mark, trial, hidden }) => hidden === null && trial && isBuiltIn(mark, trial))
    ? [say("marks.tried", { all: counted("count.reply.prepositional", real + invented), real, invented })]
    : [];
  return [say("marks.lead"), ...(isCompared ? [say("marks.verdict")] : []), ...tried].join(" ");
}

/** An agency is compared with what its topics and outcomes make of the others; a topic with the region. One comparison a figure. */
function toldMarks(
  telling: ReplyTelling,
  { marks }: Pick<ReplySlice, "marks">,
  region: ReplySlice | undefined,
): ToldMark[] {
  return marks.flatMap(({ mark, raw, corrected, copies, adjusted }): ToldMark[] => {
    const [found, share] = [exactOf(raw), exactOf(corrected)];
    if (found === null || share === null) return [];
    const ofRegion = exactOf(region?.marks.find((each) => each.mark === mark)?.corrected);
    const verdict =
      adjusted === undefined
        ? ofRegion && regionVerdict(telling, share, ofRegion.value)
        : expectedVerdict(telling, adjusted);
    return [
      {
        mark,
        raw: found,
        copies: copies === undefined || copies.found === 0 ? "" : telling.counted("mark.copies", copies.found),
        corrected: share,
        comparison: verdict?.text ?? "",
        isLess: verdict?.is === "less",
      },
    ];
  });
}

/** A sentence for each mark; one for all those that were nowhere found and of which no more was to be expected. */
export function markSentences(
  telling: ReplyTelling,
  slice: Pick<ReplySlice, "marks">,
  region: ReplySlice | undefined,
): FigureSentence[] {
  const { say, counted } = telling;
  const told = toldMarks(telling, slice, region);
  const isNowhere = ({ raw, isLess }: ToldMark): boolean => raw.part === 0 && !isLess;
  const nowhere = told.filter(isNowhere);
  return [
    ...told.filter((mark) => !isNowhere(mark)).map((mark) => sentenceOf(telling, mark)),
    ...(nowhere.length === 0
      ? []
      : [
          {
            text: say("marks.found-none", {
              whole: counted("count.reply.genitive", nowhere[0]!.raw.whole),
              marks: nowhere.map(({ mark }) => say("marks.quoted", { mark: say(`mark.${mark}`) })).join(", "),
            }),
            note: null,
          },
        ]),
  ];
}

function sentenceOf(telling: ReplyTelling, { mark, raw, copies, corrected, comparison }: ToldMark): FigureSentence {
  const { say, counted, replies } = telling;
  const { voice } = telling.telling;
  const trial = replies.marks.find((quality) => quality.mark === mark)?.trial ?? null;
  const found = { n: counted("count.reply.prepositional", raw.part), share: voice.percent(raw.value) };
  return {
    text: say("mark.text", {
      what: say(`mark.${mark}`),
      whole: counted("count.reply.genitive", raw.whole),
      share: voice.percent(corrected.value),
    }),
    note: say("mark.note", {
      tried:
        trial === null || isBuiltIn(mark, trial)
          ? ""
          : say("mark.tried", { tried: counted("count.reply.prepositional", trial.having + trial.lacking) }),
      range: voice.percentRange(corrected.low, corrected.high),
      found: say(corrected.value === 0 && raw.part > 0 ? "mark.found.by-error" : "mark.found", found),
      copies,
      comparison,
    })
      .replaceAll(/ {2,}/gu, " ")
      .trimEnd(),
  };
}
