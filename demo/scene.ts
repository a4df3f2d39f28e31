import { civilDate, dayOf } from "./calendar.ts";
import type { Place, Settlement } from "./places.ts";
import type { Random } from "./random.ts";
import { streetList } from "./settlement-streets.ts";
import type { Street } from "./streets.ts";

/** Where and when an appeal is written, with everything its sentences may name. */
export interface Scene {
  place: Place;
  settlement: Settlement;
  street: Street;
  crossing: Street;
  house: string;
  received: number;
  woman: boolean;
  /** Code of a small agency that is written to about its own matters only. */
  specialist?: string;
  /** What a line may be limited to: город, село, зима, лето, … */
  tags: ReadonlySet<string>;
}

const seasons: Readonly<Record<string, readonly number[]>> = {
  зима: [12, 1, 2],
  весна: [3, 4, 5],
  лето: [6, 7, 8],
  осень: [9, 10, 11],
  холод: [10, 11, 12, 1, 2, 3, 4],
  тепло: [5, 6, 7, 8, 9],
  снег: [12, 1, 2, 3],
  слякоть: [3, 4, 5, 9, 10, 11],
  учёба: [9, 10, 11, 12, 1, 2, 3, 4, 5],
};

/** Draws the scene of an appeal. `rural` keeps it out of towns. */
export function sceneOf(place: Place, received: number, rural: boolean, random: Random): Scene {
  const inVillage = rural || (place.villages.length > 0 && random.chance(place.centre.urban ? 0.08 : 0.35));
  const settlement = inVillage ? random.pick(place.villages) : place.centre;
  const list = streetList(settlement);
  const street = list[Math.floor(list.length * random.next() * random.next())] ?? random.pick(list);
  let crossing = random.pick(list);
  while (crossing === street) crossing = random.pick(list);
  const number = 1 + Math.floor((settlement.urban ? 96 : 58) * random.next() * (0.4 + 0.6 * random.next()));
  const letter = random.chance(0.1) ? random.pick(["а", "б", "/1", "/2", " к. 2"]) : "";
  const { month } = civilDate(dayOf(received));
  const tags = new Set(Object.keys(seasons).filter((season) => seasons[season]?.includes(month)));
  tags.add(settlement.urban ? "город" : "село");
  if (rural) tags.add("дорога");
  return {
    place,
    settlement,
    street,
    crossing,
    house: `${number}${letter}`,
    received,
    woman: random.chance(0.62),
    tags,
  };
}

/** True where a line or a case may stand in this scene. */
export function fits(tags: readonly string[], scene: Scene): boolean {
  return tags.every((tag) => scene.tags.has(tag));
}
