import type { FindToJudge } from "../privacy/gate.ts";

/** One find for all places in which the same words stand between the same words. */
export interface DoubtfulPlaces {
  readonly find: FindToJudge;
  readonly places: number;
}

/**
 * The finds that are to be doubted most, and of equal ones those that stand in most places; given in the order of the
 * exports, so that whoever looks them up reads each file once.
 *
 * @returns the chosen ones, and how many different ones there are in all
 */
export function mostDoubtful(finds: readonly FindToJudge[], count: number): { chosen: DoubtfulPlaces[]; all: number } {
  const places = new Map<string, { find: FindToJudge; places: number }>();
  for (const find of finds) {
    const known = places.get(find.hash);
    if (!known) places.set(find.hash, { find, places: 1 });
    else {
      known.places += 1;
      if (byPlace(find, known.find) < 0) known.find = find;
    }
  }
  const ranked = [...places.values()].sort(
    (a, b) => b.find.degree - a.find.degree || b.places - a.places || byPlace(a.find, b.find),
  );
  return { chosen: ranked.slice(0, count).sort((a, b) => byPlace(a.find, b.find)), all: ranked.length };
}

function byPlace(a: FindToJudge, b: FindToJudge): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.field === b.field ? a.at - b.at : a.field < b.field ? 1 : -1);
}
