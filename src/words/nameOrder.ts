/** «город », «посёлок городского типа », «г. »: what a place is, written small before what it is called. */
const kindBefore = /^(?:\p{Ll}[\p{Ll}.-]*\s+)+(?=[\p{Lu}\p{N}«"“])/u;

/** "City of " before what an English page calls a place. */
const kindOf = /^(?:City|Town|Village|Settlement|District|Municipality) of (?=\p{Lu})/u;
const beforeName = (name: string): string => (kindBefore.exec(name) ?? kindOf.exec(name))?.[0] ?? "";

/** « муниципальный район» after what a place is called. */
const kindAfter = /(?:\s+\p{Ll}[\p{Ll}-]*)+$/u;

/** «город Белоструйск» → «Белоструйск», «, город»; «Ветрогонский район» → «Ветрогонский», « район»; of another name all of it. */
export function nameParts(full: string): { name: string; kind: string } {
  const before = beforeName(full);
  if (before !== "") return { name: full.slice(before.length), kind: `, ${before.replace(/(?: of)?\s+$/u, "")}` };
  const after = kindAfter.exec(full)?.[0] ?? "";
  return { name: full.slice(0, full.length - after.length), kind: after };
}

/**
 * The order of names for readers of a language: «город Белоструйск» stands under «Б», numbers by their size, whatever the
 * codes are. It runs in the browser as well.
 */
export function nameOrder(language: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const key = (name: string): string => name.slice(beforeName(name).length).replace(/^[«"“]/u, "");
  return (a, b) => compare(key(a), key(b)) || compare(a, b);
}
