import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { learnPlaceNames } from "../../src/privacy/placeNames.ts";
import { plainText } from "../../src/privacy/plainText.ts";

const context = createDetectionContext({ mode: "strict" });

/** Texts made to blow up patterns: each repeats one unit. */
const BOMBS: readonly (readonly [string, string])[] = [
  ["e-mail signs", "a@"],
  ["letters", "а"],
  ["Latin letters", "a"],
  ["digits", "7"],
  ["digits and spaces", "8 "],
  ["hyphens", "1-"],
  ["brackets", "(("],
  ["open tags", "<a "],
  ["open tags in a row", "<b"],
  ["unclosed quotes", '<a href="'],
  ["comments", "<!--"],
  ["script tags", "<script>"],
  ["entities", "&amp;"],
  ["double entities", "&amp;lt;"],
  ["VK marks", "[id1|"],
  ["initials", "И.О."],
  ["single letters", "И "],
  ["names", "Иванов Иван Иванович, "],
  ["surnames in a row", "Иванов "],
  ["capitals", "ПЕТРОВ ПЁТР "],
  ["unknown capitals", "Хр Фл "],
  ["street words", "ул. "],
  ["streets with hyphens", "ул. Ленина 5-"],
  ["flats", "кв. 5, "],
  ["phone words", "тел. мой номер "],
  ["passport words", "паспорт серия "],
  ["dates", "01.02.1980, "],
  ["number words", "восемь девятьсот "],
  ["diagnoses", "диагноз: диабет "],
  ["spoken mail", "a собака b "],
  ["links", "vk.com/id"],
  ["zero-width characters", "\u200b"],
  ["combining marks", "и\u0306"],
  ["account words", "л/с "],
  ["line breaks", "\n"],
  ["number and machine words", "машина стоит "],
  ["flats of several", "жильцы квартир 5 "],
  ["words as surnames", "а Гвоздь всё не даёт нам от Серпа ответа "],
  ["names cut short", "Лопухова Ан.Ив. "],
];

/** The quickest of two runs, in milliseconds: noise only ever adds. */
function quickest(work: () => void): number {
  return Math.min(...[1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
}

describe("The work grows in step with the text", () => {
  test.each(BOMBS)("on %s", (_name, unit) => {
    const small = unit.repeat(Math.ceil(10_000 / unit.length));
    const large = unit.repeat(Math.ceil(80_000 / unit.length));
    const read = (text: string) => (): void => void detect(plainText(text), context);
    read(small)();
    const [short, long] = [quickest(read(small)), quickest(read(large))];
    // Eight times the text: linear work takes about eight times as long, quadratic work 64 times.
    expect(long).toBeLessThan(Math.max(short, 8) * 32);
  });

  test("and place names are learned so, too", () => {
    const read = (count: number) => (): void => void learnPlaceNames(["ул. Кирова, Иванов ".repeat(count)]);
    read(1000)();
    expect(quickest(read(8000))).toBeLessThan(Math.max(quickest(read(1000)), 8) * 32);
  });
});

describe("Very long texts", () => {
  test("hold ten thousand names, each found", () => {
    expect(detect("Иванов Иван Иванович; ".repeat(10_000), context)).toHaveLength(10_000);
  });

  test("of a megabyte come through", () => {
    const text = "Во дворе не убирают снег, дворник не выходит. ".repeat(22_000);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(detect(text, context)).toEqual([]);
  });

  test("of fifty thousand e-mail beginnings come through", () => {
    expect(() => detect("a@".repeat(50_000), context)).not.toThrow();
  });
});
