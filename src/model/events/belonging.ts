/** An entry of the vocabulary: topics and places are nested to any depth. */
export interface Nested {
  readonly code: string;
  readonly parent: string | null;
}

/** A code and all codes below it. */
export function withBelow(code: string, entries: readonly Nested[]): ReadonlySet<string> {
  const children = new Map<string | null, string[]>();
  for (const entry of entries) {
    const below = children.get(entry.parent);
    if (below === undefined) children.set(entry.parent, [entry.code]);
    else below.push(entry.code);
  }
  const known = new Set([code]);
  // A set that grows while it is walked is walked to its end, and a circle of parents ends too.
  for (const one of known) for (const child of children.get(one) ?? []) known.add(child);
  return known;
}

/** For every code itself and all codes above it, nearest first; none for a code that is not listed. */
export function withAbove(entries: readonly Nested[]): (code: string) => readonly string[] {
  const parents = new Map(entries.map(({ code, parent }) => [code, parent]));
  const known = new Map<string, readonly string[]>();
  return (code) => {
    let line = known.get(code);
    if (line === undefined) {
      const seen = new Set<string>();
      for (let at: string | null = code; at !== null && parents.has(at) && !seen.has(at); at = parents.get(at) ?? null)
        seen.add(at);
      known.set(code, (line = [...seen]));
    }
    return line;
  };
}

/** Where an appeal stands in the vocabulary. */
export interface Placed {
  readonly agency: string | null;
  readonly topic: string | null;
  readonly place: string | null;
}

/** The one rule of what belongs to an agency, a topic or a place: what carries its code, or one below it. */
export function belongsTo(
  dimension: keyof Placed,
  code: string,
  { topics, places }: { readonly topics: readonly Nested[]; readonly places: readonly Nested[] },
): (appeal: Placed) => boolean {
  const codes = dimension === "agency" ? new Set([code]) : withBelow(code, dimension === "topic" ? topics : places);
  return (appeal) => codes.has(appeal[dimension] ?? "");
}
