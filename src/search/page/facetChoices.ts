import { nameOrder } from "../../words/nameOrder.ts";
import { outcomes } from "../../model/outcome.ts";
import { regionOf } from "../../model/subjectsOfFacts.ts";
import { tellsReplyDates } from "../../model/toldFigures.ts";
import { ratings, replyStates, waitStates } from "../format/details.ts";
import type { FacetName } from "../read/filters.ts";
import type { Telling } from "../../words/telling.ts";

/** What can be chosen in one of the lists of the search form. */
export interface Facet {
  name: FacetName;
  choices: { code: string; name: string; nested: boolean }[];
}

interface Nested {
  code: string;
  parent: string | null;
  name: string;
}

/** Parents in order of name, each followed by its children. */
function family(entries: readonly Nested[], compare: (a: string, b: string) => number): Facet["choices"] {
  const known = new Set(entries.map(({ code }) => code));
  const below = (parent: string | null): Nested[] =>
    entries
      .filter((entry) => (entry.parent !== null && known.has(entry.parent) ? entry.parent : null) === parent)
      .toSorted((a, b) => compare(a.name, b.name));
  const walk = (parent: string | null, depth: number): Facet["choices"] =>
    depth > 4
      ? []
      : below(parent).flatMap(({ code, name }) => [{ code, name, nested: depth > 0 }, ...walk(code, depth + 1)]);
  return walk(null, 0);
}

/**
 * The lists of the search form; those with a single value, and those no export can fill, are left out.
 *
 * @param repeats whether any reply is one of a group: else there is nothing to choose
 */
export function facetsOf({ facts, voice: { language, t }, names }: Telling, repeats = false): Facet[] {
  const { agencies, topics, places, channels } = facts.vocabulary;
  const compare = nameOrder(language);
  const all = regionOf(facts).periods.all.measures;
  // Without dates of replies nothing stands to its norm in any way.
  const tellsNorm = facts.norms.some(({ event }) => event === "first-reply") && tellsReplyDates(facts);
  const hasRatings = all.rating.state !== "missing";
  // Hidden figures say nothing of what the exports tell.
  const tellsOutcomes = all.outcomes.length > 0 || all.received.state !== "exact";
  const facets: Facet[] = [
    {
      name: "agency",
      choices: agencies
        .map(({ code, name }) => ({ code, name, nested: false }))
        .toSorted((a, b) => compare(a.name, b.name)),
    },
    { name: "topic", choices: family(topics, compare) },
    { name: "place", choices: family(places, compare) },
    {
      name: "outcome",
      choices: tellsOutcomes ? outcomes.map((code) => ({ code, name: names.outcome(code), nested: false })) : [],
    },
    {
      name: "wait",
      choices: tellsNorm ? waitStates.map((code) => ({ code, name: t(`search.wait.${code}`), nested: false })) : [],
    },
    {
      name: "rating",
      choices: hasRatings
        ? ratings.map((code) => ({
            code,
            name: code === "none" ? t("search.rating.none") : t("search.rating.value", { rating: code }),
            nested: false,
          }))
        : [],
    },
    {
      name: "replies",
      choices: repeats ? replyStates.map((code) => ({ code, name: t(`search.replies.${code}`), nested: false })) : [],
    },
    { name: "channel", choices: channels.map((code) => ({ code, name: names.channel(code), nested: false })) },
  ];
  return facets.filter(({ choices }) => choices.length > 1);
}
