import { type Confidence, criticalValue } from "../../model/confidence.ts";

/** An estimate with the limits of its interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A share between 0 and 1 with its interval. */
export interface ShareInterval extends Interval {
  readonly share: number;
}

/**
 * Wilson score interval of a share: (2x + z^2 ∓ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)).
 * It keeps its coverage for small n and for shares near 0 and 1, where the textbook (Wald) interval fails.
 * Source: Wilson 1927 (doi 10.2307/2276774); Newcombe 1998 (Stat Med 17:857), method 3.
 *
 * @param count successes x, 0 <= x <= n
 * @param total trials n, >= 1
 * @throws RangeError if the counts are impossible
 */
export function wilson(count: number, total: number, confidence: Confidence = 0.95): ShareInterval {
  return wilsonAt(count, total, criticalValue(confidence));
}

/** The same at any level, by its critical value z. Counts of trials that weigh less than one each may be fractions. */
export function wilsonAt(count: number, total: number, z: number): ShareInterval {
  if (!(total > 0 && total < Infinity)) throw new RangeError("a share needs at least one trial");
  if (!(count >= 0 && count <= total)) throw new RangeError("successes are not between 0 and the trials");
  const square = z * z;
  const spread = z * Math.sqrt(square + 4 * count * (1 - count / total));
  const divisor = 2 * (total + square);
  return {
    share: count / total,
    // At the ends the formula gives exactly 0 and 1; rounding must not say otherwise.
    lower: count === 0 ? 0 : (2 * count + square - spread) / divisor,
    upper: count === total ? 1 : (2 * count + square + spread) / divisor,
  };
}
