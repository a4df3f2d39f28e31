import { type MarkShare } from "../../model/replies.ts";
import { type ReplyTelling } from "./replyTelling.ts";

/** A comparison with its verdict: no page sets one share beside another without saying whether chance explains the difference. */
interface Verdict {
  readonly is: "more" | "less" | "chance";
  readonly text: string;
}

/**
 * A share against that of the region. The interval of the part is taken, the wider one; a share is told apart from the region's only
 * where that lies outside.
 *
 * @param share with its 95 % interval
 * @param region as counted, or corrected like the share
 */
export function regionVerdict(
  { say, telling }: ReplyTelling,
  { low, high }: { readonly low: number; readonly high: number },
  region: number,
): Verdict {
  const { facts, voice } = telling;
  const is = low > region ? "more" : high < region ? "less" : "chance";
  return { is, text: say(`than.region.${is}`, { where: facts.portal.region.in, share: voice.percent(region) }) };
}

/** A mark's share against what an agency's topics and outcomes make of the others: by the interval of found / expected. */
export function expectedVerdict(
  { say, telling }: ReplyTelling,
  { expected, low, high }: NonNullable<MarkShare["adjusted"]>,
): Verdict {
  const is = low !== null && low > 1 ? "more" : high !== null && high < 1 ? "less" : "chance";
  return { is, text: say(`than.expected.${is}`, { share: telling.voice.percent(expected) }) };
}
