import { expect, test } from "vitest";
import type { SourceCompleteness } from "../../src/model/facts.ts";
import { completenessReports } from "../../src/site/completenessReport.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const whole: SourceCompleteness = {
  source: "letters",
  title: "Письма",
  exported: "2026-10-31",
  channels: ["letter"],
  rows: 1200,
  closed: 900,
  tellsClosings: true,
  tellsReplies: true,
  closedOnly: false,
  from: "2024-01-01",
  to: "2026-10-30",
  misdated: 0,
  vanished: 0,
  collapsedMonths: [],
  emptiedFields: [],
  massClosings: [],
  replies: 0,
  placeholderReplies: 0,
  shortReplies: 0,
};
const reportOf = (changes: Partial<SourceCompleteness>) => {
  const facts = exampleFacts();
  const [report] = completenessReports(
    createTelling({ ...facts, edition: { ...facts.edition, sources: [{ ...whole, ...changes }] } }),
  );
  return {
    ...report!,
    remarks: report!.remarks.map((remark) => remark.replaceAll("\u00a0", " ")),
    cells: report!.cells.map((cell) => cell.replace(/\s/gu, " ")),
  };
};

test("a source with nothing missing has a row and no remarks", () => {
  expect(reportOf({})).toEqual({
    source: "letters",
    title: "Письма",
    cells: ["Письма", "1 200", "75 %", "30.10.2026", "31.10.2026", "текстов нет", "текстов нет"],
    remarks: [],
  });
});

test("what a source does not record is no data; what it records and has none of is none", () => {
  expect(reportOf({ closed: 0 }).cells[2]).toBe("0 %");
  expect(reportOf({ closed: 0, tellsClosings: false, tellsReplies: false }).cells).toEqual([
    "Письма",
    "1 200",
    "нет данных",
    "30.10.2026",
    "31.10.2026",
    "нет данных",
    "нет данных",
  ]);
});

test("figures that add up several exports say so", () => {
  expect(reportOf({ summed: 3 }).cells[4]).toBe("31.10.2026, сумма 3 выгрузок");
});

test("everything that is missing is said, with its months and days", () => {
  const { cells, remarks } = reportOf({
    closed: 1200,
    closedOnly: true,
    to: "2026-09-01",
    misdated: 3,
    vanished: 21,
    collapsedMonths: ["2025-08"],
    emptiedFields: [{ field: "topic", since: "2026-03" }],
    massClosings: [{ day: "2026-01-14", count: 301 }],
    replies: 1000,
    placeholderReplies: 120,
    shortReplies: 250,
  });
  expect(cells).toEqual(["Письма", "1 200", "100 %", "01.09.2026", "31.10.2026", "25 %", "12 %"]);
  expect(remarks.map((remark) => remark.split(/[.:—]/u)[0])).toEqual([
    "Выгружены только закрытые обращения",
    "Последнее обращение поступило 1 сентября 2026 года ",
    "Меньше пятой части обычного числа обращений; вероятно, часть потеряна",
    "Тема",
    "Закрыто за один день в двадцать с лишним раз больше обычного",
    "Один и тот же текст стоит вместо ответа у 120 обращений",
    "У 3 обращений дата поступления невозможна",
    "Запись исчезла из следующей выгрузки у 21 обращения",
  ]);
  expect(remarks[1]).toContain("за 60 дней до выгрузки");
  expect(remarks[3]).toBe("Тема: столбец пуст — март 2026 и позже.");
});

test("of a handful no share is told", () => {
  const cells = reportOf({ rows: 1, closed: 1, replies: 1, shortReplies: 1 }).cells;
  expect([cells[2], cells[5], cells[6]]).toEqual(["скрыто", "скрыто", "скрыто"]);
  expect(reportOf({ rows: 12, closed: 8, replies: 8, shortReplies: 8 }).cells.slice(5)).toEqual(["100 %", "0 %"]);
});

test("of many days only their number is given", () => {
  const massClosings = Array.from({ length: 8 }, (_, day) => ({ day: `2026-01-0${day + 1}`, count: 150 }));
  expect(reportOf({ massClosings }).remarks).toEqual([
    "В двадцать с лишним раз больше обычного закрывали 8 дней, всего — 1 200 обращений. Сроки закрытия таких дней говорят об учёте, а не о работе.",
  ]);
});

test("of many months the first and the last", () => {
  const collapsedMonths = Array.from({ length: 7 }, (_, month) => `2025-0${month + 1}`);
  expect(reportOf({ collapsedMonths }).remarks).toEqual([
    "Меньше пятой части обычного числа обращений; вероятно, часть потеряна: 7 месяцев (январь 2025 — июль 2025).",
  ]);
});

test("an edition from before these figures has no such section", () => {
  expect(completenessReports(createTelling(exampleFacts()))).toEqual([]);
});
