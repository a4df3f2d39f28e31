import { normalisedReply } from "../normalisedReply.ts";
import { allBands, BandTable, type Mates } from "./bandTable.ts";
import { joinTexts } from "./joinTexts.ts";
import { type RepliedAppeal } from "./repliedAppeal.ts";
import { ShingleSets, shinglesOf } from "./shingles.ts";

/**
 * A reply of fewer words is a short formula and never said to repeat: of 328 replies of a real service half are the same after
 * normalising, because «выполнено» is all that there is to say.
 */
const wordsOfAReply = 12;

export interface GroupedReplies {
  /** Appeals whose published reply is shorter than `wordsOfAReply`. */
  readonly short: readonly RepliedAppeal[];
  /** All others with a published reply, in the order of their replies; the texts below are numbers of them. */
  readonly long: readonly RepliedAppeal[];
  readonly sets: ShingleSets;
  /** Of each text the root of its group. */
  readonly roots: Int32Array;
}

/** In the order of their replies, as far as their days are known: later ones must not change which of the earlier come first. */
function inOrder(appeals: readonly RepliedAppeal[]): RepliedAppeal[] {
  const keyed = appeals.map((appeal) => {
    const day = (appeal.closed ?? appeal.firstReply ?? appeal.received).slice(0, 10);
    return { appeal, key: `${day} ${appeal.id}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ appeal }) => appeal);
}

/**
 * Groups of nearly identical replies: normalised, compared by shingles of three words, joined from a Jaccard index of 0.6 on. The
 * same whatever order the appeals come in.
 *
 * @param appeals with distinct ids; those without a published reply are left out
 * @param matesOf how texts worth comparing are found
 */
export function groupReplies(
  appeals: readonly RepliedAppeal[],
  matesOf: (sets: ShingleSets) => (most: number) => Mates = byBands,
): GroupedReplies {
  const sets = new ShingleSets();
  const short: RepliedAppeal[] = [];
  const long: RepliedAppeal[] = [];
  for (const appeal of inOrder(appeals.filter(({ reply }) => reply !== null))) {
    const { words } = normalisedReply(appeal.reply!);
    if (words.length < wordsOfAReply) short.push(appeal);
    else {
      long.push(appeal);
      sets.add(shinglesOf(words));
    }
  }
  return { short, long, sets, roots: joinTexts(sets, matesOf(sets)) };
}

function byBands(sets: ShingleSets): (most: number) => Mates {
  const keys = allBands(sets);
  return (most) => new BandTable(keys, most);
}
