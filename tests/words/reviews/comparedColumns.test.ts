import { expect, test } from "vitest";
import { reviewFormSchema, type ReviewColumn } from "../../../src/model/reviewForm.ts";
import type { ReviewCell, ReviewPeriod } from "../../../src/model/reviews.ts";
import { toldReview } from "../../../src/words/reviews/toldReview.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

const plain = (text: string | null): string | null => text?.replaceAll("\u00a0", " ") ?? null;
const number = (value: number): ReviewCell => ({ value });
const none: ReviewCell = { reason: "not-covered" };

/** The third quarter beside the second, told in a form of one line. */
function formOf(
  columns: ReviewColumn[],
  cells: ReviewCell[],
  topics: string[] = ["utilities"],
  closings: [ReviewCell[], ReviewCell[]] | [] = [],
) {
  const form = {
    name: "own",
    ...reviewFormSchema.parse({
      title: "Обзор",
      columns,
      sections: [
        { title: "Темы", lines: [{ title: "Экономика", count: { topics } }] },
        ...(closings.length === 0
          ? []
          : [
              {
                title: "Рассмотрение",
                lines: [
                  { title: "Рассмотрено", count: "closed" },
                  { title: "с нарушением срока", count: "closedLate" },
                ],
              },
            ]),
      ],
    }),
  };
  const cell = { period: number(90), yearBefore: none, change: none };
  const span = { from: "2026-07-01", to: "2026-09-30", asOf: "2026-10-31" };
  const period: ReviewPeriod = {
    id: "2026-q3",
    kind: "quarter",
    from: span.from,
    to: span.to,
    spans: {
      period: span,
      before: { from: "2026-04-01", to: "2026-06-30", asOf: "2026-07-31" },
      yearBefore: { from: "2025-07-01", to: "2025-09-30", asOf: "2025-10-31" },
    },
    summary: {
      received: cell,
      closed: cell,
      open: cell,
      closedInTime: cell,
      closedLate: cell,
      openLate: cell,
      unowed: cell,
      untopiced: cell,
    },
    forms: { own: [cells, ...closings] },
  };
  return toldReview(createTelling(exampleFacts()), [form], period).forms[0]!;
}

test("beside an earlier period stands of which day it is told, and why its own review has other numbers", () => {
  const form = formOf(["before", "period", "percent"], [number(80), number(90), number(112.5)]);
  expect(form.columns.map(({ title }) => plain(title))).toEqual([
    "II квартал 2026 года (на 31 июля 2026)",
    "III квартал 2026 года (на 31 октября 2026)",
    "% от предыдущего (100 % — столько же)",
  ]);
  expect(plain(form.compared)).toMatch(
    /^Оба периода взяты через одно и то же время после своего конца, .*: «II квартал 2026 года» — на 31 июля 2026 года, «III квартал 2026 года» — на 31 октября 2026 года\. В отдельном обзоре «II квартал 2026 года» числа другие: там учтено и то, что стало известно к 31 октября 2026 года\.$/u,
  );
  // An appeal is considered or not by the day of each column.
  expect(form.notes.map(plain).join(" ")).toContain("закрытое ко дню, который указан над столбцом");
  // It is said in the open, not among the notes that can be folded.
  expect(form.notes.map(plain).join(" ")).not.toContain("31 июля");
});

test("beside two periods stands which share of each was closed late: as many of fewer are more", () => {
  const told = (closed: ReviewCell[], late: ReviewCell[]): string | null =>
    plain(
      formOf(["before", "period", "percent"], [number(80), number(90), number(112.5)], undefined, [closed, late])
        .compared,
    );
  const percent = number(90);
  expect(told([number(200), number(100), percent], [number(16), number(16), percent])).toMatch(
    / С нарушением срока закрыто: «II квартал 2026 года» — 8 % рассмотренных, «III квартал 2026 года» — 16 % рассмотренных\.$/u,
  );
  expect(told([number(29), number(100), percent], [number(16), number(16), percent])).not.toContain("рассмотренных");
  expect(told([none, number(100), none], [none, number(16), none])).not.toContain("рассмотренных");
});

test("a period that nothing is compared with has no day beside it", () => {
  const form = formOf(["period", "yearBefore", "change"], [number(90), none, none]);
  expect(plain(form.columns[0]!.title)).toBe("III квартал 2026 года");
  expect(form.compared).toBeNull();
  expect(form.notes.map(plain).join(" ")).toContain("закрытое к 31 октября 2026 года");
  // What a page leaves out it does not explain; papers have the columns and do.
  expect(form.notes.map(plain).join(" ")).not.toContain("«нет данных»");
  expect(form.onPaper.map(plain).join(" ")).toContain("«нет данных»");
  expect(plain(form.leftOut)).toContain("«III квартал 2025 года», «Разница с прошлым годом, ±»");
});

test("what falls into a line stands beside it, and once more for papers whose table holds the titles alone", () => {
  const form = formOf(["period"], [number(90)], ["heating", "yards"]);
  expect(plain(form.sections[0]!.rows[0]!.note)).toBe("темы: «Отопление», «Дворы и площадки»");
  expect(form.onPaper.map(plain)).toEqual(["Экономика — темы: «Отопление», «Дворы и площадки»."]);
});
