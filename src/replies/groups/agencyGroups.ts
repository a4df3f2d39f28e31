import type { GroupedReplies } from "./groupReplies.ts";
import { leastAlike } from "./joinTexts.ts";
import type { GroupedAppeal } from "./repliedAppeal.ts";
import { typicalOf } from "./typicalText.ts";

/** A text repeats from so many copies of one agency on: four people may well be told the same by chance. */
const fewestCopies = 5;

/** Nearly identical replies of one agency. */
export interface AgencyGroup {
  readonly agency: string | null;
  /** In the order of their replies. */
  readonly members: readonly GroupedAppeal[];
  /** The most typical of them. */
  readonly typical: GroupedAppeal;
  /** How often each shingle occurs in a sample of the members, as a share. */
  readonly shareOfShingle: (shingle: number) => number;
  /** Nearly identical replies of other agencies, and of how many. */
  readonly elsewhere: number;
  readonly elsewhereAgencies: number;
}

/** So many copies tell what is common to all. */
const asked = 64;

function sharesOf(texts: readonly number[], { sets }: GroupedReplies): (shingle: number) => number {
  const sample = texts.slice(0, asked);
  const counts = new Map<number, number>();
  for (const text of sample) for (const shingle of sets.of(text)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  return (shingle) => (counts.get(shingle) ?? 0) / sample.length;
}

/**
 * The groups of each agency, of `fewestCopies` and more: what an agency sends often counts, not that others write as it does. The
 * largest first, equal ones in the order of their first reply.
 */
export function agencyGroups(grouped: GroupedReplies): AgencyGroup[] {
  const { long, roots, sets } = grouped;
  const groups: AgencyGroup[] = [];
  for (const texts of Map.groupBy(roots.keys(), (text) => roots[text]!).values()) {
    const byAgency = Map.groupBy(texts, (text) => long[text]!.agency);
    for (const [agency, own] of byAgency) {
      if (own.length < fewestCopies) continue;
      groups.push({
        agency,
        members: own.map((text) => long[text]!),
        typical: long[typicalOf(own, sets, leastAlike)]!,
        shareOfShingle: sharesOf(own, grouped),
        elsewhere: texts.length - own.length,
        elsewhereAgencies: [...byAgency.keys()].filter((other) => other !== agency && other !== null).length,
      });
    }
  }
  return groups.sort((a, b) => b.members.length - a.members.length);
}
