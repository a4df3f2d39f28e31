const LOG_SQRT_TWO_PI = 0.9189385332046727;

/**
 * What Stirling's formula lacks: ln Γ(x + 1) - ((x + 1/2) ln x - x + ln sqrt 2π), for x > 0.
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities"; the series is
 * Abramowitz & Stegun 6.1.41, carried below 16 by the recurrence of Γ.
 */
function stirlingError(x: number): number {
  let shifted = x;
  let error = 0;
  for (; shifted < 16; shifted++) error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const s = 1 / (shifted * shifted);
  return error + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / shifted;
}

/** x ln(x / m) + m - x for x, m > 0, without cancellation where x is near m (Loader 2000). */
function deviance(x: number, m: number): number {
  const ratio = (x - m) / (x + m);
  if (Math.abs(ratio) >= 0.1) return x * Math.log(x / m) + m - x;
  let sum = (x - m) * ratio;
  let power = 2 * x * ratio;
  for (let j = 3; ; j += 2) {
    power *= ratio * ratio;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * m^x e^-m / Γ(x + 1): the Poisson probability of x at mean m, for whole and fractional x >= 0, m >= 0.
 * Right to about 14 digits also for large x, where differences of log-factorials are not.
 */
export function poissonProbability(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  if (m === 0) return 0;
  return Math.exp(-stirlingError(x) - deviance(x, m) - LOG_SQRT_TWO_PI - Math.log(x) / 2);
}

/** C(n, x) p^x (1 - p)^(n - x): the binomial probability of x successes in n trials, 0 <= x <= n whole. */
export function binomialProbability(x: number, n: number, p: number): number {
  if (p === 0 || p === 1) return x === n * p ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const distance = deviance(x, n * p) + deviance(n - x, n * (1 - p));
  return Math.exp(correction - distance - LOG_SQRT_TWO_PI + Math.log(n / (x * (n - x))) / 2);
}
