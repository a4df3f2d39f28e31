import { clearlyMore, established } from "./suggestions.ts";
import type { Filters } from "./filters.ts";
import { filtersOf, typedOf, withStreet } from "./namedStreets.ts";
import type { NameIndex } from "./nameIndex.ts";
import { namedFacets } from "./namedFacets.ts";
import { misspeltNames, namingsOf, unnamed, type Naming } from "./namedThings.ts";

/** A search by name that is offered beside the search by words. */
export interface NamedOffer extends Naming {
  /** What the search is then: words and phrases that are left, and the filters. */
  typed: string;
  filters: Filters;
  /** How many appeals it finds; null: to count them would cost too much unasked. */
  count: number | null;
  /** Of a street without its place: the places whose appeals name it, the most first. */
  places: readonly (readonly [code: string, count: number])[];
}

export interface OfferedFrom {
  index: NameIndex;
  /** Appeals that a search finds, exactly; null where nobody counts them unasked. */
  count: (typed: string, filters: Filters) => Promise<number | null>;
  /** The same by the codes of places; of places within each other, of the innermost alone. */
  byPlace: (typed: string, filters: Filters) => Promise<Readonly<Record<string, number>>>;
  /** In how many appeals a stem stands. */
  appealsWith: (stem: string) => Promise<number>;
}

/** Whether a word that is in no name is rather a slip for one: hardly anybody writes it, and many write the other. */
async function slipsIn(typed: string, { index, appealsWith }: OfferedFrom): Promise<Map<string, string>> {
  const slips = new Map<string, string>();
  for (const { word, stem, meant } of misspeltNames(typed, index)) {
    const [own, other] = await Promise.all([appealsWith(stem), appealsWith(meant)]);
    if (own <= established || own * clearlyMore <= other) slips.set(word, meant);
  }
  return slips;
}

/** The same reading without the other words, and with one thing only. */
function apart({ codes, street, rest, said }: Naming): Naming[] {
  const isOfMore = Object.keys(codes).length + (street === null ? 0 : 1) > 1;
  return [
    ...(isOfMore && rest !== "" ? [{ codes, street, rest: "", said }] : []),
    ...namedFacets.flatMap((facet) =>
      codes[facet] === undefined ? [] : [{ codes: { [facet]: codes[facet] }, street: null, rest: "", said }],
    ),
    ...(street === null ? [] : [{ codes: {}, street, rest: "", said }]),
  ];
}

/** Readings, with a street where a word left of the first is one and nobody says in which place. */
async function orStreets(
  typed: string,
  filters: Filters,
  { index, count }: OfferedFrom,
  namings: readonly Naming[],
): Promise<Naming[]> {
  const [first = unnamed(typed), ...others] = namings;
  const street = await withStreet(first, index.language, (phrase) => count(phrase, filters));
  return street === null ? [...namings] : [street, ...others];
}

/**
 * What a search names, offered as searches of their own, with how much each finds; nothing that finds nothing. Where the
 * whole finds nothing, because of words as in «how long do I wait», what is named together is offered, and its parts.
 */
export async function namedOffers(typed: string, filters: Filters, from: OfferedFrom): Promise<NamedOffer[]> {
  const slips = await slipsIn(typed, from);
  const read = await orStreets(typed, filters, from, namingsOf(typed, from.index, slips));
  // A slip is understood, and still may be put right: as it stands it says nothing.
  const namings = read.map((naming) => ({ ...naming, said: naming.said.filter((word) => !slips.has(word)) }));
  const offered = async (naming: Naming): Promise<NamedOffer> => {
    const { street } = naming;
    const words = typedOf(naming);
    const own = filtersOf(filters, naming);
    const count = await from.count(words, own);
    const isAnywhere = street !== null && own.place.length === 0 && count !== null && count > 0;
    const places = Object.entries(isAnywhere ? await from.byPlace(words, own) : {}).filter(([, here]) => here > 0);
    return {
      ...naming,
      typed: words,
      filters: own,
      count,
      places: places.sort((a, b) => b[1] - a[1]),
    };
  };
  const found = async (all: readonly Naming[]): Promise<NamedOffer[]> =>
    (await Promise.all(all.map(offered))).filter(({ count }) => count !== 0);
  const whole = await found(namings);
  return whole.length > 0 || namings[0] === undefined ? whole : found(apart(namings[0]));
}
