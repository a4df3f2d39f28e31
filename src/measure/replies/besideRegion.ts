import { criticalValue } from "../../model/confidence.ts";
import { besidePrinted } from "../../model/printedInterval.ts";
import type { BesideRegion } from "../../model/replies.ts";

/** So much wider than a 95 % interval is one of 99.8 %, the level at which portals flag. */
const flagWidth = criticalValue(0.998) / criticalValue(0.95);

/**
 * A topic's share beside that of the region, of which it is a part. Told apart only where the region's lies outside the interval that is
 * printed beside, and outside a 99.8 % one: pages compare hundreds of shares.
 *
 * @param share with its 95 % interval
 * @param region as counted, or corrected like the share
 */
export function besideRegion(
  share: { readonly value: number; readonly low: number; readonly high: number },
  region: number,
): BesideRegion {
  const { value, low, high } = share;
  const side = besidePrinted(share, region);
  const isMore = side === "below" && region < value - flagWidth * (value - low);
  const isLess = side === "above" && region > value + flagWidth * (high - value);
  return { value: region, verdict: isMore ? "more" : isLess ? "less" : "chance" };
}
