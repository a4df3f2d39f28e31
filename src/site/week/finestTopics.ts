import type { Facts } from "../../model/facts.ts";
import type { Weeks, WeekSubject } from "../../model/weeks.ts";

/** Topics that have none below them, by how many appeals of the last week they have; hidden ones and none at the end, "not stated" left out. */
export function finestTopics({ vocabulary }: Pick<Facts, "vocabulary">, { topics }: Weeks): WeekSubject[] {
  const parents = new Set(vocabulary.topics.map(({ parent }) => parent));
  const last = ({ received }: WeekSubject): number => received.at(-1) ?? 0.5;
  return topics
    .filter(({ code }) => code !== "" && !parents.has(code))
    .sort((a, b) => last(b) - last(a) || (a.code < b.code ? -1 : 1));
}
