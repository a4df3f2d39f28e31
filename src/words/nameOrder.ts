/** «город », «посёлок городского типа », «г. »: what a place is, written small before what it is called. */
const kindBefore = /^(?:\p{Ll}[\p{Ll}.-]*\s+)+(?=[\p{Lu}\p{N}«"“])/u;

/**
 * The order of names for readers of a language: «город Белоструйск» stands under «Б», numbers by their size, whatever the
 * codes are. It runs in the browser as well.
 */
export function nameOrder(language: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const key = (name: string): string => name.replace(kindBefore, "").replace(/^[«"“]/u, "");
  return (a, b) => compare(key(a), key(b)) || compare(a, b);
}
