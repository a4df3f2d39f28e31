import { expect, test } from "vitest";
import { namedDay } from "../../../src/site/replies/namedDay.ts";

test.each([
  ["Автоответчик отключён 12 октября.", "ru", "2026-10-12"],
  ["Автоответчик отключён 12\u00a0октября 2026 года. С этого дня отвечаем сами.", "ru", "2026-10-12"],
  ["Ошибка исправлена 2 октября.", "ru", "2026-10-02"],
  ["Шаблон введён 30 ноября прошлого года.", "ru", null],
  ["Шаблон введён 12 октября 2025 года.", "ru", null],
  ["The template was dropped on 12 October.", "en", "2026-10-12"],
  ["В октябре его отключат.", "ru", null],
  ["Введён 3 мая, отключён 12 октября.", "ru", null],
  ["Отключим 5 ноября.", "ru", null],
])("The one day that a statement names is read: %s", (text, language, expected) => {
  expect(namedDay(text, "2026-10-28", language)).toBe(expected);
});
