import type { Facts } from "../model/facts.ts";
import { type CleaningRules, detectionUnder } from "../privacy/cleaningRules.ts";
import { detect } from "../privacy/detect.ts";
import { personalIn } from "../privacy/labelNames.ts";
import type { Settings } from "../settings/readSettings.ts";

/** What a portal says of itself, and the names it gives things: whoever is named there is named on purpose. */
export function ownTexts({ portal, vocabulary, calendar, translations, help }: Settings): string[] {
  const { agencies, topics, places } = vocabulary;
  return [
    portal.address,
    portal.title,
    portal.publisher.name,
    portal.publisher.email,
    ...[portal.publisher.phone, portal.publisher.inn].filter((text) => text !== undefined),
    portal.licence.name,
    portal.licence.address,
    ...Object.values(portal.region),
    ...portal.norms.flatMap(({ basis, regime }) => (regime === undefined ? [basis] : [basis, regime])),
    ...new Set(calendar.map(({ basis }) => basis)),
    ...Object.values(help).flatMap(({ lead, sources, advice }) =>
      [...lead, ...sources, ...advice.flatMap(({ blocks }) => blocks)].map(({ text }) => text),
    ),
    ...agencies.flatMap(({ name, short }) => [name, short]),
    ...topics.map(({ name }) => name),
    ...places.map(({ name }) => name),
    ...Object.values(translations).flatMap((names) => [
      ...[names.title, names.publisher, names.boundaries].filter((name) => name !== undefined),
      ...Object.values(names.region),
      ...Object.values(names.topics),
      ...Object.values(names.places),
      ...Object.values(names.sources),
      ...Object.values(names.bases),
      ...Object.values(names.agencies).flatMap(({ name, short }) => [name, short]),
    ]),
  ];
}

/**
 * Labels that hold what looks like a name and is a title («Парк "Иван Орлов"»), by the rule of the gate: a label that got
 * past it as it came excuses nobody's name.
 */
export function titlesOf({ vocabulary }: Pick<Facts, "vocabulary">, rules: CleaningRules): string[] {
  const detection = detectionUnder(rules);
  return (["agencies", "topics", "places"] as const).flatMap((list) =>
    vocabulary[list]
      .flatMap(({ name, aliases = [] }) => [name, ...aliases])
      .filter(
        (name) =>
          personalIn(name, list, detection).length === 0 &&
          detect(name, detection).some((span) => span.class === "name"),
      ),
  );
}
