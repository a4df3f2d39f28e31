import { describe, expect, test } from "vitest";
import { leastWords, readability } from "../../../src/replies/marks/readability.ts";

describe("How a reply reads", () => {
  test("is counted by words, letters and sentences: twenty sentences of five words of four letters", () => {
    const text = "Снег убран весь двор чист. ".repeat(20);
    // Снег 4, убран 5, весь 4, двор 4, чист 4: 21 letters in five words.
    expect(readability(text)).toEqual({
      words: 100,
      wordsPerSentence: 5,
      lettersPerWord: 4.2,
      grade: expect.closeTo(-17.5 + 0.56 * 5 + 2.45 * 4.2, 10) as number,
    });
  });

  test("knows a long sentence: one of a hundred words", () => {
    expect(readability("работы ".repeat(leastWords))).toMatchObject({
      words: 100,
      wordsPerSentence: 100,
      lettersPerWord: 6,
    });
  });

  test("does not end a sentence after a shortened word, an initial, in a number or a date, and counts no number as a word", () => {
    // Ten words that have letters: Работы, на, ул, Садовой, д, по, смете, А, Б, идут. 31 letters, one sentence.
    const text = "Работы на ул. Садовой, д. 5, 12.05.2026 по смете 3.5 А. Б. идут! ".repeat(10);
    expect(readability(text)).toMatchObject({ words: 100, wordsPerSentence: 10, lettersPerWord: 3.1 });
  });

  test("ends a sentence at a line break, a question, dots", () => {
    const text = "раз два три четыре пять\nшесть семь? восемь… девять десять. ".repeat(10);
    expect(readability(text)).toMatchObject({ words: 100, wordsPerSentence: 100 / 40 });
  });

  test("is not told of fewer than a hundred words", () => {
    expect(readability("Яму засыпали 12 мая.")).toBeNull();
    expect(readability("слово ".repeat(leastWords - 1))).toBeNull();
    expect(readability("")).toBeNull();
  });
});
