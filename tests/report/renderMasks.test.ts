import { expect, test } from "vitest";
import { renderMasks } from "../../src/report/renderMasks.ts";

const titles = new Map([
  ["name", "[ФИО]"],
  ["snils", "[СНИЛС]"],
]);

test("What was masked is told by class, the most masks first, with what is doubtful and what was measured", () => {
  const [, head, names, snils] = renderMasks({ snils: 1, name: 1204, card: 0 }, { name: 4 }, titles, "ru")
    .split("\n")
    .map((line) => line.trim().split(/\s{2,}/u));
  expect(head).toEqual(["вид", "всего", "несомненно", "сомнительно", "измерено"]);
  expect(names!.slice(0, 4).map((cell) => cell.replace(/\s/gu, ""))).toEqual(["[ФИО]", "1204", "1200", "4"]);
  expect(names![4]).toContain("точность 98,4 %");
  expect(snils).toEqual(["[СНИЛС]", "1", "1", "0"]);
  expect(renderMasks({}, {}, titles, "en")).toBe("There was nothing to mask.\n");
});
