import { expect, test } from "vitest";
import { belongsTo, withAbove, withBelow } from "../../../src/model/events/belonging.ts";

const entry = (code: string, parent: string | null) => ({ code, parent });
const nested = [entry("street", "village"), entry("village", "district"), entry("district", null), entry("town", null)];

test("a place takes in what is below it at any depth", () => {
  expect([...withBelow("district", nested)].sort()).toEqual(["district", "street", "village"]);
  expect(withAbove(nested)("street")).toEqual(["street", "village", "district"]);
  const isOwn = belongsTo("place", "district", { topics: [], places: nested });
  expect(
    [{ place: "street" }, { place: "town" }, { place: null }].map(({ place }) =>
      isOwn({ agency: null, topic: null, place }),
    ),
  ).toEqual([true, false, false]);
});

test("a circle of parents ends", () => {
  const circle = [entry("a", "b"), entry("b", "a")];
  expect([...withBelow("a", circle)].sort()).toEqual(["a", "b"]);
  expect(withAbove(circle)("a")).toEqual(["a", "b"]);
});
