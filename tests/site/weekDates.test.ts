import { expect, test } from "vitest";
import type { TextlessAppeal } from "../../src/edition/listedAppeal.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { weekDatesNote } from "../../src/site/weekDates.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const agency = findSubject(facts, "agency", "fast")!;
const { from, to } = facts.periods.year;
const appeal = (changes: Partial<TextlessAppeal>) =>
  ({
    agency: "fast",
    topic: null,
    place: null,
    channel: "social",
    received: to,
    datesToWeek: true,
    ...changes,
  }) as TextlessAppeal;
const noteOf = (appeals: TextlessAppeal[]) =>
  weekDatesNote(createTelling(facts), agency, appeals)?.replaceAll("\u00a0", " ");

test("a page says how many of its appeals are told to the week, in figures and table alike, and what that does", () => {
  const note = noteOf([
    ...Array.from({ length: 21 }, () => appeal({})),
    appeal({ agency: "silent" }),
    appeal({ datesToWeek: undefined }),
  ]);
  expect(note).toContain("Даты 21 обращения на чувствительные темы");
  expect(note).toContain("сроки ожидания посчитаны без них");
});

test("an appeal belongs to the period of its Monday, as it does in the figures", () => {
  const earlier = (days: number): string => new Date(Date.parse(from) - days * 86_400_000).toISOString().slice(0, 10);
  expect([0, 1, 6].map((days) => noteOf([appeal({ received: earlier(days) })]) !== undefined)).toEqual([
    true,
    false,
    false,
  ]);
});

test("nothing is said where every date is told", () => {
  expect(noteOf([appeal({ datesToWeek: undefined })])).toBeUndefined();
  expect(noteOf([])).toBeUndefined();
});
