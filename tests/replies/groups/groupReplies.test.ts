import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisedReply } from "../../../src/replies/normalisedReply.ts";
import type { Mates } from "../../../src/replies/groups/bandTable.ts";
import { groupReplies, type GroupedReplies } from "../../../src/replies/groups/groupReplies.ts";
import { leastAlike } from "../../../src/replies/groups/joinTexts.ts";
import { ShingleSets, shinglesOf } from "../../../src/replies/groups/shingles.ts";
import { generatedReplies } from "../generatedReplies.ts";
import { pairScore } from "../pairScore.ts";

/** Every text is a mate of every other: what the bands leave out is compared as well. */
class EveryText implements Mates {
  readonly #texts: number[] = [];
  of(): number[] {
    return this.#texts;
  }
  add(text: number): void {
    this.#texts.push(text);
  }
}

/** Of each appeal the first appeal of its group. */
function firstsById({ long, roots }: GroupedReplies): Map<string, string> {
  const firsts = new Map<number, string>();
  for (const [text, root] of roots.entries()) if (!firsts.has(root)) firsts.set(root, long[text]!.id);
  return new Map(long.map(({ id }, text) => [id, firsts.get(roots[text]!)!]));
}

describe("groups of nearly identical replies", () => {
  it.each([
    { seed: "one", templates: 400, count: 10_000 },
    { seed: "two", templates: 60, count: 5_000 },
  ])("are the copies of one text, in pairs 99 of 100 each way: $templates templates", ({ seed, templates, count }) => {
    const corpus = generatedReplies(count, { seed, templates });
    const { precision, recall } = pairScore(corpus);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.99);
  });

  it("are the same by bands as by comparing every two of 2,000", () => {
    const appeals = generatedReplies(2_000, { templates: 60, seed: "a" }).map(({ appeal }) => appeal);
    expect(firstsById(groupReplies(appeals))).toEqual(firstsById(groupReplies(appeals, () => () => new EveryText())));
  });

  it("hold nothing that is not nearly identical with the root", () => {
    const { sets, roots } = groupReplies(generatedReplies(1_000, { templates: 20 }).map(({ appeal }) => appeal));
    for (const [text, root] of roots.entries()) {
      expect(roots[root]).toBe(root);
      expect(sets.jaccard(text, root, leastAlike)).toBeGreaterThanOrEqual(leastAlike);
    }
    expect(new Set(roots).size).toBeLessThan(roots.length / 2);
  });

  it("are the same whatever order the appeals come in", () => {
    const appeals = generatedReplies(150, { templates: 8 }).map(({ appeal }) => appeal);
    const expected = firstsById(groupReplies(appeals));
    fc.assert(
      fc.property(fc.shuffledSubarray(appeals, { minLength: appeals.length }), (shuffled) => {
        expect(firstsById(groupReplies(shuffled))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the Jaccard index of two texts", () => {
  it("is what a comparison of sets says, or 0 where it is too small to count", () => {
    const text = fc.array(fc.constantFrom("а", "б", "в", "г", "д", "е"), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.double({ min: 0.05, max: 1, noNaN: true }), (one, other, least) => {
        const sets = new ShingleSets();
        for (const words of [one, other]) sets.add(shinglesOf(words));
        const [a, b] = [one, other].map((words) => new Set(shinglesOf(words))) as [Set<number>, Set<number>];
        const shared = [...a].filter((shingle) => b.has(shingle)).length;
        const index = a.size + b.size === 0 ? 0 : shared / (a.size + b.size - shared);
        const found = sets.jaccard(0, 1, least);
        if (Math.abs(index - least) > 1e-6) expect(found).toBe(index >= least ? index : 0);
      }),
    );
  });

  it("takes words as they are compared, not as they are written", () => {
    const sets = new ShingleSets();
    for (const reply of ["Здравствуйте! Ёлку у дома 5 убрали 3 мая.", "ЕЛКУ у дома 17 убрали 4 июня"])
      sets.add(shinglesOf(normalisedReply(reply).words));
    expect(sets.jaccard(0, 1, 0.6)).toBe(1);
  });
});
