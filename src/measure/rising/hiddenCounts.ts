import type { TopicTree } from "../topicTree.ts";

/**
 * The counts of a week as they may be told, beside those of their neighbours: what is above nought and below the threshold is
 * hidden (null), and where only one of those that add up to a known sum is hidden, so is the smallest of the others, so that
 * it cannot be worked out. Sum: the count of the code above, or that of all appeals.
 *
 * @param counts by code; "" is "not stated"
 * @param total the sum of the highest level
 */
export function toldCounts(
  counts: ReadonlyMap<string, Uint32Array>,
  tree: TopicTree,
  total: Uint32Array,
  threshold: (code: string) => number,
): Map<string, (number | null)[]> {
  const told = new Map([...counts].map(([code, weeks]) => [code, Array.from(weeks, (count): number | null => count)]));
  for (const [code, weeks] of told)
    weeks.forEach((count, week) => {
      if (count !== null && count > 0 && count < threshold(code)) weeks[week] = null;
    });
  for (const { sum, parts } of families(counts, tree, total)) {
    for (let week = 0; week < total.length; week++) {
      const rest = sum[week]! - parts.reduce((all, code) => all + counts.get(code)![week]!, 0);
      const hidden = parts.filter((code) => told.get(code)![week] === null);
      // Appeals of the code above that have none of these are a part too, and nobody is told how many they are.
      if (hidden.length !== 1 || rest > 0) continue;
      const others = parts.filter((code) => (told.get(code)![week] ?? 0) > 0);
      const least = others.sort((a, b) => told.get(a)![week]! - told.get(b)![week]! || (a < b ? -1 : 1))[0];
      if (least !== undefined) told.get(least)![week] = null;
    }
  }
  return told;
}

/** What adds up to what: the highest level with "not stated" to the total, and the codes below a code to it, the highest first. */
function families(
  counts: ReadonlyMap<string, Uint32Array>,
  tree: TopicTree,
  total: Uint32Array,
): { sum: Uint32Array; parts: string[] }[] {
  const parentOf = (code: string): string => {
    const path = tree.paths[tree.codes.indexOf(code)]!;
    return path.length > 1 ? tree.codes[path.at(-2)!]! : "";
  };
  const children = Map.groupBy(
    [...counts.keys()].filter((code) => code !== ""),
    parentOf,
  );
  const top = { sum: total, parts: [...(children.get("") ?? []), ...(counts.has("") ? [""] : [])] };
  const below = [...children].filter(([parent]) => parent !== "");
  return [top, ...below.map(([parent, parts]) => ({ sum: counts.get(parent)!, parts }))];
}
