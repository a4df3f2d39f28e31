import { expect, test } from "vitest";
import { outcomes } from "../../src/model/outcome.ts";
import { isHollow } from "../../src/model/hollowOutcome.ts";

test("a ring stands for every outcome that is no result, and for no other", () => {
  expect(outcomes.filter(isHollow).sort()).toEqual(["open", "unknown", "unowed"]);
});
