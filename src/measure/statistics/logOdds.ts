/** How many texts hold a word, of how many, now and before. */
export interface WordUse {
  readonly now: number;
  readonly nowTexts: number;
  readonly before: number;
  readonly beforeTexts: number;
  /** The share of all texts that hold it. */
  readonly everywhere: number;
}

/** All texts together weigh as much as so many: a word of two texts does not look telling by chance. */
const priorTexts = 50;

/**
 * By how many standard errors a word stands more often in the texts now than in those before: the log-odds ratio with an
 * informative Dirichlet prior. Source: Monroe, Colaresi & Quinn 2008, "Fightin' Words", Political Analysis 16:372, formulas 16,
 * 20 and 22, of texts that hold a word in place of its occurrences.
 */
export function logOddsScore({ now, nowTexts, before, beforeTexts, everywhere }: WordUse): number {
  // Never quite nothing or everything, so that the odds are numbers.
  const prior = priorTexts * Math.min(0.999, Math.max(0.001, everywhere));
  const odds = (holds: number, texts: number): number =>
    Math.log((holds + prior) / (texts + priorTexts - holds - prior));
  const variance = 1 / (now + prior) + 1 / (before + prior);
  return (odds(now, nowTexts) - odds(before, beforeTexts)) / Math.sqrt(variance);
}
