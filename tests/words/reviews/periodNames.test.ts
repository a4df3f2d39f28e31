import { expect, test } from "vitest";
import english from "../../../src/strings/press.en.json" with { type: "json" };
import russian from "../../../src/strings/press.ru.json" with { type: "json" };
import reviewsEnglish from "../../../src/strings/reviews.en.json" with { type: "json" };
import reviewsRussian from "../../../src/strings/reviews.ru.json" with { type: "json" };
import { createVoice } from "../../../src/words/language.ts";
import { periodNames } from "../../../src/words/reviews/periodNames.ts";
import { toldCells } from "../../../src/words/reviews/reviewCells.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each([
  ["2026-07-01", "2026-07-31", "июль 2026 года", "в июле 2026 года", "July 2026", "in July 2026"],
  ["2026-05-01", "2026-05-31", "май 2026 года", "в мае 2026 года", "May 2026", "in May 2026"],
  [
    "2026-04-01",
    "2026-06-30",
    "II квартал 2026 года",
    "во II квартале 2026 года",
    "second quarter of 2026",
    "in the second quarter of 2026",
  ],
  [
    "2026-07-01",
    "2026-09-30",
    "III квартал 2026 года",
    "в III квартале 2026 года",
    "third quarter of 2026",
    "in the third quarter of 2026",
  ],
  [
    "2026-01-01",
    "2026-06-30",
    "первое полугодие 2026 года",
    "в первом полугодии 2026 года",
    "first half of 2026",
    "in the first half of 2026",
  ],
  [
    "2026-07-01",
    "2026-12-31",
    "второе полугодие 2026 года",
    "во втором полугодии 2026 года",
    "second half of 2026",
    "in the second half of 2026",
  ],
  [
    "2026-01-01",
    "2026-09-30",
    "девять месяцев 2026 года",
    "за девять месяцев 2026 года",
    "first nine months of 2026",
    "in the first nine months of 2026",
  ],
  ["2026-01-01", "2026-12-31", "2026 год", "в 2026 году", "2026", "in 2026"],
  [
    "2026-01-01",
    "2026-05-31",
    "январь — май 2026 года",
    "с января по май 2026 года",
    "January to May 2026",
    "from January to May 2026",
  ],
])("%s to %s has its name, and its form in a sentence", (from, to, name, within, englishName, englishWithin) => {
  const [ru, en] = [periodNames(createVoice("ru")), periodNames(createVoice("en"))];
  expect([ru.name({ from, to }), ru.within({ from, to })].map(plain)).toEqual([name, within]);
  expect([en.name({ from, to }), en.within({ from, to })].map(plain)).toEqual([englishName, englishWithin]);
});

test("what has happened since January is named by its months, also where they are a quarter", () => {
  const { since } = periodNames(createVoice("ru"));
  expect(plain(since({ from: "2026-01-01", to: "2026-03-31" }))).toBe("январь — март 2026 года");
  expect(plain(since({ from: "2026-01-01", to: "2026-01-31" }))).toBe("январь 2026 года");
});

test("a difference has a true sign, and what is not known has words", () => {
  const cell = toldCells(createVoice("ru"));
  expect(cell({ value: 1234 }, "change").text).toBe("+1\u00a0234");
  expect(cell({ value: -5 }, "change").text).toBe("\u22125");
  expect(cell({ value: 0 }, "change").text).toBe("0");
  expect(plain(cell({ value: 112.5 }, "percent").text)).toBe("112,5 %");
  expect(plain(cell({ reason: "not-exported" }, "count").text)).toBe("нет в выгрузке");
});

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\w+\}/gu)].map(([name]) => name))].sort();

test.each([
  ["reviews", reviewsRussian, reviewsEnglish],
  ["press", russian, english],
] as [string, Record<string, string>, Record<string, string>][])(
  "the texts of %s have the same keys and placeholders in both languages",
  (_, ru, en) => {
    expect(Object.keys(en)).toEqual(Object.keys(ru));
    for (const [key, text] of Object.entries(ru)) {
      // English leaves the year to the name of the month.
      if (!key.startsWith("period.")) expect([key, ...placeholders(en[key]!)]).toEqual([key, ...placeholders(text)]);
      expect(en[key], key).not.toMatch(/[а-яё]/iu);
    }
  },
);
