import { createHash } from "node:crypto";
import { type Vocabulary } from "../model/vocabulary.ts";

/**
 * Cleans the names of agencies, topics and places that came from the exports themselves: people get named in those
 * columns too. Entries that the portal's own vocabulary lists are the portal's word and stay as they are.
 *
 * @param listed the vocabulary as the portal's files have it; extended: the same with the exports' own labels added
 * @param clean masks personal data in a label and says how many masks it put
 * @returns the extended vocabulary with masked names, and for each changed entry its old code (made from the label, so
 *   personal as well) with the code that replaces it
 */
export function cleanLabels(
  listed: Vocabulary,
  extended: Vocabulary,
  clean: (label: string) => { text: string; masks: number },
): { vocabulary: Vocabulary; recode: Map<string, string> } {
  const recode = new Map<string, string>();
  const cleanList = <Entry extends { code: string; name: string }>(known: Entry[], entries: Entry[]): Entry[] => {
    const knownCodes = new Set(known.map((entry) => entry.code));
    return entries.map((entry) => {
      if (knownCodes.has(entry.code)) return entry;
      const { text, masks } = clean(entry.name);
      if (masks === 0) return entry;
      const code = `masked-${createHash("sha256").update(entry.code).digest("hex").slice(0, 8)}`;
      recode.set(entry.code, code);
      return { ...entry, code, name: text, ...("short" in entry ? { short: text } : {}), ...("aliases" in entry ? { aliases: [] } : {}) };
    });
  };
  const vocabulary = {
    ...extended,
    agencies: cleanList(listed.agencies, extended.agencies),
    topics: cleanList(listed.topics, extended.topics),
    places: cleanList(listed.places, extended.places),
  };
  return { vocabulary, recode };
}
