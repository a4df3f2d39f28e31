import type { MarkShare, ReplySlice, ReplySubject } from "../../model/replies.ts";
import type { ReplyMark } from "../../model/replyMarks.ts";
import { isBuiltIn } from "./marksLead.ts";
import { oneAgencysCopies } from "./oneAgencysCopies.ts";
import { expectedVerdict, regionVerdict } from "./verdicts.ts";
import { exactOf, type FigureSentence, type ReplyTelling } from "./replyTelling.ts";

/** A mark whose two shares can be told, with what is beside it. */
interface ToldMark {
  readonly mark: ReplyMark;
  readonly raw: Extract<MarkShare["raw"], { state: "exact" }>;
  /** How much of it copies of frequent texts are, whose those are, and what is counted apart: a sentence each. */
  readonly found: readonly string[];
  readonly corrected: Extract<MarkShare["corrected"], { state: "exact" }>;
  /** The comparison in words; empty where there is none. */
  readonly comparison: string;
  readonly isLess: boolean;
}

/** An agency is compared with what its topics and outcomes make of the others; a topic with the region. One comparison a figure. */
function toldMarks(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  { marks }: Pick<ReplySlice, "marks">,
): ToldMark[] {
  const bare = exactOf(marks.find(({ mark }) => mark === "bare")?.corrected);
  return marks.flatMap(({ mark, raw, corrected, copies, adjusted, region }): ToldMark[] => {
    const [found, share] = [exactOf(raw), exactOf(corrected)];
    if (found === null || share === null) return [];
    const verdict =
      adjusted === undefined
        ? region && regionVerdict(telling, share, region)
        : expectedVerdict(telling, adjusted, found.whole);
    return [
      {
        mark,
        raw: found,
        found: [
          (dimension === "region" && oneAgencysCopies(telling, mark, found)) || copiesOf(telling, copies),
          mark === "deed" && bare !== null && bare.value > 0
            ? telling.say("mark.deed.apart", { share: telling.telling.voice.percent(bare.value) })
            : "",
        ],
        corrected: share,
        comparison: verdict?.text ?? "",
        isLess: verdict?.is === "less",
      },
    ];
  });
}

/** «Из них 17 — в копиях частых текстов.» Empty where none are. */
function copiesOf({ say, telling: { voice } }: ReplyTelling, copies: MarkShare["copies"]): string {
  return copies === undefined || copies.found === 0 ? "" : say("mark.copies", { n: voice.integer(copies.found) });
}

/** A sentence for each mark; one for all those that were nowhere found and of which no more was to be expected. */
export function markSentences(
  telling: ReplyTelling,
  dimension: ReplySubject["dimension"],
  slice: Pick<ReplySlice, "marks">,
): FigureSentence[] {
  const { say, counted } = telling;
  const told = toldMarks(telling, dimension, slice);
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

function sentenceOf(telling: ReplyTelling, { mark, raw, found, corrected, comparison }: ToldMark): FigureSentence {
  const { say, counted, replies } = telling;
  const { voice } = telling.telling;
  const trial = replies.marks.find((quality) => quality.mark === mark)?.trial ?? null;
  const byRule = { n: counted("count.reply.prepositional", raw.part), share: voice.percent(raw.value) };
  return {
    text: say("mark.text", {
      told: say(`told.${mark}`),
      whole: counted("count.reply.genitive", raw.whole),
      share: voice.percent(corrected.value),
      range: voice.percentRange(corrected.low, corrected.high),
    }),
    note: [
      ...(trial === null || isBuiltIn(mark, trial)
        ? []
        : [say("mark.tried", { tried: counted("count.reply.prepositional", trial.having + trial.lacking) })]),
      say(corrected.value === 0 && raw.part > 0 ? "mark.found.by-error" : "mark.found", byRule),
      ...found,
      comparison,
    ]
      .filter((part) => part !== "")
      .join(" "),
  };
}
