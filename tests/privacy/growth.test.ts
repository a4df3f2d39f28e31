import { analyse } from "scslre";
import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { learnPlaceNames } from "../../src/privacy/placeNames.ts";
import { plainText } from "../../src/privacy/plainText.ts";
import { canaries } from "../canaries/canaries.ts";

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

/** What patterns did while something was read: which they were, and how many characters they went over. */
interface PatternWork {
  patterns: Map<string, RegExp>;
  characters: number;
}

/**
 * Counts what patterns do, by the one function that all uses of a pattern call. How long they take no test can say: the
 * machine does other things. Where a pattern starts and stops is the same each time.
 */
function patternWork(read: () => void): PatternWork {
  const work: PatternWork = { patterns: new Map(), characters: 0 };
  const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec")!;
  const usual = exec.value as (this: RegExp, text: string) => RegExpExecArray | null;
  const counted = function (this: RegExp, text: string): RegExpExecArray | null {
    work.patterns.set(String(this), this);
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = usual.call(this, text);
    const end = found === null ? (this.sticky ? from : text.length) : found.index + found[0].length;
    work.characters += 1 + Math.max(0, end - from);
    return found;
  };
  Object.defineProperty(RegExp.prototype, "exec", { ...exec, value: counted });
  try {
    read();
  } finally {
    Object.defineProperty(RegExp.prototype, "exec", exec);
  }
  return work;
}

const reading = (text: string) => patternWork(() => void detect(plainText(text), context));

describe("The work grows in step with the text", () => {
  const [short, long] = [1_000, 8_000];

  test.each(BOMBS)("on %s", (_name, unit) => {
    const read = (length: number) => reading(unit.repeat(Math.ceil(length / unit.length))).characters;
    expect(read(long) / read(short)).toBeLessThan((2 * long) / short);
  });

  test("and place names are learned so, too", () => {
    const learn = (count: number) =>
      patternWork(() => void learnPlaceNames(["ул. Кирова, Иванов ".repeat(count)])).characters;
    expect(learn(800) / learn(100)).toBeLessThan(16);
  });

  test("and the count sees work that grows with the square of the text", () => {
    const everySuffix = (text: string) =>
      patternWork(() => Array.from(text, (_, from) => /б/u.test(text.slice(from)))).characters;
    expect(everySuffix("а".repeat(long)) / everySuffix("а".repeat(short))).toBeGreaterThan((2 * long) / short);
  });
});

describe("No pattern of the detectors can take more time than in step with its text", () => {
  /** How a pattern can be made to work with the square of a text or more: by itself, or started anew at each character. */
  const faults = ({ source, flags }: RegExp): string[] =>
    analyse({ source, flags }).reports.map(({ type }) => `${type}: /${source}/${flags}`);

  test("as its form shows", () => {
    const texts = [...BOMBS.map(([, unit]) => unit.repeat(20)), ...canaries(1).map(({ words }) => words)];
    const patterns = new Map(texts.flatMap((text) => [...reading(text).patterns]));
    expect(patterns.size).toBeGreaterThan(150);
    expect([...patterns.values()].flatMap(faults)).toEqual([]);
  });

  test.each([/(?:а+)+б/u, /а+$/u, /а*а*б/u])("and this one is told from them: %s", (pattern) => {
    expect(faults(pattern)).not.toEqual([]);
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
