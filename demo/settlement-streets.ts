import type { Settlement } from "./places.ts";
import { randomOf } from "./random.ts";
import { type Street, streets } from "./streets.ts";

/** The streets of a settlement: the same few come back again and again, as they do in life. */
function streetsOf(settlement: Settlement): Street[] {
  const random = randomOf(`streets/${settlement.name}`);
  const known = streets.filter((street) => settlement.urban || street.short.startsWith("ул."));
  const size = settlement.urban ? 22 : 9;
  const chosen = new Set<Street>();
  while (chosen.size < size) chosen.add(random.pick(known));
  return [...chosen];
}

const known = new Map<string, Street[]>();

/** Drawn once for each settlement. */
export function streetList(settlement: Settlement): Street[] {
  const list = known.get(settlement.name) ?? streetsOf(settlement);
  known.set(settlement.name, list);
  return list;
}
