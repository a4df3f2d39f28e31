import { expect, test } from "vitest";
import { claimsOn } from "../../../src/intake/claim.ts";
import { fileNamePattern, titleOf } from "../../../src/intake/inspect/fileNamePattern.ts";

test.each([
  ["Реестр_обращений_31.10.2026.csv", "Реестр_обращений_07.11.2026.csv"],
  ["Реестр 31-10-2026.csv", "Реестр 7-11-2026.csv"],
  ["register_2026-10-31.csv.gz", "register_2026-11-07.csv.gz"],
  ["Реестр_20261031.csv", "Реестр_20261107.csv"],
  ["Реестр_обращений_за_44_неделю_2026.xlsx", "Реестр_обращений_за_1_неделю_2027.xlsx"],
  ["obr_44.csv", "obr_45.csv"],
  ["register.csv", "register.csv"],
])("the pattern of %s fits %s, and no file of another name", (name, next) => {
  const source = { files: [fileNamePattern(name)] } as never;
  expect(claimsOn(name, [source])).toHaveLength(1);
  expect(claimsOn(next, [source])).toHaveLength(1);
  expect(claimsOn("Письма_31.10.2026.csv", [source])).toHaveLength(0);
});

test("a name of figures alone stands for itself: its pattern would fit every file", () => {
  expect(fileNamePattern("2026-10-31.csv")).toBe("2026-10-31.csv");
});

test("a title has neither ending nor figures", () => {
  expect(titleOf("Обращения граждан 44 неделя.csv")).toBe("Обращения граждан неделя");
  expect(titleOf("Реестр_обращений_31.10.2026.csv.gz")).toBe("Реестр обращений");
  expect(titleOf("2026-10-31.csv")).toBe("2026-10-31");
});
