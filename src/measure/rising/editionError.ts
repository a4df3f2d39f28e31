/** One count that is looked at, and the law it would follow if nothing had changed. */
export interface Judged {
  /** The chance of such a count or a larger one. */
  readonly p: number;
  /** The chance that the count is large enough to be told at all. */
  readonly reachable: number;
}

/**
 * Of all counts that an edition looks at, those that may be called a rise, so that in an edition in which nothing has risen
 * the chance of even one false alarm is at most `rate`, and of those that are named in any edition at most that share is false
 * on average.
 *
 * The step-up rule of Benjamini & Hochberg 1995, made for counts: most cells are so small that they hardly ever reach a number
 * that may be told, and count in the family by the chance that they do (Tarone 1990, Biometrics 46:515), as Heyse 2011 does
 * with attainable p-values and Döhler, Durand & Roquain 2018 (doi 10.1214/18-EJS1441) prove: Σ Fᵢ(t)/(1 − cap) ≤ rate·k.
 * Fᵢ(t) is bounded from above by min(t, reachable), and no p above the cap is ever called a rise.
 *
 * @returns for each, whether it is called a rise
 */
export function withinErrorRate(judged: readonly Judged[], rate: number): boolean[] {
  const cap = rate / 2;
  const order = judged.map((_, index) => index).sort((a, b) => judged[a]!.p - judged[b]!.p || a - b);
  const reachable = judged.map((one) => one.reachable).sort((a, b) => a - b);
  const sums = [0];
  for (const one of reachable) sums.push(sums.at(-1)! + one);
  // How many are expected below t by chance alone: the small ones by what they can reach, the others by t.
  let small = 0;
  let called = 0;
  for (let rank = 1; rank <= order.length; rank++) {
    const t = judged[order[rank - 1]!]!.p;
    if (t > cap) break;
    while (small < reachable.length && reachable[small]! < t) small++;
    const expected = sums[small]! + (reachable.length - small) * t;
    if (expected / (1 - cap) <= rate * rank) called = rank;
  }
  const rises = judged.map(() => false);
  for (const index of order.slice(0, called)) rises[index] = true;
  return rises;
}
