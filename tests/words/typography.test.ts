import { expect, test } from "vitest";
import { bindEnglish, bindRussian } from "../../src/words/typography.ts";

const shown = (text: string): string => text.replace(/\u00a0/gu, "·");

test.each([
  ["за 3 дня и в срок", "за·3·дня и·в·срок"],
  ["Письма — отдельно", "Письма·— отдельно"],
  ["В Китежском крае не хватает", "В·Китежском крае не·хватает"],
  ["сделали бы это", "сделали·бы это"],
  ["45 % обращений", "45·% обращений"],
  ["вода и на улице", "вода и·на·улице"],
  ["с 1 сентября 2025 по 31 октября 2026 года", "с·1·сентября 2025 по·31·октября 2026·года"],
  ["всего 12\u00a0026 обращений, из них 2\u00a0010 писем", "всего 12·026·обращений, из·них 2·010·писем"],
  ["по 59-ФЗ, 1-го числа (8-часовой день)", "по·59‑ФЗ, 1‑го числа (8‑часовой день)"],
  ["2026-10-31, Ростов-на-Дону, COVID-19", "2026-10-31, Ростов-на-Дону, COVID-19"],
  [
    "https://портал.example/62-ryazan/ и 62-press@otklik.example",
    "https://портал.example/62-ryazan/ и·62-press@otklik.example",
  ],
])("%s", (text, bound) => {
  expect(shown(bindRussian(text))).toBe(bound);
});

test("words are never changed, only spaces", () => {
  const text = "В срок, за 24 часа, первый ответ получают 83 %; в Китежском крае — 90 %";
  expect(bindRussian(text).replace(/\u00a0/gu, " ")).toBe(text);
  expect(shown(bindEnglish("within 3 days"))).toBe("within 3·days");
  expect(shown(bindEnglish("from 56 days – 64 days, 59-FZ"))).toBe("from 56·days·– 64·days, 59‑FZ");
});
