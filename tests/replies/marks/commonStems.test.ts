import { expect, test } from "vitest";
import { commonStems } from "../../../src/replies/marks/commonStems.ts";
import { stemOfRussianWord } from "../../../src/search/words/russianWord.ts";

const texts = Array.from(
  { length: 400 },
  (_, at) => `Прошу помочь: ${at % 5 === 0 ? "яма" : "фонарь"} во дворе ${at}.`,
);

test("words that a quarter of all appeals have name no thing; rarer ones do", () => {
  const common = commonStems(texts);
  expect(common.has(stemOfRussianWord("прошу"))).toBe(true);
  expect(common.has(stemOfRussianWord("яма"))).toBe(false);
});

test("a word counts once an appeal, however often it stands there", () => {
  const loud = texts.map((text, at) => (at < 40 ? `${text} ${"крыша ".repeat(50)}` : text));
  expect(commonStems(loud).has(stemOfRussianWord("крыша"))).toBe(false);
});

test("a handful of appeals shows nothing", () => {
  expect(commonStems(texts.slice(0, 100)).size).toBe(0);
});
