/** The usual is taken from so many weeks: a quarter. */
const recentWeeks = 13;
/** With fewer of them nobody can say what is usual. */
const fewestRecent = 8;
/** The weeks before a count that are no part of its past, so that a rise which has begun does not hide itself. */
export const gap = 1;

/** The weeks from which is taken what is usual in a week, by place in the series; null where there are too few of them. */
export function pastWeeks(week: number): { from: number; until: number } | null {
  const [from, until] = [Math.max(0, week - gap - recentWeeks), week - gap];
  return until - from < fewestRecent ? null : { from, until };
}
