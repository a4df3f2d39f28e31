import type { Vocabulary } from "../model/vocabulary.ts";
import type { DetectionContext } from "./detect.ts";
import { personalIn, type LabelList } from "./labelNames.ts";

/**
 * The vocabulary with those spellings only that may be told: registers that have people for agencies make operators list
 * people's names as spellings of an agency. Names stay: they are the portal's word, spellings only what exports write.
 */
export function withToldAliases(vocabulary: Vocabulary, detection: DetectionContext): Vocabulary {
  const told = <Entry extends { aliases: string[] }>(list: LabelList, entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({
      ...entry,
      aliases: entry.aliases.filter((alias) => personalIn(alias, list, detection).length === 0),
    }));
  return {
    ...vocabulary,
    agencies: told("agencies", vocabulary.agencies),
    topics: told("topics", vocabulary.topics),
    places: told("places", vocabulary.places),
  };
}
