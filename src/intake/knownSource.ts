import type { Source } from "../model/source.ts";

/**
 * The source whose columns a table has: all that are mapped and not optional. A second description of the same register
 * would count every appeal twice.
 *
 * @param headers of the table, as written
 */
export function knownSource(headers: readonly string[], sources: readonly Source[]): Source | null {
  const has = new Set(headers.map((header) => header.trim().toLowerCase()));
  return (
    sources.find(({ columns, optional = [], headers: own }) => {
      if (own !== undefined || columns.id === undefined) return false;
      const asked = Object.entries(columns).filter(([field]) => !(optional as readonly string[]).includes(field));
      return asked.every(([, names]) => [names].flat().some((name) => has.has(name.trim().toLowerCase())));
    }) ?? null
  );
}
