import type { Facts } from "../../model/facts.ts";
import { receivedBy, subjectsOf } from "../../model/subjectsOfFacts.ts";
import { peersOf } from "./peers.ts";

/** The agencies nearest to one by number of appeals, of the appeals of the last twelve months; none where it has too few to be compared. */
export function peersOfAgency(facts: Facts, code: string): string[] {
  const loads = subjectsOf(facts, "agency").map((subject) => ({
    code: subject.code,
    received: receivedBy(subject.periods.year.measures),
  }));
  return peersOf(loads, code, facts.portal.minimum.compared);
}
