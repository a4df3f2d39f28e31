import { agencyOf } from "./agencies.ts";
import { places } from "./places.ts";
import { type Random, randomOf } from "./random.ts";
import { topicOf } from "./topics.ts";

/** Registers are filled in by many hands: mostly the full name, sometimes the short one, an alias, capitals. */
function spelled(name: string, others: readonly string[], random: Random): string {
  const roll = random.next();
  if (roll < 0.8 || others.length === 0) return name;
  const other = random.pick(others);
  if (roll < 0.985) return other;
  return random.chance(0.5) ? name.toUpperCase() : other.toLowerCase();
}

/** The name of an agency as the clerk of this appeal spells it. `key` keeps the spelling the same in every edition. */
export function spelledAgency(code: string, key: string): string {
  const agency = agencyOf(code);
  return spelled(agency.name, [agency.short, ...agency.aliases], randomOf(`${key}/${code}`));
}

const placeByCode = new Map(places.map((place) => [place.code, place]));

/** The name of a municipality as spelled in an appeal's row. */
export function spelledPlace(code: string, key: string): string {
  const place = placeByCode.get(code);
  return place === undefined ? code : spelled(place.name, place.aliases, randomOf(`${key}/place`));
}

/** The name of a topic and of its group; registers of letters prefer the official wording. */
export function spelledTopic(code: string, key: string, official: boolean): { topic: string; group: string } {
  const topic = topicOf(code);
  const random = randomOf(`${key}/topic`);
  const formal = official && random.chance(0.6);
  return {
    topic: formal ? (topic.aliases[1] ?? topic.name) : spelled(topic.name, topic.aliases, random),
    group: spelled(topic.group.name, topic.group.aliases, random),
  };
}
