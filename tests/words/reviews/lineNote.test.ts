import { expect, test } from "vitest";
import { reviewFormSchema, type LineCount } from "../../../src/model/reviewForm.ts";
import type { ReviewCell, ReviewPeriod } from "../../../src/model/reviews.ts";
import { lineNote } from "../../../src/words/reviews/lineNote.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

const number = (value: number): ReviewCell => ({ value });
const untold: ReviewCell = { reason: "not-exported" };

/** What stands beside the first of some lines of a section, which came to the cells. */
function noteOf(
  counts: LineCount[],
  {
    cells = [number(9)],
    untopiced = number(0),
    language = "ru",
    title = "Строка",
  }: { cells?: ReviewCell[]; untopiced?: ReviewCell; language?: "ru" | "en"; title?: string } = {},
): string | null {
  const form = reviewFormSchema.parse({
    title: "Обзор",
    columns: ["period"],
    sections: [{ title: "Раздел", lines: counts.map((count) => ({ title, count })) }],
  });
  const period = { summary: { untopiced: { period: untopiced } } } as unknown as ReviewPeriod;
  const [section] = form.sections;
  const note = lineNote(createTelling(exampleFacts(language)), section!.lines[0]!, section!, cells, period);
  return note?.replaceAll("\u00a0", " ") ?? null;
}

test("the line of the rest says which topics fall there, how many appeals have none, and that it is no section", () => {
  const lines: LineCount[] = [{ topics: "rest" }, { topics: ["heating"] }];
  expect(noteOf(lines)).toMatch(
    /^остаток, а не отдельный раздел: темы, у которых здесь нет своей строки, — «Дворы и площадки».*; обращений без темы нет$/u,
  );
  expect(noteOf(lines)).not.toContain("Отопление");
  expect(noteOf(lines, { untopiced: number(3) })).toMatch(/ — и 3 обращения без темы$/u);
  expect(noteOf(lines, { untopiced: untold })).toMatch(
    /обращения без темы и на темы, у которых здесь нет своей строки, — /u,
  );
  expect(noteOf(lines, { cells: [number(0), untold] })).toMatch(/; таких нет$/u);
  expect(noteOf([{ topics: "rest" }, { topics: ["utilities", "waste", "roads", "ecology", "other"] }])).toBe(
    "обращения без темы или с темой, по которой раздел не определить",
  );
});

test("a line of topics says which, and which of those below them stand in another line", () => {
  expect(noteOf([{ topics: ["heating", "yards"] }])).toBe("темы: «Отопление», «Дворы и площадки»");
  expect(noteOf([{ topics: ["heating"] }])).toBe("тема «Отопление»");
  expect(noteOf([{ topics: ["heating"] }], { title: "Отопление" })).toBeNull();
  expect(noteOf([{ topics: ["utilities"] }, { topics: ["heating"] }])).toMatch(/\(кроме темы «Отопление»\)$/u);
  expect(noteOf([{ topics: ["utilities"] }, { topics: ["heating", "yards"] }])).toMatch(
    /\(кроме тем «Отопление», «Дворы и площадки»\)$/u,
  );
  expect(noteOf([{ topics: [] }], { cells: [untold] })).toBe(
    "ни одна тема портала сюда не отнесена: такие обращения, если они были, сосчитаны в других строках",
  );
});

test("the words of offices are told in plain ones, where a number stands beside them", () => {
  const told: LineCount[] = [
    "closed",
    "closedInTime",
    "closedLate",
    "open",
    "openLate",
    "unowed",
    { outcomes: ["unanswered", "withdrawn"] },
    { outcomes: ["redirected"] },
    { outcomes: ["unknown"] },
    { mark: "repeated" },
    { mark: "onControl" },
  ];
  for (const language of ["ru", "en"] as const)
    for (const count of told) expect(noteOf([count], { language }), JSON.stringify(count)).not.toBeNull();
  for (const count of told) expect(noteOf([count], { cells: [untold] }), JSON.stringify(count)).toBeNull();
  for (const count of ["received", "not-exported", { outcomes: ["acted"] }, { channels: ["letter"] }] as LineCount[])
    expect(noteOf([count]), JSON.stringify(count)).toBeNull();
});
