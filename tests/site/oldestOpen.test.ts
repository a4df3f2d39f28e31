import { expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";
import { oldestOpenText } from "../../src/site/subjectRows.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const { measures } = exampleFacts().subjects[0]!.periods.all;
const told = (language: "ru" | "en", oldestOpen: number | null, oldestOpenToWeek?: true) =>
  oldestOpenText({ ...measures, oldestOpen, oldestOpenToWeek }, createVoice(language))?.replaceAll("\u00a0", " ");

test("how long the oldest open appeal waits is told between two days where only its week is told", () => {
  expect(told("ru", 33)).toBe("Самое давнее из них ждёт 33 дня.");
  expect(told("ru", 33, true)).toBe("Самое давнее из них ждёт от 27 до 33 дней: день получения не называется.");
  expect(told("en", 33, true)).toBe(
    "The oldest of them has been waiting for between 27 and 33 days: the day of its receipt is not told.",
  );
  expect(told("ru", 4, true)).toBe("Самое давнее из них ждёт от 0 до 4 дней: день получения не называется.");
  expect(told("ru", null)).toBeUndefined();
});
