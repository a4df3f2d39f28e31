import { groupReplies } from "../../src/replies/groups/groupReplies.ts";
import type { GeneratedReply } from "./generatedReplies.ts";

function pairsIn(keys: readonly string[]): number {
  return [...Map.groupBy(keys, (key) => key).values()].reduce((sum, { length: n }) => sum + (n * (n - 1)) / 2, 0);
}

/** How many of the pairs that are said to be copies of one text are, and how many of those that are were found. */
export function pairScore(corpus: readonly GeneratedReply[]): { precision: number; recall: number } {
  const originOf = new Map(
    corpus.map(({ appeal, template }) => [appeal.id, template === null ? `own ${appeal.id}` : `template ${template}`]),
  );
  const { long, roots } = groupReplies(corpus.map(({ appeal }) => appeal));
  const origins = long.map(({ id }) => originOf.get(id)!);
  const found = Array.from(roots, String);
  const both = pairsIn(origins.map((origin, index) => `${origin} ${found[index]!}`));
  return { precision: both / pairsIn(found), recall: both / pairsIn(origins) };
}
