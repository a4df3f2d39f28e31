import fc from "fast-check";
import { expect, test } from "vitest";
import { excelCsv, machineCsv } from "../../../src/words/csv.ts";
import { noCode, type SearchColumns } from "../../../src/search/format/columns.ts";
import { blockSize } from "../../../src/search/format/companion.ts";
import { csvLine } from "../../../src/words/csvText.ts";
import {
  decodeMarks,
  decodeRows,
  encodeMarks,
  encodeRows,
  rowFields,
  replyStates,
  waitStates,
  type DetailRows,
} from "../../../src/search/format/details.ts";
import { noFilters, tally } from "../../../src/search/read/filters.ts";
import type { FoundAppeal } from "../../../src/search/format/manifest.ts";
import { once } from "../../../src/search/read/once.ts";
import { datesOf, monthsBetween, positionsOf } from "../../../src/search/format/monthRange.ts";
import { takenWords } from "../../../src/codebook/takenWords.ts";
import { createVoice } from "../../../src/words/language.ts";
import { takeAway, takenHeader, textHeader, type TakenForm } from "../../../src/search/read/takeAway.ts";
import { names } from "../write/sampleAppeals.ts";

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("=1+1", "@x", "a;b", "a,b", '"', "", " x ", "два\nряда", "-5", "＝1"),
);

test("lines are those of the portal's own downloads, formulas harmless", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      expect(csvLine(cells, "program")).toBe(machineCsv([cells]));
      expect(csvLine(cells, "spreadsheet")).toBe(excelCsv([cells]));
    }),
  );
  expect(csvLine(["-0.5", "=1"], "spreadsheet", new Set([0, 1]))).toBe('-0,5;"\'=1"\r\n');
});

test("marks and rows come back as they were written", () => {
  const marks = [
    { wait: "overdue", rating: 5, replies: "repeated" },
    { wait: "within", rating: null, replies: "notice" },
    { wait: "unknown", rating: 1 },
  ] as const;
  const { wait, rating, replies } = decodeMarks(encodeMarks(marks), 3);
  expect([...wait].map((number) => waitStates[number])).toEqual(["overdue", "within", "unknown"]);
  expect([...rating]).toEqual([0, 5, 4]);
  expect([...replies].map((number) => replyStates[number])).toEqual(["repeated", "notice", "other"]);
  expect(() => decodeMarks(new Uint8Array(2), 3)).toThrow(RangeError);
  const rows = Object.fromEntries(rowFields.map((field) => [field, field === "id" ? ["a", "b"] : ["", ""]])) as Record<
    (typeof rowFields)[number],
    string[]
  >;
  expect(decodeRows(encodeRows(rows), 2).id).toEqual(["a", "b"]);
  expect(() => decodeRows(encodeRows(rows), 3)).toThrow(RangeError);
});

/** A collection in two shards, whose border is not that of the blocks. */
function collection(total: number) {
  const counts = [Math.floor(total / 3), total - Math.floor(total / 3)];
  const columns = counts.map((length): SearchColumns => {
    const column = (of: number): Uint16Array =>
      Uint16Array.from({ length }, (_, at) => (at % 7 === 0 ? noCode : at % of));
    return {
      length,
      agency: column(2),
      topic: column(4),
      place: column(2),
      channel: Uint16Array.from({ length }, () => 0),
      outcome: Uint16Array.from({ length }, (_, at) => at % 2),
      day: Int32Array.from({ length }, () => 20_000),
    };
  });
  const marks = counts.map((length) => ({
    wait: new Uint8Array(length),
    rating: Uint8Array.from({ length }, (_, at) => at % 6),
    replies: new Uint8Array(length),
  }));
  const rows = once(async (block: number): Promise<DetailRows> => {
    const length = Math.min(blockSize, total - block * blockSize);
    const column = (of: (position: number) => string): string[] =>
      Array.from({ length }, (_, at) => of(block * blockSize + at));
    return {
      id: column((position) => `id${position}`),
      received: column(() => "2024-10-04"),
      firstReply: column(() => ""),
      closed: column(() => ""),
      firstReplyDays: column(() => "0.5"),
      closingDays: column(() => ""),
      datesToWeek: column(() => "no"),
    };
  });
  const shards = counts.map((count) => ({ count }));
  const found = tally(
    columns.map((each, shard) => ({
      columns: each,
      hits: Uint32Array.from({ length: counts[shard] ?? 0 }, (_, at) => (counts[shard] ?? 0) - 1 - at),
      marks: marks[shard],
    })),
    { ...noFilters, outcome: [names.outcomes[1] ?? ""] },
    names,
  );
  const appeal = async (shard: number, number: number): Promise<FoundAppeal> =>
    ({ text: `текст ${shard}-${number}; "да"`, reply: null }) as FoundAppeal;
  return {
    matches: { tally: found, columns },
    marks,
    parts: { manifest: { shards, names } as never, search: { appeal }, rows },
  };
}

