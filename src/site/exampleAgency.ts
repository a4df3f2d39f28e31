import type { Facts, Subject } from "../model/facts.ts";
import type { TextlessAppeal } from "../edition/listedAppeal.ts";
import { type Headline, headlineOf } from "../model/headlineChoice.ts";
import { inNormOf, subjectsOf } from "../model/subjectsOfFacts.ts";

/** The agency by which the method page explains the figures, with the figures it leads with. */
export interface ExampleAgency {
  subject: Subject;
  headline: Headline;
  /** Rows of the table of appeals behind the headline. */
  rows: number;
  /** Every appeal behind it stands in the table with its own dates, so that the figures can be computed anew from there. */
  isWhole: boolean;
}

/**
 * The agency with the most appeals in its largest channel, among those that can be computed anew from the published
 * appeals: none taken down, none with dates to the week. Where there is no such agency, the largest of all.
 *
 * @returns null where no agency has a median and a share in time
 */
export function exampleAgency(facts: Facts, appeals: readonly TextlessAppeal[]): ExampleAgency | null {
  const { from, to } = facts.periods.year;
  const candidates = subjectsOf(facts, "agency").flatMap((subject) => {
    const headline = headlineOf(facts, subject.periods.year);
    if (!headline) return [];
    const share = headline.measures[inNormOf[headline.event]];
    return headline.times.median.state === "exact" && share.state === "exact" ? [{ subject, headline }] : [];
  });
  candidates.sort((a, b) => b.headline.times.n - a.headline.times.n || (a.subject.code < b.subject.code ? -1 : 1));
  let largest: ExampleAgency | null = null;
  for (const { subject, headline } of candidates) {
    const behind = appeals.filter(
      ({ agency, channel, received }) =>
        agency === subject.code &&
        channel === headline.channel &&
        received.slice(0, 10) >= from &&
        received.slice(0, 10) <= to,
    );
    const { received } = headline.measures;
    const isWhole =
      received.state === "exact" && received.value === behind.length && !behind.some(({ datesToWeek }) => datesToWeek);
    const example = { subject, headline, rows: behind.length, isWhole };
    if (isWhole) return example;
    largest ??= example;
  }
  return largest;
}
