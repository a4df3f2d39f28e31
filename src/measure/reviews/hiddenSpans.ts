/**
 * Which periods have to be hidden beside the months that are, so that no subtraction gives a hidden month away.
 *
 * What is published of periods is a sum over months: of a period from month a to month b it is X(b) − X(a), where X is what
 * was summed up before a month. Whoever knows some of these differences knows those of all months that a chain of
 * published periods joins. So months are joined one period after the other, and a period is left out that would join two
 * between which fewer people stand in hidden months than are shown anywhere. Periods that begin and end nearly with one
 * another are compared as well: the difference of two of them tells of both ends together.
 */

/** Months first … last − 1 by their place in the series. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * @param received appeals of each month of the series
 * @param shown fewer than this: a month tells nothing but their number
 * @param published spans that are published anyway
 * @param wanted spans that are to be published, the most important first
 * @returns those of the wanted that stay hidden
 */
export function hiddenSpans<Span extends MonthSpan>(
  received: readonly number[],
  shown: number,
  published: readonly MonthSpan[],
  wanted: readonly Span[],
): Set<Span> {
  /** Appeals in hidden months before each month. */
  const before = [0];
  for (const count of received) before.push(before.at(-1)! + (count < shown ? count : 0));
  const hiddenIn = (from: number, to: number): number => before[to]! - before[from]!;
  const isFew = (count: number): boolean => count > 0 && count < shown;
  if (before.at(-1) === 0) return new Set();

  const group = before.map((_, place) => place);
  const members = before.map((_, place) => [place]);
  const join = (a: number, b: number): void => {
    const [into, from] = [group[a]!, group[b]!];
    if (into === from) return;
    for (const place of members[from]!) group[place] = into;
    members[into] = [...members[into]!, ...members[from]!].sort((one, other) => one - other);
    members[from] = [];
  };
  received.forEach((count, month) => {
    if (count >= shown || count === 0) join(month, month + 1);
  });
  for (const { first, last } of published) join(first, last);

  /** Places between which and this one few stand, in a direction. */
  const near = (place: number, step: 1 | -1): number[] => {
    const found = [];
    for (let at = place; at >= 0 && at < before.length; at += step) {
      const between = step === 1 ? hiddenIn(place, at) : hiddenIn(at, place);
      if (between >= shown) break;
      found.push(at);
    }
    return found;
  };
  /** Whether knowing what stands between two places, beside all that is known, tells of few. */
  const tells = (from: number, to: number): boolean => {
    if (isFew(hiddenIn(from, to))) return true;
    const ends = [to, ...near(to, 1), ...near(to, -1)];
    return [from, ...near(from, 1), ...near(from, -1)].some((start) =>
      ends.some(
        (end) =>
          start < end &&
          group[start] === group[end] &&
          ((start >= from && end <= to) || (start <= from && end >= to)) &&
          isFew(Math.abs(hiddenIn(from, to) - hiddenIn(start, end))),
      ),
    );
  };
  const hidden = new Set<Span>();
  for (const span of wanted) {
    const [one, other] = [group[span.first]!, group[span.last]!];
    if (one === other) {
      if (isFew(hiddenIn(span.first, span.last))) hidden.add(span);
      continue;
    }
    const pairs = members[one]!.flatMap((a) => members[other]!.map((b) => [Math.min(a, b), Math.max(a, b)] as const));
    if (pairs.some(([from, to]) => tells(from, to))) hidden.add(span);
    else join(span.first, span.last);
  }
  return hidden;
}
