import { criticalValue } from "../../model/confidence.ts";
import { correctedShare, type RuleTrial } from "./correctedShare.ts";
import type { ShareInterval } from "./wilson.ts";

/** Replies, and in how many of them the rule found the mark. */
interface Counted {
  readonly found: number;
  readonly total: number;
}

/**
 * A share of which a part is known as it was found: (f + n₁ · c) / n, with f found copies, n₁ other replies and c their share corrected by
 * Rogan & Gladen (correctedShare.ts). A rule that errs in one of twenty texts has not erred in one of twenty copies of a single text.
 * The variance is that of c by n₁/n, and that between the two parts: how many of n replies are copies is chance as well (law of total
 * variance). Without copies it is the corrected share itself.
 *
 * @param copies taken as found
 * @param rest corrected
 * @returns null where the rest cannot be corrected
 * @throws RangeError if counts are impossible, or there are no replies
 */
export function correctedRest(copies: Counted, rest: Counted, trial: RuleTrial): ShareInterval | null {
  const total = copies.total + rest.total;
  if (!(copies.found >= 0 && copies.found <= copies.total && rest.total >= 0 && total > 0))
    throw new RangeError("found copies are not between 0 and the copies");
  if (copies.total === 0) return correctedShare(rest.found, rest.total, trial);
  const none = { share: 0, lower: 0, upper: 0 };
  const corrected = rest.total === 0 ? none : correctedShare(rest.found, rest.total, trial);
  if (corrected === null) return null;
  const [ofCopies, ofRest] = [copies.found / total, rest.total / total];
  const share = Math.min(1, ofCopies + ofRest * corrected.share);
  const between = Math.max(0, ofCopies + ofRest * corrected.share ** 2 - share ** 2) / total;
  const byChance = criticalValue(0.95) * Math.sqrt(between);
  return {
    share,
    lower: Math.max(0, share - Math.hypot(ofRest * (corrected.share - corrected.lower), byChance)),
    upper: Math.min(1, share + Math.hypot(ofRest * (corrected.upper - corrected.share), byChance)),
  };
}
