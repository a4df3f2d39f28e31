import { besidePrinted } from "../../model/printedInterval.ts";
import type { BesideRegion, MarkShare, ReplyVerdict } from "../../model/replies.ts";
import type { ReplyTelling } from "./replyTelling.ts";

/** A comparison with its verdict: no page sets one share beside another without saying whether chance explains the difference. */
interface Verdict {
  readonly is: ReplyVerdict;
  readonly text: string;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A number outside the printed interval of which neither more nor less is said needs a word of its own. */
const wordOf = (verdict: ReplyVerdict, interval: Interval, beside: number): ReplyVerdict | "outside" =>
  verdict === "chance" && besidePrinted(interval, beside) !== null ? "outside" : verdict;

/**
 * A topic's share against that of the region, of which it is a part.
 *
 * @param share its 95 % interval, as it is printed
 * @param isCounted no rule stands behind the shares, which might err
 */
export function regionVerdict(
  { say, telling }: ReplyTelling,
  share: Interval,
  { value, verdict }: BesideRegion,
  isCounted = false,
): Verdict {
  const { facts, voice } = telling;
  const word = wordOf(verdict, share, value);
  const key = word === "chance" && isCounted ? "than.region.chance.counted" : (`than.region.${word}` as const);
  return {
    is: verdict,
    text: say(key, {
      Share: say(isCounted ? "than.this" : "than.corrected"),
      where: facts.portal.region.in,
      share: voice.percent(value),
    }),
  };
}

/**
 * An agency's share against what its topics and outcomes make of the others, frequent texts left out on both sides: where the agency has
 * any, its share without them stands first.
 *
 * @param read how many replies the share of the page stands on
 */
export function expectedVerdict(
  { say, counted, telling: { voice } }: ReplyTelling,
  { own, expected, verdict }: NonNullable<MarkShare["adjusted"]>,
  read: number,
): Verdict {
  const without =
    own.replies === read
      ? ""
      : `${say("than.without-frequent", {
          share: voice.percent(own.value),
          whole: counted("count.reply.genitive", own.replies),
          range: voice.percentRange(own.low, own.high),
        })} `;
  // What the rule itself found stands right before, and is not what is compared.
  const Share = say(without === "" ? "than.corrected" : "than.this");
  return {
    is: verdict,
    text: `${without}${say(`than.expected.${wordOf(verdict, own, expected)}`, { Share, share: voice.percent(expected) })}`,
  };
}
