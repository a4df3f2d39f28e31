import { expect, test } from "vitest";
import { nameOrder, nameParts } from "../../src/words/nameOrder.ts";

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

test("a name is parted from the kind of place before or after it, and stays whole without one", () => {
  expect(nameParts("город Белоструйск")).toEqual({ name: "Белоструйск", kind: ", город" });
  expect(nameParts("Ветрогонский муниципальный район")).toEqual({
    name: "Ветрогонский",
    kind: " муниципальный район",
  });
  expect(nameParts("City of Kitezh")).toEqual({ name: "Kitezh", kind: ", City" });
  expect(["Lesograd District", "City of Kitezh", "Ministry of Health"].toSorted(nameOrder("en"))).toEqual([
    "City of Kitezh",
    "Lesograd District",
    "Ministry of Health",
  ]);
  for (const name of ["Китеж", "село", "Старый Яр"]) expect(nameParts(name)).toEqual({ name, kind: "" });
});
