import { describe, expect, test } from "vitest";
import { replyMarks } from "../../../src/model/replyMarks.ts";
import { agreementOn, cohenKappa } from "./agreement.ts";
import { codedTwice, inventedReplies, styles } from "./inventedReplies.ts";

const all = codedTwice.flatMap((batch) => styles.flatMap((style) => inventedReplies(style, batch)));

test("Kappa is what is left of agreement after chance", () => {
  // Two readers of fifty applications: 35 judged alike (.7), by chance .5.
  expect(cohenKappa({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })).toBeCloseTo(0.4, 12);
  expect(cohenKappa({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 7 })).toBe(1);
  expect(cohenKappa({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 7 })).toBeNull();
});

describe("Invented replies", () => {
  test("are four hundred and eleven, each coded by two raters", () => {
    expect(all).toHaveLength(411);
    expect(all.filter(({ isCodedTwice }) => !isCodedTwice)).toEqual([]);
  });

  test.each(replyMarks)("agree on %s well enough to be called a mark", (mark) => {
    const agreement = agreementOn(mark, all);
    expect(agreement.both).toBeGreaterThan(0);
    expect(cohenKappa(agreement)).toBeGreaterThanOrEqual(0.7);
  });
});