async function taken(
  total: number,
  form: TakenForm,
  texts = false,
): Promise<{ pieces: string[]; made: number; rows: number }> {
  const { matches, marks, parts } = collection(total);
  const pieces: string[] = [];
  let made = 0;
  const request = {
    form,
    texts,
    citation: "Портал. Запрос",
    address: "https://portal.example/appeals/",
    names: { agency: { roads: "Дорожный комитет" }, topic: {}, place: {} },
    words: takenWords([...takenHeader, ...textHeader], createVoice("ru")),
  };
  for await (const piece of takeAway(matches, marks, parts, request, (count) => (made = count))) pieces.push(piece);
  return { pieces, made, rows: matches.tally.total };
}

test("the table has a header, nothing before it, and one row a hit, newest first, whatever the blocks and shards", async () => {
  const { pieces, made, rows } = await taken(50, "program");
  const lines = pieces.join("").split("\r\n").slice(0, -1);
  expect(lines[0]).toBe(takenHeader.join(","));
  expect(lines).toHaveLength(rows + 1);
  expect(made).toBe(rows);
  const ids = lines.slice(1).map((line) => Number(line.split(",")[0]?.slice(2)));
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(lines[1]).toMatch(
    /^id49,social,.*,2024-10-04,,,no,[a-z]+,\d?,0\.5,,https:\/\/portal\.example\/appeals\/id49\/$/,
  );
});

test("a spreadsheet gets its mark and commas; texts come on request; links are one a line", async () => {
  const { pieces } = await taken(10, "spreadsheet", true);
  expect(pieces[0]).toBe("\uFEFF");
  const lines = pieces.join("").split("\r\n");
  expect(lines[0]).toBe(
    "\uFEFFНомер на портале;Путь обращения;Ведомство, код;Ведомство;Тема, код;Тема;Место, код;Место;Получено;Первый ответ;Закрыто;Даты до недели;Итог;Оценка ответа;Дней до первого ответа;Дней до закрытия;Адрес страницы;Текст обращения;Текст ответа",
  );
  expect(lines[1]).toMatch(/;Социальные сети;.*;\d{4}-\d\d-\d\d;;;нет;.*;0,5;;https.*;"текст 1-\d+; ""да""";$/);
  expect((await taken(10, "links")).pieces.join("")).toMatch(
    /^# Портал\. Запрос\r\n(https:\/\/portal\.example\/appeals\/id\d+\/\r\n)+$/,
  );
});

test("two hundred thousand appeals are made in pieces that let other work in", async () => {
  const { pieces, rows } = await taken(200_000, "program");
  expect(rows).toBeGreaterThan(99_000);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1_000_000);
  const lines = pieces.reduce((sum, piece) => sum + (piece.match(/\r\n/g)?.length ?? 0), 0);
  expect(lines).toBe(rows + 1);
});

test("a choice of months is the days from the first to the last of them", () => {
  const months = monthsBetween("2025-11-03", "2026-03-31");
  expect(months).toEqual(["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]);
  expect(datesOf(months, 3, 3)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(datesOf(months, 0, 4)).toEqual({ from: null, to: null });
  for (let first = 0; first < months.length; first += 1)
    for (let last = first; last < months.length; last += 1)
      expect(positionsOf(months, datesOf(months, first, last))).toEqual([first, last]);
});
