/** What a count of the coming weeks should be if nothing has changed: mean and variance of what will be counted. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
}

/** A week this far above the others (in standard deviations) was an outbreak of its own: it counts for less. */
const outbreakBeyond = 2.58;

/**
 * What past weeks lead to expect of as many weeks as are counted now. The variance is that of the count itself and that of the
 * estimate together, as in Farrington, Andrews, Beale & Catchpole 1996 (J R Statist Soc A 159:547), with the negative
 * binomial law and the weights of past outbreaks of Noufaily et al. 2013 (doi 10.1002/sim.5595): a week with a standardised
 * residual s above 2.58 weighs s⁻² of it. Half an appeal is added, so that weeks of nothing do not promise nothing for good.
 *
 * @param past counts of single weeks; at least one
 * @param spread c in m + c·m² (spreads)
 * @param weeks how many weeks the count is of
 * @param growth by what the level has moved since those weeks
 */
export function expectedOf(past: readonly number[], spread: number, weeks: number, growth = 1): Expected {
  const plain = meanOf(
    past,
    past.map(() => 1),
  );
  const deviation = Math.sqrt(plain + spread * plain * plain);
  const weights = past.map((count) => {
    const residual = deviation > 0 ? (count - plain) / deviation : 0;
    return residual > outbreakBeyond ? (outbreakBeyond / residual) ** 2 : 1;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const level = meanOf(past, weights) + 0.5 / all;
  const rate = level * growth;
  const mean = rate * weeks;
  const ofEstimate = ((level + spread * level * level) / all) * (growth * weeks) ** 2;
  // Neighbouring weeks wander together: what spreads them is not averaged out over two of them.
  return { mean, variance: mean + spread * mean * mean + ofEstimate };
}

function meanOf(values: readonly number[], weights: readonly number[]): number {
  let [sum, all] = [0, 0];
  values.forEach((value, index) => {
    sum += value * weights[index]!;
    all += weights[index]!;
  });
  return sum / all;
}
