import { expect, test } from "vitest";
import { type ReviewPeriod } from "../../../src/model/reviews.ts";
import { createVoice } from "../../../src/words/language.ts";
import { reviewLead } from "../../../src/words/reviews/reviewLead.ts";

const voice = createVoice("ru");
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
  reviewLead(voice, period, dataFrom).join(" ").replaceAll("\u00a0", " ");

test("the parts of a number that is told come out, or what is missing is told", () => {
  expect(told(quarter(60, 15))).toContain(
    "К 31 октября 2026 года из них рассмотрено 80, на рассмотрении 15. Ещё 5 ответа не требуют. Из рассмотренных в срок закрыто 60, с нарушением срока — 15. Ещё у 5 из рассмотренных срок или день закрытия неизвестен. Из тех, что на рассмотрении, срок прошёл у 7; у остальных 8 он ещё не прошёл или неизвестен.",
  );
  expect(told(quarter(65, 15))).not.toContain("день закрытия неизвестен");
});

test("that there is nothing to compare with is said in so many words", () => {
  expect(told(quarter(65, 15))).toMatch(
    /^В III квартале 2026 года поступило 100 обращений\. Сравнить с прошлым годом нельзя: данные начинаются с 1 сентября 2025 года\./u,
  );
  // They begin earlier, with a gap.
  expect(told(quarter(65, 15), "2025-01-01")).toContain("те же месяцы выгрузки охватывают не целиком");
});

test("of open appeals it is told how many are past their deadline, or that they stand apart where nobody knows", () => {
  const some = quarter(60, 15);
  const withCells = (cells: object) => ({ ...some, summary: { ...some.summary, ...cells } });
  expect(told(withCells({ openLate: { period: { reason: "no-norm" } } }))).toContain("даже если их срок прошёл");
  expect(told(withCells({ openLate: cell(0) }))).toContain("срок не прошёл ни у одного");
  expect(told(withCells({ openLate: cell(15) }))).toContain("У всех, что на рассмотрении, срок прошёл.");
  expect(told(withCells({ open: cell(0), openLate: cell(0) }))).not.toContain("на рассмотрении, с");
});
