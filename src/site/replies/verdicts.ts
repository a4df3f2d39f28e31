import { criticalValue } from "../../model/confidence.ts";
import { type MarkShare, type ReplyVerdict } from "../../model/replies.ts";
import { type ReplyTelling } from "./replyTelling.ts";

/** A comparison with its verdict: no page sets one share beside another without saying whether chance explains the difference. */
interface Verdict {
  readonly is: ReplyVerdict;
  readonly text: string;
}

/** So much wider than a 95 % interval is one of 99.8 %, the level at which portals flag. */
const flagWidth = criticalValue(0.998) / criticalValue(0.95);

/**
 * A topic's share against that of the region, of which it is a part. Told apart only where the region's lies outside the interval that is
 * printed beside, and outside a 99.8 % one: pages compare hundreds of shares.
 *
 * @param share with its 95 % interval
 * @param region as counted, or corrected like the share
 * @param isCounted no rule stands behind the shares, which might err
 */
export function regionVerdict(
  { say, telling }: ReplyTelling,
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  region: number,
  isCounted = false,
): Verdict {
  const { facts, voice } = telling;
  const is =
    value - flagWidth * (value - low) > region
      ? "more"
      : value + flagWidth * (high - value) < region
        ? "less"
        : "chance";
  const key = is === "chance" && isCounted ? "than.region.chance.counted" : (`than.region.${is}` as const);
  return {
    is,
    text: say(key, {
      Share: say(isCounted ? "than.this" : "than.corrected"),
      where: facts.portal.region.in,
      share: voice.percent(region),
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
    text: `${without}${say(`than.expected.${verdict}`, { Share, share: voice.percent(expected) })}`,
  };
}
