/**
 * Names in a list that more than one of its entries has. There a link needs more than its name: who goes from link to link hears
 * nothing else.
 */
export function sharedNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, at) => names.indexOf(name) !== at));
}
