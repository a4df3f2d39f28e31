import { spellingKey } from "./label.ts";

/** What two names in one cell are joined by. A comma stands inside many names too. */
const sure = /\s*[;|\n\r]\s*/u;
const unsure = /\s*[,/+]\s*|\s+и\s+|\s+and\s+/u;

function isJoined(label: string, isKnown: (part: string) => boolean): boolean {
  const parts = label.split(sure).filter((part) => part !== "");
  if (parts.length > 1) return parts.some(isKnown);
  const weak = label.split(unsure).filter((part) => part !== "");
  return weak.length > 1 && weak.every(isKnown);
}

/**
 * How many rows name several entries of a list in one cell: labels that are joined of others.
 *
 * @param labels each with its number of rows
 * @param listed spellings that the portal's own list has
 */
export function joinedRows(labels: ReadonlyMap<string, number>, listed: ReadonlySet<string>): number {
  const known = new Set([...listed, ...[...labels.keys()].map(spellingKey)]);
  let rows = 0;
  // A label that the portal itself lists is one name, whatever stands in it.
  for (const [label, count] of labels)
    if (!listed.has(spellingKey(label)) && isJoined(label, (part) => known.has(spellingKey(part)))) rows += count;
  return rows;
}
