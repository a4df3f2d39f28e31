import type { ShingleSets } from "./shingles.ts";

/** So many members tell which shingles are usual in a group; more cost time and change nothing. */
const asked = 64;
/** Among so many the most typical one is looked for… */
const judged = 512;
/** …and so many that are likely to be it are compared with the others one by one. */
const finalists = 8;

/** Members, those first whose shingles let expect the highest Jaccard index with the others; equal ones in their order. */
function byExpectation(members: readonly number[], sets: ShingleSets): number[] {
  const sample = members.slice(0, asked);
  const counts = new Map<number, number>();
  let total = 0;
  for (const member of sample)
    for (const shingle of sets.of(member)) {
      counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
      total += 1;
    }
  const expected = members.map((member) => {
    const shingles = sets.of(member);
    let shared = 0;
    for (const shingle of shingles) shared += counts.get(shingle) ?? 0;
    return { member, alike: shared / (shingles.length * sample.length + total - shared) };
  });
  return expected.sort((a, b) => b.alike - a.alike).map(({ member }) => member);
}

/**
 * The member of a group with which most of the others are nearly identical. Of equal ones the one that is expected to be most like them,
 * then the first.
 *
 * @param members numbers of texts in the order in which they count; at least one
 * @param least the Jaccard index from which on two texts are nearly identical
 */
export function typicalOf(members: readonly number[], sets: ShingleSets, least: number): number {
  if (members.length < 3) return members[0]!;
  const known = members.slice(0, judged);
  let [best, most] = [members[0]!, -1];
  for (const candidate of byExpectation(known, sets).slice(0, finalists)) {
    let alike = 0;
    for (const member of known) if (sets.jaccard(candidate, member, least) > 0) alike += 1;
    if (alike > most) [best, most] = [candidate, alike];
    if (alike === known.length) break;
  }
  return best;
}
