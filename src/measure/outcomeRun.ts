import { criticalValue } from "../model/confidence.ts";

/**
 * The Aalen–Johansen estimate of many overlapping groups, from keys in rising order (see survivalRun.ts). A test holds
 * that it gives the figures of the statistics folder's aalenJohansen, with its Greenwood variance.
 */
export interface OutcomesAt {
  /** Share still open. */
  readonly open: number;
  /** For each cause, the share that ended so, and its limits; they and `open` add to 1. */
  readonly share: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * @param keys 2 × rank of the wait, plus 1 while still waiting; keys[0 … to) rising
 * @param causes how each of them ended, below causeCount; not read for those still waiting
 * @param times the distinct waits in days
 * @param moments rising; an appeal that ended exactly then has ended
 */
export function outcomesAtMoments(
  keys: Uint32Array,
  causes: Uint8Array,
  to: number,
  times: Float64Array,
  causeCount: number,
  moments: readonly number[],
): OutcomesAt[] {
  const share = new Float64Array(causeCount);
  const variance = new Float64Array(causeCount);
  const slope = new Float64Array(causeCount);
  const ended = new Uint32Array(causeCount);
  // Only the risk of ending at all widens an estimate later on, so its second derivative is common to all causes.
  let curvature = 0;
  let open = 1;
  let i = 0;
  return moments.map((moment) => {
    while (i < to && times[keys[i]! >>> 1]! <= moment) {
      const rank = keys[i]! >>> 1;
      const atRisk = to - i;
      let events = 0;
      ended.fill(0);
      for (; i < to && keys[i]! === rank * 2; i++) {
        ended[causes[i]!]! += 1;
        events++;
      }
      while (i < to && keys[i]! >>> 1 === rank) i++;
      if (events === 0) continue;
      const before = open;
      const any = events / atRisk;
      open = events < atRisk ? open * ((atRisk - events) / atRisk) : 0;
      const scale = open > 0 ? 1 / open : 0;
      for (let cause = 0; cause < causeCount; cause++) {
        if (ended[cause] === 0) continue;
        const own = ended[cause]! / atRisk;
        const step = before * own;
        share[cause]! += step;
        variance[cause]! +=
          2 * step * slope[cause]! + step * step * curvature + (before * before * own * (1 - own)) / atRisk;
        slope[cause]! += step * curvature - (before * before * scale * own * (1 - any)) / atRisk;
      }
      curvature += (before * before * scale * scale * any * (1 - any)) / atRisk;
    }
    const limits = Array.from(share, (value, cause) => limitsOf(value, variance[cause]!));
    return {
      open,
      share: share.slice(),
      low: Float64Array.from(limits, ([low]) => low),
      high: Float64Array.from(limits, ([, high]) => high),
    };
  });
}

const z = criticalValue(0.95);

/** Limits on the log-log scale of 1 − F; [1, 1] where everything ended in this way and nothing is left to estimate from. */
function limitsOf(share: number, variance: number): [number, number] {
  const rest = 1 - share;
  const spread = z * Math.sqrt(Math.max(0, variance));
  if (rest <= 1e-12) return [1, 1];
  if (spread === 0) return [share, share];
  const exponent = spread / (rest * Math.log1p(-share));
  return [1 - rest ** Math.exp(exponent), 1 - rest ** Math.exp(-exponent)];
}
