import type { Channel } from "./channel.ts";
import type { Facts } from "./facts.ts";

/** From so many months on, what the exports hold is not what the twelve months were. */
const half = 6;

/** What the exports of a channel lack in the last twelve months. */
export interface BrokenExports {
  /** Months with less than a fifth of the usual number of appeals: "2024-03". */
  months: string[];
  /** True where so many are missing that the year cannot be spoken of as a whole. */
  mostly: boolean;
}

/** @returns null where no month of the last twelve stands out by its lack of appeals */
export function brokenExports({ edition, periods }: Facts, channel: Channel): BrokenExports | null {
  const [from, to] = [periods.year.from.slice(0, 7), periods.year.to.slice(0, 7)];
  const collapsed = edition.sources
    .filter(({ channels }) => channels.includes(channel))
    .flatMap((source) => source.collapsedMonths);
  const months = [...new Set(collapsed)].filter((month) => month >= from && month <= to).sort();
  return months.length === 0 ? null : { months, mostly: months.length >= half };
}
