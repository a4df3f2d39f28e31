import type { Voice } from "../language.ts";
import { type ReviewKey, reviewTexts } from "./reviewTexts.ts";

/** First and last day of whole months, ISO dates. */
interface MonthsOfYear {
  readonly from: string;
  readonly to: string;
}

export interface PeriodNames {
  /** «III квартал 2026 года» */
  name: (months: MonthsOfYear) => string;
  /** The same as it stands in a sentence: «в III квартале 2026 года», «за девять месяцев 2026 года». */
  within: (months: MonthsOfYear) => string;
  /** By its months, from January on: «январь — сентябрь 2026 года». */
  since: (months: MonthsOfYear) => string;
}

/** What stretches of months are called, whatever they are the period of. */
export function periodNames(voice: Voice): PeriodNames {
  const say = reviewTexts(voice);
  const monthOf = (iso: string): number => Number(iso.slice(5, 7));
  /** The name of a month without its year, which is its last word. */
  const bare = (month: string): string => month.replace(/[\s\u00a0]\d{4}$/u, "");

  /** The calendar's own name of the months; null where it has none. */
  function key({ from, to }: MonthsOfYear): string | null {
    const [first, last] = [monthOf(from), monthOf(to)];
    const length = last - first + 1;
    if (length === 12) return "year";
    if (length === 9 && first === 1) return "nine";
    if (length === 6 && first % 6 === 1) return `half.${(last / 6) as 1 | 2}`;
    if (length === 3 && first % 3 === 1) return `quarter.${last / 3}`;
    return null;
  }

  function since({ from, to }: MonthsOfYear): string {
    const year = from.slice(0, 4);
    if (from.slice(0, 7) === to.slice(0, 7)) return say("period.month", { month: voice.month(from) });
    return say("period.months", { from: bare(voice.month(from)), to: bare(voice.month(to)), year });
  }

  return {
    since,
    name: (months) => {
      const own = key(months);
      return own === null ? since(months) : say(`period.${own}` as ReviewKey, { year: months.from.slice(0, 4) });
    },
    within: (months) => {
      const { from, to } = months;
      const year = from.slice(0, 4);
      const own = key(months);
      if (own !== null) return say(`period.in.${own}` as ReviewKey, { year });
      if (from.slice(0, 7) === to.slice(0, 7)) return say("period.in.month", { month: voice.inMonth(from) });
      return say("period.in.months", { to: bare(voice.month(to)), year });
    },
  };
}
