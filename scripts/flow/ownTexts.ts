import { type Settings } from "../../src/settings/readSettings.ts";

/** What a portal says of itself, and the names it gives things: whoever is named there is named on purpose. */
export function ownTexts({ portal, vocabulary, calendar }: Settings): string[] {
  const { agencies, topics, places } = vocabulary;
  return [
    portal.address, portal.title, portal.publisher.name, portal.publisher.email, ...Object.values(portal.region),
    ...portal.norms.flatMap(({ basis, regime }) => (regime === undefined ? [basis] : [basis, regime])),
    ...new Set(calendar.map(({ basis }) => basis)),
    ...agencies.flatMap(({ name, short }) => [name, short]),
    ...topics.map(({ name }) => name),
    ...places.map(({ name }) => name),
  ];
}
