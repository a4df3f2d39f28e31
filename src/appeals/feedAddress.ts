/** What a feed of appeals can be of: one value of one of these, as the search can be narrowed to, or all appeals. */
export const feedFacets = ["agency", "topic", "place", "channel", "outcome"] as const;
export type FeedFacet = (typeof feedFacets)[number];
export type FeedOf = { facet: FeedFacet; code: string } | null;

/** Subjects with pages of their own, and the folders of those. */
const folders: Partial<Record<FeedFacet, string>> = { agency: "agencies", topic: "topics", place: "places" };

/** Where the feed stands inside the portal, by the ending that plain file servers know as Atom. */
export function feedAddress(of: FeedOf): string {
  if (of === null) return "/appeals/feed.atom";
  const folder = folders[of.facet];
  return folder === undefined ? `/appeals/by/${of.facet}/${of.code}/feed.atom` : `/${folder}/${of.code}/feed.atom`;
}
