import { expect, test } from "vitest";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { isPerson, type LabelList, personalIn } from "../../src/privacy/labelNames.ts";

const detection = createDetectionContext();
const masked = (label: string, list: LabelList): string[] => personalIn(label, list, detection).map(({ start, end }) => label.slice(start, end));

test("a person without a patronymic is found among agencies, topics and places alike", () => {
  for (const list of ["agencies", "topics", "places"] as const) {
    expect(masked("Ержан Сулейменов", list)).toEqual(["Ержан Сулейменов"]);
    expect(masked("Mary Johnson", list)).toEqual(["Mary Johnson"]);
    expect(masked("сидорова мария", list)).toEqual(["сидорова мария"]);
  }
});

test("a lone surname is a person among agencies, and a settlement among places", () => {
  expect(masked("Сидорова", "agencies")).toEqual(["Сидорова"]);
  expect(masked("Сидорова", "places")).toEqual([]);
});

test.each(["Ветрогонский", "Ветрогонский МР", "Администрация Ветрогонского района", "Банк Возрождение", "Школа им. Гагарина", "Управа Заречья", "Park Slope", "Киров", "Роза Хутор"])("%s keeps its name", (label) => {
  for (const list of ["agencies", "topics", "places"] as const) expect(masked(label, list)).toEqual([]);
});

test("a person with a post is a person, an office that bears a name is none", () => {
  expect(["Сидорова Мария", "Зам. Ли Анна", "Глава Заречья Сидоров И. И.", "John Smith"].map((label) => isPerson(label, detection))).toEqual([true, true, true, true]);
  expect(["Управа Заречья", "Администрация Ветрогонского муниципального района"].map((label) => isPerson(label, detection))).toEqual([false, false]);
});
