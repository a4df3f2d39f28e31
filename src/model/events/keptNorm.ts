/**
 * Whether an event came within its norm, where dates may be known to the week alone. Two questions, two answers, and this is the
 * one home of both: of a single appeal only what is sure is said; a share may not choose its appeals by what became of them.
 */

/** Between two weeks a wait is up to so many days too long or too short. */
export const weekMargin = 6;

/**
 * Of a single appeal, and of counts of such: what is said of it must be true whatever the days of its weeks were.
 *
 * @param shortest days that the wait surely took
 * @param longest days that it took at most
 * @param norm days; null or NaN: none is set
 * @returns null where there is no norm, where a wait is not known (NaN), and where the week decides
 */
export function keptNorm(shortest: number, longest: number, norm: number | null): boolean | null {
  if (norm === null) return null;
  if (longest <= norm) return true;
  return shortest > norm ? false : null;
}

/** Beside a shorter norm a wait between two weeks says nothing. */
const shortestInWeeks = 14;

/**
 * The norm that shares judge an appeal by; NaN where they leave it out. Of those told by their weeks they take all whose norm is
 * long beside a week, by the wait between the two, too long as often as too short: to leave out those that the margin leaves open
 * would leave out the late and the nearly late.
 */
export function sharedNorm(norm: number | null, datesToWeek: boolean | undefined): number {
  return norm === null || (datesToWeek === true && norm < shortestInWeeks) ? NaN : norm;
}
