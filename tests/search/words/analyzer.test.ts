import fc from "fast-check";
import { expect, test } from "vitest";
import { stemsOf, visibleText, wordsOf } from "../../../src/search/words/analyzer.ts";
import { readQuery } from "../../../src/search/read/query.ts";
import { hitExcerpt } from "../../../src/search/read/excerpt.ts";

test("decomposed letters, soft hyphens and stress marks do not hide a word", () => {
  const plain = stemsOf("замёрзший чайный трубопровод", "ru");
  expect(stemsOf("замёрзший чайный трубопровод".normalize("NFD"), "ru")).toEqual(plain);
  expect(stemsOf("замёрзший чайный трубо\u00ADпровод", "ru")).toEqual(plain);
  expect(stemsOf("замёрзший ча\u0301йный трубопрово\u0301д", "ru")).toEqual(plain);
});

test("words are where the analyzer says, and visible text stays as it is when cleaned again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const clean = visibleText(text);
      expect(visibleText(clean)).toBe(clean);
      let position = 0;
      for (const { start, end } of wordsOf(clean, "ru")) {
        expect(start).toBeGreaterThanOrEqual(position);
        expect(end).toBeGreaterThan(start);
        position = end;
      }
      expect(position).toBeLessThanOrEqual(clean.length);
    }),
  );
});

test("every word of a text is found by itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'абвёйэюя- ,.12aZ"«»'), maxLength: 60 }), (text) => {
      const stems = new Set(stemsOf(text, "ru"));
      for (const word of readQuery(text.replaceAll(/["«»]/g, " "), "ru").words) expect(stems.has(word)).toBe(true);
    }),
  );
});

test("a query keeps phrases apart from words, whatever the quotes", () => {
  for (const typed of [
    "вывоз «детская площадка»",
    'вывоз "детская площадка"',
    "вывоз „детская площадка“",
    "“детская площадка” вывоз",
  ])
    expect(readQuery(typed, "ru")).toEqual({
      words: stemsOf("вывоз", "ru"),
      phrases: [stemsOf("детская площадка", "ru")],
      empty: false,
      cut: false,
    });
  expect(readQuery('вывоз "детская площадка', "ru").phrases).toEqual([]);
  expect(readQuery('"вывоз"', "ru")).toMatchObject({ words: ["вывоз"], phrases: [] });
});

test("a query of any signs is read without complaint", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => readQuery(typed, "ru").words.length <= 24),
  );
});

test("an excerpt is made of the text, marks what was searched for and nothing else", () => {
  const text =
    "Прошу отремонтировать детскую площадку во дворе. ".repeat(12) +
    "Качели сломаны, горка без поручней, площадка завалена мусором.";
  const stems = new Set(stemsOf("горка поручни площадка", "ru"));
  const { pieces, found } = hitExcerpt(text, stems, "ru");
  expect(found).toBe(3);
  expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(
    expect.arrayContaining(["горка", "поручней", "площадка"]),
  );
  expect(text).toContain(
    pieces
      .slice(1)
      .map((piece) => piece.text)
      .join("")
      .replace(/…$/, ""),
  );
});

test("an excerpt of any text is short and keeps characters whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 200, maxLength: 600 }), (text) => {
      const shown = hitExcerpt(text, new Set(["a"]), "ru")
        .pieces.map((piece) => piece.text)
        .join("");
      expect(shown.length).toBeLessThan(300);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});
