import { normalisedReply } from "../normalisedReply.ts";
import { allBands, BandTable, type Mates } from "./bandTable.ts";
import { joinTexts } from "./joinTexts.ts";
import { groupedAppeal, type GroupedAppeal, type RepliedAppeal } from "./repliedAppeal.ts";
import { ShingleSets, shinglesOf } from "./shingles.ts";

/**
 * A reply of fewer words is a short formula and never said to repeat: of 328 replies of a real service half are the same after
 * normalising, because «выполнено» is all that there is to say.
 */
const wordsOfAReply = 12;

export interface GroupedReplies {
  /** All appeals with a published reply, as they came. */
  readonly replied: readonly GroupedAppeal[];
  /** Of each of them whether its reply is shorter than `wordsOfAReply`. */
  readonly isShort: readonly boolean[];
  /** Those with longer ones, in the order of their replies; the texts below are numbers of them. */
  readonly long: readonly GroupedAppeal[];
  readonly sets: ShingleSets;
  /** Of each text the root of its group. */
  readonly roots: Int32Array;
}

/** Numbers of appeals in the order of their replies, as far as their days are known: later ones must not change which of the earlier come first. */
function inOrder(appeals: readonly GroupedAppeal[]): number[] {
  const keyed = appeals.map(({ closed, firstReply, received, id }, at) => ({
    at,
    key: `${(closed ?? firstReply ?? received).slice(0, 10)} ${id}`,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ at }) => at);
}

/**
 * Groups of nearly identical replies: normalised, compared by shingles of three words, joined from a Jaccard index of 0.6 on. The
 * same whatever order the appeals come in. Keeps no text.
 *
 * @param appeals with distinct ids; those without a published reply are left out
 * @param matesOf how texts worth comparing are found
 */
export function groupReplies(
  appeals: Iterable<RepliedAppeal>,
  matesOf: (sets: ShingleSets) => (most: number) => Mates = byBands,
): GroupedReplies {
  const sets = new ShingleSets();
  const replied: GroupedAppeal[] = [];
  const isShort: boolean[] = [];
  for (const appeal of appeals) {
    if (appeal.reply === null) continue;
    const { words } = normalisedReply(appeal.reply);
    replied.push(groupedAppeal(appeal));
    isShort.push(words.length < wordsOfAReply);
    if (words.length >= wordsOfAReply) sets.add(shinglesOf(words));
  }
  const read = replied.filter((_, at) => !isShort[at]);
  const order = inOrder(read);
  sets.arrange(order);
  return { replied, isShort, long: order.map((at) => read[at]!), sets, roots: joinTexts(sets, matesOf(sets)) };
}

function byBands(sets: ShingleSets): (most: number) => Mates {
  const keys = allBands(sets);
  return (most) => new BandTable(keys, most);
}
