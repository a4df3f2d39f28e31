/** Pages of the portal that the search offers. */
export interface NamedPages {
  /** Topics that have a page in a place, by place. */
  crossings: Readonly<Record<string, readonly string[]>>;
  /** Pages that are found by what people call them. */
  pages: readonly { href: string; name: string; words: readonly string[] }[];
}
