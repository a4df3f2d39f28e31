import { withAbove } from "../model/events/belonging.ts";
import type { Facts } from "../model/facts.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";

const listedDimensions = ["agency", "topic", "place"] as const;
export type ListedDimension = (typeof listedDimensions)[number];

/** Appeals in one list. The lists by month hold all; a full copy for each agency, topic and place would triple them. */
export const mostListed = 200;

export interface SubjectList {
  dimension: ListedDimension;
  code: string;
  /** All appeals of the subject, those of what is below it among them. */
  total: number;
  /** The newest of them. */
  appeals: ListedAppeal[];
}

/** Plain lists of the newest appeals of every agency, topic and place that has any, in the order of the vocabulary. */
export function subjectLists(
  newestFirst: readonly ListedAppeal[],
  { agencies, topics, places }: Facts["vocabulary"],
): SubjectList[] {
  const entries = { agency: agencies.map(({ code }) => ({ code, parent: null })), topic: topics, place: places };
  return listedDimensions.flatMap((dimension) => {
    const lists = new Map(
      entries[dimension].map(({ code }): [string, SubjectList] => [code, { dimension, code, total: 0, appeals: [] }]),
    );
    const above = withAbove(entries[dimension]);
    for (const appeal of newestFirst) {
      for (const code of above(appeal[dimension] ?? "")) {
        const list = lists.get(code)!;
        list.total += 1;
        if (list.appeals.length < mostListed) list.appeals.push(appeal);
      }
    }
    return [...lists.values()].filter(({ total }) => total > 0);
  });
}

/** Address of a page inside the portal. */
export function subjectListAddress(dimension: ListedDimension, code: string): string {
  return `/appeals/by/${dimension}/${code}/`;
}
