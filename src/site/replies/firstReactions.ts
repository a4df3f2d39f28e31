import type { Slice, Times } from "../../model/facts.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import { isTold } from "../../model/toldFigures.ts";
import type { FigureText } from "../../words/figureText.ts";
import type { StringKey } from "../../words/translate.ts";
import type { Telling } from "../../words/telling.ts";
import { createReplyTexts } from "../../words/replyTexts.ts";
import type { ReplyTelling } from "./replyTelling.ts";

/** How long half of the senders waited for any first reply, and for one in substance: the two stand side by side. */
export interface FirstReactions {
  rows: { channel: string; any: FigureText; substance: FigureText }[];
  /** Why the second clock cannot be told from the first; null where it can in some channel. */
  untold: string | null;
}

/** How well the rule tells the two apart, by which the second clock stands. */
export function reactionsError({ say, replies, telling: { voice } }: ReplyTelling): string {
  const quality = replies.marks.find(({ mark }) => mark === "onlyAcknowledged");
  if (!quality || quality.trial === null || quality.precision === null || quality.recall === null)
    return say("reactions.error.unmeasured");
  return say("reactions.error", {
    n: quality.trial.having + quality.trial.lacking,
    precision: voice.percent(quality.precision),
    recall: voice.percent(quality.recall),
  });
}

/** @returns null where the exports tell of no first reply at all */
export function firstReactions({ voice, names, figureText }: Telling, slice: Slice): FirstReactions | null {
  const { say } = createReplyTexts(voice.language);
  const wait = ({ median, precision, n }: Times): FigureText => figureText.wait(median, precision, n);
  const told = channelsOf(slice).flatMap(({ channel, measures }) =>
    isTold(measures, "firstReply.median")
      ? [{ channel, first: measures.firstReply, second: measures.inSubstance }]
      : [],
  );
  if (told.length === 0) return null;
  const tells = told.some(({ second: { median } }) => median.state !== "missing");
  const [why] = told.flatMap(({ second: { median } }) => (median.state === "missing" ? [median.reason] : []));
  return {
    rows: told.map(({ channel, first, second }) => ({
      channel: names.channel(channel),
      any: wait(first),
      substance:
        second.median.state === "not-reached"
          ? { ...wait(second), note: say("reactions.not-reached", { n: voice.counted(second.n, "appeal.genitive") }) }
          : wait(second),
    })),
    untold:
      tells || why === undefined
        ? null
        : say("reactions.untold", { reason: voice.t(`figure.missing.${why}` as StringKey) }),
  };
}
