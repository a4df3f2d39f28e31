import { expect, test, vi } from "vitest";
import { wordDocument, type WordContent } from "../../src/documents/wordDocument.ts";
import { readDocument } from "./readDocument.ts";

const content: WordContent = {
  title: "Обзор",
  creator: "Пресс-служба",
  date: "2026-10-31",
  language: "ru",
  wide: false,
  footer: "Отклик",
  blocks: [
    { heading: "Обзор обращений", level: 1 },
    { text: "В июле 2026 года поступило 12 обращений <&>.", as: "text" },
    {
      table: {
        header: ["Строка", "Июль"],
        widths: [0.6, 0.4],
        figures: [1],
        rows: [
          { cells: ["Поступило"], heading: true },
          { cells: [{ text: "Всего", href: "https://example.org/a?b=1&c=2" }, "12"], level: 1 },
          { cells: [{ text: "Закрыто", href: "https://example.org/d" }, "нет в выгрузке"] },
        ],
      },
    },
  ],
};

test("a document holds its headings, sentences, tables and links", async () => {
  const read = readDocument(wordDocument(content));
  expect(read.paragraphs.slice(0, 2)).toEqual(["Обзор обращений", "В июле 2026 года поступило 12 обращений <&>."]);
  expect(read.tables).toEqual([[["Строка", "Июль"], ["Поступило"], ["Всего", "12"], ["Закрыто", "нет в выгрузке"]]]);
  expect(read.links).toEqual(["https://example.org/a?b=1&c=2", "https://example.org/d"]);
  expect(read.core).toContain("2026-10-31T00:00:00Z");
});

test("the same content gives the same bytes, whenever it is written", async () => {
  const first = wordDocument(content);
  vi.useFakeTimers({ now: new Date("2031-05-05T05:05:05Z"), toFake: ["Date"] });
  const second = wordDocument(content);
  vi.useRealTimers();
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});
