import { expect, test } from "vitest";
import { nameOrder } from "../../src/words/nameOrder.ts";

test("a place stands under what it is called, not under what it is; numbers by their size", () => {
  const sorted = [
    "посёлок городского типа Ясный",
    "Школа № 12",
    "город Белоструйск",
    "Ветрогонский район",
    "Школа № 3",
    "«Алмаз»",
    "ёлки",
    "г. Жуков",
  ].toSorted(nameOrder("ru"));
  expect(sorted).toEqual([
    "«Алмаз»",
    "город Белоструйск",
    "Ветрогонский район",
    "ёлки",
    "г. Жуков",
    "Школа № 3",
    "Школа № 12",
    "посёлок городского типа Ясный",
  ]);
});
