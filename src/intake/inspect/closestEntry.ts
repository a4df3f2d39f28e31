import { slugOf } from "../slug.ts";

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1)
    counts.set(text.slice(at, at + 2), (counts.get(text.slice(at, at + 2)) ?? 0) + 1);
  return counts;
}

/** Share of letter pairs that two spellings have in common (Sørensen–Dice), 0…1. */
function likeness(left: string, right: string): number {
  const [first, second] = [pairs(left), pairs(right)];
  let common = 0;
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0);
  const total = Math.max(1, left.length - 1 + right.length - 1);
  return (2 * common) / total;
}

const alike = 0.6;

/** The entry of a list that a label is probably a spelling of, or null. */
export function closestEntry(
  label: string,
  entries: readonly { code: string; name: string; aliases: readonly string[] }[],
): string | null {
  const own = slugOf(label);
  let best: { code: string; score: number } | null = null;
  for (const { code, name, aliases } of entries) {
    for (const spelling of [name, ...aliases]) {
      const score = likeness(own, slugOf(spelling));
      if (score >= alike && score > (best?.score ?? 0)) best = { code, score };
    }
  }
  return best?.code ?? null;
}
