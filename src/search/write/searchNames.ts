import type { Facts } from "../../model/facts.ts";
import { outcomes } from "../../model/outcome.ts";
import type { SearchNames } from "../format/manifest.ts";

function others(name: string, all: readonly string[]): { others?: string[] } {
  const further = [...new Set(all)].filter((other) => other !== name);
  return further.length === 0 ? {} : { others: further };
}

/** Names of everything appeals can be filtered by, as the edition's vocabulary has them. */
export function searchNames(facts: Pick<Facts, "vocabulary">): SearchNames {
  const { agencies, topics, places, channels } = facts.vocabulary;
  return {
    agencies: agencies.map(({ code, name, short, aliases = [] }) => ({
      code,
      name: short,
      ...others(short, [name, ...aliases]),
    })),
    topics: topics.map(({ code, name, parent, aliases = [] }) => ({ code, name, parent, ...others(name, aliases) })),
    places: places.map(({ code, name, parent, aliases = [] }) => ({ code, name, parent, ...others(name, aliases) })),
    channels: [...channels],
    outcomes: [...outcomes],
  };
}
