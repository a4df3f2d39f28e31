import { expect, test } from "vitest";
import { peersOf } from "../../src/site/compare/peers.ts";

const loads = [
  { code: "a", received: 100 },
  { code: "b", received: 210 },
  { code: "c", received: 50 },
  { code: "d", received: 1000 },
  { code: "e", received: 29 },
  { code: "f", received: 110 },
];

test("peers are those whose load is nearest by ratio, three at most", () => {
  expect(peersOf(loads, "a", 30)).toEqual(["f", "c", "b"]);
  expect(peersOf(loads, "d", 30)).toEqual(["b", "f", "a"]);
});

test("an agency with too few appeals has no peers and is nobody's", () => {
  expect(peersOf(loads, "e", 30)).toEqual([]);
  expect(peersOf(loads, "c", 30)).not.toContain("e");
  expect(peersOf(loads, "nobody", 30)).toEqual([]);
});
