import { type Facts } from "../../model/facts.ts";
import { outcomes } from "../../model/outcome.ts";
import { type SearchNames } from "../format/manifest.ts";

/** Names of everything appeals can be filtered by, as the edition's vocabulary has them. */
export function searchNames(facts: Pick<Facts, "vocabulary">): SearchNames {
  const { agencies, topics, places, channels } = facts.vocabulary;
  return {
    agencies: agencies.map(({ code, short }) => ({ code, name: short })),
    topics: topics.map(({ code, name, parent }) => ({ code, name, parent })),
    places: places.map(({ code, name, parent }) => ({ code, name, parent })),
    channels: [...channels],
    outcomes: [...outcomes],
  };
}
