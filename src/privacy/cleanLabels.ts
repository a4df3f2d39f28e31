import { createHash } from "node:crypto";
import type { LabelList } from "./labelNames.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

interface Entry {
  code: string;
  name: string;
  parent?: string | null;
}

/**
 * Cleans the names of agencies, topics and places that came from the exports themselves: people get named in those
 * columns too. Entries that the portal's own vocabulary lists are the portal's word and stay as they are.
 *
 * @param listed the vocabulary as the portal's files have it; extended: the same with the exports' own labels added
 * @param clean masks personal data in a label and says how many masks it put
 * @returns the extended vocabulary with masked names, and for each changed entry its old code (made from the label, so
 *   personal as well) with the code that replaces it. Labels that become alike by masking become one entry: their new
 *   code is made from what is left, so that nobody can try names against it
 */
export function cleanLabels(
  listed: Vocabulary,
  extended: Vocabulary,
  clean: (label: string, list: LabelList) => { text: string; masks: number },
): { vocabulary: Vocabulary; recode: Map<string, string> } {
  const recode = new Map<string, string>();
  const cleanList = <Item extends Entry>(list: LabelList, known: Item[], entries: Item[]): Item[] => {
    const knownCodes = new Set(known.map((entry) => entry.code));
    const byCode = new Map(entries.map((entry) => [entry.code, entry]));
    const done = new Map<string, Item>();
    const cleaned = (entry: Item): Item => {
      const before = done.get(entry.code);
      if (before) return before;
      done.set(entry.code, entry);
      if (knownCodes.has(entry.code)) return entry;
      const parent = entry.parent ? byCode.get(entry.parent) : undefined;
      const newParent = parent ? cleaned(parent).code : (entry.parent ?? null);
      const { text, masks } = clean(entry.name, list);
      // The code of an entry under a group begins with the group's.
      if (masks === 0 && newParent === (entry.parent ?? null)) return entry;
      const code = `masked-${createHash("sha256")
        .update(`${newParent ?? ""}\u0000${text}`)
        .digest("hex")
        .slice(0, 8)}`;
      recode.set(entry.code, code);
      const result = {
        ...entry,
        code,
        name: text,
        ...("parent" in entry ? { parent: newParent } : {}),
        ...("short" in entry ? { short: text } : {}),
        ...("aliases" in entry ? { aliases: [] } : {}),
      };
      done.set(entry.code, result);
      return result;
    };
    return [...new Map(entries.map(cleaned).map((entry) => [entry.code, entry])).values()];
  };
  const vocabulary = {
    ...extended,
    agencies: cleanList("agencies", listed.agencies, extended.agencies),
    topics: cleanList("topics", listed.topics, extended.topics),
    places: cleanList("places", listed.places, extended.places),
  };
  return { vocabulary, recode };
}
