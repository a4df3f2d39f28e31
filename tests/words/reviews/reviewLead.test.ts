import { expect, test } from "vitest";
import type { ReviewPeriod } from "../../../src/model/reviews.ts";
import { exampleFacts } from "../exampleFacts.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { reviewLead } from "../../../src/words/reviews/reviewLead.ts";

const facts = exampleFacts();
const cell = (value: number) => ({ period: { value }, change: { reason: "not-covered" } });

/** A quarter of which so many were closed in time and late. */
const quarter = (inTime: number, late: number): ReviewPeriod =>
  ({
    id: "2026-q3",
    from: "2026-07-01",
    to: "2026-09-30",
    spans: {
      period: { from: "2026-07-01", to: "2026-09-30", asOf: "2026-10-31" },
      yearBefore: { from: "2025-07-01", to: "2025-09-30", asOf: "2025-10-31" },
    },
    summary: {
      received: cell(100),
      closed: cell(80),
      open: cell(15),
      unowed: cell(5),
      closedInTime: cell(inTime),
      closedLate: cell(late),
      openLate: cell(7),
    },
    forms: {},
  }) as unknown as ReviewPeriod;
const told = (period: ReviewPeriod, dataFrom = "2025-09-01"): string =>
  reviewLead(createTelling({ ...facts, edition: { ...facts.edition, from: dataFrom } }), period, "Срок — 30 дней.")
    .join(" ")
    .replaceAll("\u00a0", " ");

test("the parts of a number that is told come out, or what is missing is told", () => {
  expect(told(quarter(60, 15))).toContain(
    "К 31 октября 2026 года из них рассмотрено, то есть закрыто с любым результатом, 80; на рассмотрении, то есть ещё не закрыто, 15. Благодарностей и подобных сообщений, на которые отвечать не нужно, — ещё 5. Из рассмотренных 60 закрыто в срок, 15 — с нарушением срока. Ещё о 5 из рассмотренных этого сказать нельзя: не указаны срок или день закрытия либо даты округлены до недели. Срок — 30 дней. Из тех, что на рассмотрении, срок прошёл у 7; ещё у 8 он не прошёл или неизвестен.",
  );
  expect(told(quarter(65, 15))).not.toContain("этого сказать нельзя");
});

test("that there is nothing to compare with is said in so many words", () => {
  expect(told(quarter(65, 15))).toMatch(
    /^В III квартале 2026 года ведомства Китежского края получили 100 обращений\. Сравнить с прошлым годом нельзя: данные начинаются с 1 сентября 2025 года\./u,
  );
  // They begin earlier, with a gap.
  expect(told(quarter(65, 15), "2025-01-01")).toContain("те же месяцы выгрузки охватывают не целиком");
});

test("of open appeals it is told how many are past their deadline, or that they stand apart where nobody knows", () => {
  const some = quarter(60, 15);
  const withCells = (cells: object) => ({ ...some, summary: { ...some.summary, ...cells } });
  expect(told(withCells({ openLate: { period: { reason: "no-norm" } } }))).toContain("даже если их срок прошёл");
  expect(told(withCells({ openLate: cell(0) }))).toContain("срок не прошёл ни у одного");
  expect(told(withCells({ openLate: cell(15) }))).toContain(
    "Срок прошёл у всех обращений, которые ещё на рассмотрении.",
  );
  expect(told(withCells({ open: cell(0), openLate: cell(0) }))).not.toContain("на рассмотрении, с");
});

test("none is said in words: no sentence tells a 0", () => {
  const some = quarter(60, 15);
  const lead = (cells: object): string => told({ ...some, summary: { ...some.summary, ...cells } });
  expect(lead({ closedLate: cell(0), closedInTime: cell(80) })).toContain("Все рассмотренные закрыты в срок.");
  expect(lead({ closedLate: cell(0) })).toContain("60 закрыто в срок, с нарушением срока — ни одного.");
  expect(lead({ closedInTime: cell(0) })).toContain("15 закрыто с нарушением срока, в срок — ни одного.");
  const untold = lead({ closedInTime: cell(0), closedLate: cell(0) });
  expect(untold).toContain("В срок ли их закрыли, сказать нельзя");
  expect(untold).not.toContain("Ещё о 80");
  const none = { closed: cell(0), closedInTime: cell(0), closedLate: cell(0) };
  expect(lead(none)).toContain("ни одно из них не рассмотрено, то есть не закрыто; на рассмотрении 15.");
  expect(lead(none)).not.toContain("В срок");
  expect(lead({ open: cell(0) })).toContain("80; на рассмотрении не осталось ни одного.");
  expect(lead({ ...none, open: cell(0) })).toContain("нет ни рассмотренных, ни тех, что на рассмотрении");
});

test("a period that brought nothing says so in words", () => {
  const some = quarter(0, 0);
  expect(told({ ...some, summary: { ...some.summary, received: cell(0) } } as unknown as ReviewPeriod)).toBe(
    "В III квартале 2026 года ведомства Китежского края не получили ни одного обращения.",
  );
});
