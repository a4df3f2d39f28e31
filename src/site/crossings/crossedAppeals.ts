import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import type { Crossing } from "../../model/crossings.ts";

const known = new WeakMap<readonly ListedAppeal[], ReadonlyMap<string, ListedAppeal[]>>();

/** The appeals of a topic in one place, in their order; those of each are put together once for all pages. */
export function crossedAppeals(
  appeals: readonly ListedAppeal[],
  { topic, place }: Pick<Crossing, "topic" | "place">,
): ListedAppeal[] {
  const groups = known.get(appeals) ?? Map.groupBy(appeals, (one) => `${one.topic ?? ""} ${one.place ?? ""}`);
  known.set(appeals, groups);
  return groups.get(`${topic} ${place}`) ?? [];
}
