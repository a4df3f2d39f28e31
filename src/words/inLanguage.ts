import type { Facts } from "../model/facts.ts";
import type { Language } from "../model/portal.ts";

/**
 * The facts with their names in one of the portal's languages; figures are the same in all of them. What has no name
 * there keeps the one it has.
 */
export function inLanguage(facts: Facts, language: Language): Facts {
  if (language === facts.portal.language) return facts;
  const names = facts.translations[language];
  if (names === undefined) return { ...facts, portal: { ...facts.portal, language } };
  const { portal, vocabulary } = facts;
  return {
    ...facts,
    portal: {
      ...portal,
      language,
      title: names.title ?? portal.title,
      region: names.region,
      publisher: { ...portal.publisher, name: names.publisher ?? portal.publisher.name },
      ...(portal.map && { map: { ...portal.map, attribution: names.boundaries ?? portal.map.attribution } }),
    },
    edition: {
      ...facts.edition,
      sources: facts.edition.sources.map((source) => ({
        ...source,
        title: names.sources[source.source] ?? source.title,
      })),
    },
    norms: facts.norms.map((norm) => ({ ...norm, basis: names.bases[norm.basis] ?? norm.basis })),
    vocabulary: {
      ...vocabulary,
      agencies: vocabulary.agencies.map((agency) => ({ ...agency, ...names.agencies[agency.code] })),
      topics: vocabulary.topics.map((topic) => ({ ...topic, name: names.topics[topic.code] ?? topic.name })),
      places: vocabulary.places.map((place) => ({ ...place, name: names.places[place.code] ?? place.name })),
    },
  };
}
