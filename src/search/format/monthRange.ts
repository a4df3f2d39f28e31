/** Months of the histogram, and the dates that choosing some of them means. */

/** All months from one day to another, YYYY-MM. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split("-").map(Number);
  for (
    let name = from.slice(0, 7);
    name <= to.slice(0, 7);
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`
  ) {
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

export interface Dates {
  from: string | null;
  to: string | null;
}

/** The dates of a choice of months by their positions; null where it reaches the end of all. */
export function datesOf(months: readonly string[], first: number, last: number): Dates {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  return {
    from: low <= 0 ? null : `${months[low] ?? ""}-01`,
    to: high >= months.length - 1 ? null : lastDay(months[high] ?? ""),
  };
}

/** Positions of the months in which a choice of dates begins and ends. */
export function positionsOf(months: readonly string[], { from, to }: Dates): [first: number, last: number] {
  const first = from === null ? 0 : months.findIndex((month) => month >= from.slice(0, 7));
  const last = to === null ? months.length - 1 : months.findLastIndex((month) => month <= to.slice(0, 7));
  return [first === -1 ? months.length - 1 : first, Math.max(last, 0)];
}
