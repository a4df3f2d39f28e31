import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import english from "../../src/strings/weeks.en.json" with { type: "json" };
import russian from "../../src/strings/weeks.ru.json" with { type: "json" };
import { daySpan, fromTo } from "../../src/words/daySpan.ts";
import { createVoice } from "../../src/words/language.ts";
import { weekWords } from "../../src/words/weekWords.ts";

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\w+\}/gu)].map(([name]) => name))].sort();

test("both languages say the same of weeks, with the same placeholders, each in its own letters", () => {
  expect(Object.keys(english)).toEqual(Object.keys(russian));
  for (const [key, text] of Object.entries(russian)) {
    expect([key, placeholders(english[key as keyof typeof english])]).toEqual([key, placeholders(text)]);
    expect(english[key as keyof typeof english], key).not.toMatch(/[а-яё]/iu);
  }
});

test("every text of weeks is used somewhere", () => {
  const src = join(import.meta.dirname, "../../src");
  const code = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|astro)$/u.test(file))
    .map((file) => readFileSync(join(src, file), "utf8"))
    .join("\n");
  const beginnings = [...code.matchAll(/`([\w.-]+\.)[\w-]*\$\{/gu)].map((match) => match[1]!);
  const unused = Object.keys(russian).filter((key) => {
    const stem = /^(.+)\.(?:one|few|many|other)$/u.exec(key)?.[1];
    return (
      !code.includes(`"${key}"`) &&
      !(stem && code.includes(`"${stem}"`)) &&
      !beginnings.some((beginning) => key.startsWith(beginning))
    );
  });
  expect(unused).toEqual([]);
});

test.each([
  [1, "нашёлся 1 случай"],
  [3, "нашлось 3 случая"],
  [21, "нашёлся 21 случай"],
  [25, "нашлось 25 случаев"],
])("%i rises take the right case", (n, words) => {
  const { wFor } = weekWords(createVoice("ru"));
  expect(wFor("rising.lead", n, { span: "С 1 по 7", counts: "9 чисел" }).replaceAll("\u00a0", " ")).toContain(words);
});

test("a span of days says its month and its year once where they are the same", () => {
  const plain = (from: string, to: string, language: "ru" | "en") =>
    daySpan(from, to, createVoice(language)).replaceAll("\u00a0", " ");
  expect(plain("2026-10-19", "2026-10-25", "ru")).toBe("19–25 октября 2026 года");
  expect(plain("2026-09-28", "2026-10-04", "ru")).toBe("28 сентября — 4 октября 2026 года");
  expect(plain("2026-12-28", "2027-01-03", "ru")).toBe("28 декабря 2026 года — 3 января 2027 года");
  expect(plain("2026-10-19", "2026-10-25", "en")).toBe("19–25 October 2026");
  expect(plain("2026-09-28", "2026-10-04", "en")).toBe("28 September – 4 October 2026");
});

test("«с» becomes «со» before the second of a month, and nothing is said twice", () => {
  const plain = (from: string, to: string, language: "ru" | "en") =>
    fromTo(from, to, createVoice(language)).replaceAll("\u00a0", " ");
  expect(plain("2026-11-02", "2026-11-15", "ru")).toBe("со 2 по 15 ноября 2026 года");
  expect(plain("2026-11-02", "2026-12-06", "ru")).toBe("со 2 ноября по 6 декабря 2026 года");
  expect(plain("2026-10-12", "2026-10-25", "ru")).toBe("с 12 по 25 октября 2026 года");
  expect(plain("2026-12-22", "2027-01-03", "ru")).toBe("с 22 декабря 2026 года по 3 января 2027 года");
  expect(plain("2026-11-02", "2026-11-15", "en")).toBe("from 2 to 15 November 2026");
});
