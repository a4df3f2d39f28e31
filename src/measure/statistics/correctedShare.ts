import { type Confidence, criticalValue } from "../../model/confidence.ts";
import type { ShareInterval } from "./wilson.ts";

/** How a rule did on texts that people had coded: of those that have the mark, and of those that have not. */
export interface RuleTrial {
  /** Texts with the mark, and how many of them the rule found. */
  readonly having: number;
  readonly found: number;
  /** Texts without it, and how many of them the rule left alone. */
  readonly lacking: number;
  readonly left: number;
}

/**
 * A share corrected for the errors of the rule that counted it: (p + Sp − 1) / (Se + Sp − 1), kept between 0 and 1
 * (Rogan & Gladen 1978, Am J Epidemiol 107:71). The interval counts in that sensitivity Se and specificity Sp are known
 * from some texts only (Lang & Reiczigel 2014, Prev Vet Med 113:13, eq. 6, 7, 16, 17): with z² observations added to the
 * share and two to each trial, the delta method, moved by dP. It is not narrow where a rule made no mistake on few texts.
 *
 * @param count replies in which the rule found the mark, of total ≥ 1
 * @returns null where the rule does no better than chance (Se + Sp ≤ 1): then nothing can be said
 * @throws RangeError if counts are impossible, or a trial has no texts with the mark or none without
 */
export function correctedShare(
  count: number,
  total: number,
  trial: RuleTrial,
  confidence: Confidence = 0.95,
): ShareInterval | null {
  if (!(total > 0 && count >= 0 && count <= total))
    throw new RangeError("found ones are not between 0 and the replies");
  if (!(trial.having > 0 && trial.lacking > 0))
    throw new RangeError("a trial needs texts with the mark and without it");
  if (!(trial.found >= 0 && trial.found <= trial.having && trial.left >= 0 && trial.left <= trial.lacking))
    throw new RangeError("a trial found more than there is");
  const z = criticalValue(confidence);
  const gain = trial.found / trial.having + trial.left / trial.lacking - 1;
  const sensitivity = (trial.found + 1) / (trial.having + 2);
  const specificity = (trial.left + 1) / (trial.lacking + 2);
  const smoothGain = sensitivity + specificity - 1;
  if (gain <= 0 || smoothGain <= 0) return null;

  const raw = (count + (z * z) / 2) / (total + z * z);
  const middle = (raw + specificity - 1) / smoothGain;
  const ofSensitivity = (sensitivity * (1 - sensitivity)) / (trial.having + 2);
  const ofSpecificity = (specificity * (1 - specificity)) / (trial.lacking + 2);
  const variance =
    ((raw * (1 - raw)) / (total + z * z) + middle ** 2 * ofSensitivity + (1 - middle) ** 2 * ofSpecificity) /
    smoothGain ** 2;
  const moved = middle + 2 * z * z * (middle * ofSensitivity - (1 - middle) * ofSpecificity);
  const share = correctedPoint(count / total, trial);
  return {
    share,
    // The estimate is not always inside: it is kept in.
    lower: Math.min(share, within(moved - z * Math.sqrt(variance))),
    upper: Math.max(share, within(moved + z * Math.sqrt(variance))),
  };
}

/** The corrected share alone, for a share that is expected and was not counted. @param trial of a rule that does better than chance */
export function correctedPoint(share: number, trial: RuleTrial): number {
  const specificity = trial.left / trial.lacking;
  return within((share + specificity - 1) / (trial.found / trial.having + specificity - 1));
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
