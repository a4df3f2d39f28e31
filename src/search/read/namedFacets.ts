/** Kinds of things that a query may name, in the order in which they are told. */
export const namedFacets = ["topic", "place", "agency"] as const;
export type NamedFacet = (typeof namedFacets)[number];

/** Something that has a name, and all its names. */
export interface NamedThing {
  facet: NamedFacet;
  code: string;
  names: readonly string[];
}
