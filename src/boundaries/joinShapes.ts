import type { Shape } from "./readGeoJson.ts";

/** Names of properties that say which place a shape is, the surest first, for where others say the same. */
const surest = ["code", "id", "name", "name:ru", "NAME", "NAME_RU", "ref", "oktmo", "OKTMO"];

/**
 * Which place each shape is. Files name their places in properties of any name: the one that finds the most places is theirs;
 * a shape that it leaves out may still be found by another one of the usual names.
 *
 * @param codeOf code of a place by its code or name; null where there is no such place, or more than one
 */
export function joinShapes(
  shapes: readonly Shape[],
  codeOf: (label: string) => string | null,
): { joined: Map<string, Shape[]>; unknown: number[] } {
  const names = [...new Set(shapes.flatMap(({ labels }) => [...labels.keys()]))];
  const rank = (name: string): number => (surest.indexOf(name) + surest.length + 1) % (surest.length + 1);
  const found = new Map(
    names.map((name) => [
      name,
      new Set(
        shapes.flatMap(({ labels }) => {
          const label = labels.get(name);
          return label === undefined ? [] : (codeOf(label) ?? []);
        }),
      ).size,
    ]),
  );
  names.sort((a, b) => found.get(b)! - found.get(a)! || rank(a) - rank(b) || (a < b ? -1 : 1));
  const tried = names.filter((name, at) => at === 0 || surest.includes(name));
  const joined = new Map<string, Shape[]>();
  const unknown: number[] = [];
  for (const shape of shapes) {
    const codes = tried.flatMap((name) => {
      const label = shape.labels.get(name);
      return label === undefined ? [] : (codeOf(label) ?? []);
    });
    const [code] = codes;
    if (code === undefined) unknown.push(shape.at);
    else joined.set(code, [...(joined.get(code) ?? []), shape]);
  }
  return { joined, unknown };
}
