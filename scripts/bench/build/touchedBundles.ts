import { readAppeals } from "../../../src/edition/readEdition.ts";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { bundleOf, bundlesFor } from "../../../src/model/appealBundle.ts";
import { keyOf } from "../../../src/appeals/appealPageKey.ts";

/** An appeal as it was in an edition: what stands in its article, and its shelf. */
interface Known {
  key: string;
  shelf: string;
  /** Whether it is told to wait: with the number of days in it, its article would change with every export of its source. */
  waits: string;
}

/** Appeals of an edition by public id. */
export function knownAppeals(editionDir: string): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const group of readAppeals(editionDir)) for (const appeal of group) known.set(appeal.id, knownOf(appeal));
  return known;
}

function knownOf({ followedUntil, ...appeal }: PublicAppeal): Known {
  const isWaiting = appeal.firstReplyState === "waiting" || appeal.closingState === "waiting";
  return {
    key: keyOf(JSON.stringify(appeal)),
    shelf: appeal.received.slice(0, 7),
    waits: isWaiting ? (followedUntil ?? "") : "",
  };
}

/**
 * In how many bundles something changed, where an appeal's bundle is told by its id alone, and where it is told by its
 * shelf first. The shelf is the month of receipt: of exports once a month the edition that published it first.
 */
export function touchedBundles(
  before: ReadonlyMap<string, Known>,
  now: ReadonlyMap<string, Known>,
): Record<"changed" | "bundles" | "byId" | "byShelf" | "byIdWithDays" | "byShelfWithDays", number> {
  const bundles = bundlesFor(now.size);
  const onShelves = new Map(
    [...Map.groupBy(now, ([, { shelf }]) => shelf)].map(([shelf, all]) => [shelf, bundlesFor(all.length)]),
  );
  const touched = { byId: new Set(), byShelf: new Set(), byIdWithDays: new Set(), byShelfWithDays: new Set() };
  let changed = 0;
  for (const [id, { key, shelf, waits }] of now) {
    const was = before.get(id);
    const [ofId, ofShelf] = [bundleOf(id, bundles), `${shelf} ${bundleOf(id, onShelves.get(shelf)!)}`];
    if (was?.key !== key) {
      changed += 1;
      touched.byId.add(ofId);
      touched.byShelf.add(ofShelf);
    }
    if (was?.key !== key || was.waits !== waits) {
      touched.byIdWithDays.add(ofId);
      touched.byShelfWithDays.add(ofShelf);
    }
  }
  const { byId, byShelf, byIdWithDays, byShelfWithDays } = touched;
  return {
    changed,
    bundles,
    byId: byId.size,
    byShelf: byShelf.size,
    byIdWithDays: byIdWithDays.size,
    byShelfWithDays: byShelfWithDays.size,
  };
}
