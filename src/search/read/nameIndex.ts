import { visibleText, wordsOf, type SearchLanguage, type Word } from "../words/analyzer.ts";
import type { NamedFacet, NamedThing } from "./namedFacets.ts";

/** The names of a portal's topics, places and agencies, made ready to be found in what somebody types. */

/** A name, or a part of a topic's name that is one by itself. */
interface KnownName {
  thing: NamedThing;
  stems: readonly string[];
  /** Those that name the thing where not all of the name is said: no adjectives, which say of what kind it is and not what. */
  telling: ReadonlySet<string>;
  /** Words that are too few to name the thing, unless they are all that the name has. */
  tooFew: number;
}

export interface NameIndex {
  language: SearchLanguage;
  names: readonly KnownName[];
  /** Things that have a stem in one of their names, of each kind. */
  sharing: Readonly<Record<NamedFacet, ReadonlyMap<string, number>>>;
  /** Every stem of a name, with a word that has it. */
  words: ReadonlyMap<string, string>;
}

/** Russian adjectives as names have them: in the nominative and in the genitive; «отопление» and «территория» are none. */
const adjective = /(?:[аяо]я|[ое]е|ые|[кгхжшчщ]ие|[^аеия]ние|[ыио]й|[ое]го|[ыи]х)$/;
/** «Ветрогонский район» is a place, said by its adjective alone. */
const ofPlace = /[сц]к(?:ий|ой|ая|ое|ие|ого|их)$/;

const isAdjective = (word: string, facet: NamedFacet): boolean =>
  adjective.test(word) && !(facet === "place" && ofPlace.test(word));

/**
 * «Отопление и горячая вода» are «отопление» and «горячая вода», each a name by itself. In «сбор и вывоз отходов» the last
 * words belong to both, and «сбор» alone is none.
 */
function partsOf(name: string, language: SearchLanguage): string[] {
  const parts = name.split(/\s*[,;]\s*|\s+(?:и|and)\s+/iu);
  if (parts.length === 1) return [];
  const [first, second] = wordsOf(visibleText(parts.at(-1) ?? ""), language).filter(({ stem }) => stem !== null);
  const isShared = language === "ru" && second !== undefined && !isAdjective(first?.plain ?? "", "topic");
  return isShared ? parts.filter((part) => /\s/u.test(part)) : parts;
}

/** A topic is what its name says and not what a word of it may mean elsewhere; English words before the last do as adjectives. */
function knownName(thing: NamedThing, name: string, language: SearchLanguage): KnownName {
  const words = wordsOf(visibleText(name), language).filter(({ stem }) => stem !== null);
  const isTopic = thing.facet === "topic";
  const telling = words.filter(({ plain }, at) =>
    language === "ru" ? !isAdjective(plain, thing.facet) : !isTopic || at === words.length - 1,
  );
  const stem = (word: Word): string => word.stem ?? "";
  return {
    thing,
    stems: words.map(stem),
    telling: new Set(telling.map(stem)),
    tooFew: isTopic && language === "ru" ? 1 : 0,
  };
}

/** Reads the names once for all queries. @param things a thing may come more than once, with other names each time */
export function nameIndex(things: readonly NamedThing[], language: SearchLanguage): NameIndex {
  const names: KnownName[] = [];
  const sharing: Record<NamedFacet, Map<string, number>> = { topic: new Map(), place: new Map(), agency: new Map() };
  const words = new Map<string, string>();
  const byThing = Map.groupBy(things, ({ facet, code }) => `${facet} ${code}`);
  for (const [thing, ...more] of byThing.values()) {
    if (thing === undefined) continue;
    const own = new Set<string>();
    for (const name of new Set([thing, ...more].flatMap((each) => each.names))) {
      const read = wordsOf(visibleText(name), language).filter(({ stem }) => stem !== null);
      for (const { stem, plain } of read) {
        own.add(stem ?? "");
        if (!words.has(stem ?? "")) words.set(stem ?? "", plain);
      }
      for (const one of thing.facet === "topic" ? [name, ...partsOf(name, language)] : [name]) {
        const known = knownName(thing, one, language);
        if (known.stems.length > 0) names.push(known);
      }
    }
    for (const stem of own) sharing[thing.facet].set(stem, (sharing[thing.facet].get(stem) ?? 0) + 1);
  }
  return { language, names, sharing, words };
}
