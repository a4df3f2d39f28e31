import { poissonProbability } from "./stirling.ts";

/**
 * Both tails of the gamma distribution with shape a > 0 and scale 1 at x >= 0: the regularized incomplete
 * gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), the smaller one computed directly (series below the
 * mean, Lentz's continued fraction above it).
 * Source: Abramowitz & Stegun 6.5.29 and 6.5.31.
 */
export function gammaTails(a: number, x: number): { lower: number; upper: number } {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, poissonProbability(a, x) * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16 || n > 10_000) break;
  }
  const upper = Math.min(1, poissonProbability(a, x) * a * fraction);
  return { lower: 1 - upper, upper };
}

/** The probability that a chi-square variable with the given degrees of freedom exceeds x >= 0. */
export function chiSquareTail(x: number, degrees: number): number {
  return gammaTails(degrees / 2, x / 2).upper;
}

/**
 * The gamma quantile: the x at which the named tail of shape a > 0 holds the given probability, 0 < p <= 0.5.
 * Newton's steps from the Wilson–Hilferty guess, kept inside a shrinking bracket.
 */
export function gammaQuantile(tail: "lower" | "upper", p: number, a: number): number {
  const side = tail === "lower" ? -1 : 1;
  const z = side * Math.sqrt(-2 * Math.log(p));
  let low = 0;
  let high = Infinity;
  let x = Math.max(a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3, 1e-3 * a);
  for (let step = 0; step < 200; step++) {
    const excess = side * (p - gammaTails(a, x)[tail]);
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = (poissonProbability(a, x) * a) / x;
    let next = x - excess / density;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 4e-16 * x) return next;
    x = next;
  }
  return x;
}
