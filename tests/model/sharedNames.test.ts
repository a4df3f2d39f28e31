import { expect, test } from "vitest";
import { sharedNames } from "../../src/model/sharedNames.ts";

test("a name is shared that several have, whoever stands between them", () => {
  expect([...sharedNames(["Roads", "Heating", "Roads", "Gas", "Roads", "Gas"])].sort()).toEqual(["Gas", "Roads"]);
  expect(sharedNames(["Roads", "Heating"]).size).toBe(0);
});
