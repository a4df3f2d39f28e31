import { expect, test } from "vitest";
import { mostDoubtful } from "../../src/flow/mostDoubtful.ts";
import type { FindToJudge } from "../../src/privacy/gate.ts";

const find = (hash: string, degree: number, line: number): FindToJudge => ({
  hash,
  degree,
  line,
  class: "name",
  at: 1,
  reason: "lone-word",
  file: "2026-10-31/a.csv",
  field: "text",
  source: "a",
  appeal: "x",
});

test("The most doubtful finds are chosen, of equal ones those of most places, and given in the order of the exports", () => {
  const { chosen, all } = mostDoubtful(
    [find("rare", 0.8, 2), find("sure", 0.2, 3), find("often", 0.8, 9), find("often", 0.8, 5), find("first", 1, 7)],
    2,
  );
  expect(all).toBe(4);
  expect(chosen.map(({ find: { hash, line }, places }) => [hash, line, places])).toEqual([
    ["often", 5, 2],
    ["first", 7, 1],
  ]);
});
