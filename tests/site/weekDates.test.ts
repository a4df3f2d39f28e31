import { expect, test } from "vitest";
import { type TextlessAppeal } from "../../src/site/appeals/listedAppeal.ts";
import { createVoice } from "../../src/site/language.ts";
import { findSubject } from "../../src/site/subjects.ts";
import { weekDatesNote } from "../../src/site/weekDates.ts";
import { exampleFacts } from "./exampleFacts.ts";

const facts = exampleFacts();
const voice = createVoice("ru");
const agency = findSubject(facts, "agency", "fast")!;
const { from, to } = facts.periods.year;
const appeal = (changes: Partial<TextlessAppeal>) => ({ agency: "fast", topic: null, place: null, channel: "social", received: to, datesToWeek: true, ...changes }) as TextlessAppeal;
const noteOf = (appeals: TextlessAppeal[]) => weekDatesNote(facts, agency, appeals, voice)?.replaceAll("\u00a0", " ");
const { answeredInNorm } = agency.periods.year.byChannel.social!;
const whole = answeredInNorm.state === "exact" ? answeredInNorm.whole : NaN;

test("figures that rest on weeks say for how many appeals, and how far off their share may be", () => {
  const note = noteOf([...Array.from({ length: 21 }, () => appeal({})), appeal({ agency: "silent" }), appeal({ datesToWeek: undefined })]);
  expect(note).toContain("Даты 21 обращения на чувствительные темы");
  expect(note).toContain(`самое большее на ${voice.decimal(Math.ceil((21 / whole) * 1000) / 10)} процентного пункта`);
  expect(note).toContain("меньше чем на неделю");
  expect(note).toContain("огрублены до недели и в показателях, и в таблице");
  expect(note).not.toContain("по точным датам");
});

test("where most dates are told to the week no limit of the share is promised", () => {
  const note = noteOf(Array.from({ length: Math.ceil(whole / 2) + 1 }, () => appeal({})));
  expect(note).toContain("о доле в срок можно судить только приблизительно");
  expect(note).not.toContain("процентного пункта");
});

test("a share of another channel cannot differ", () => {
  expect(noteOf([appeal({ channel: "letter" })])).not.toContain("процентного пункта");
});

test("a week that begins before the period may still hold an appeal of it; an earlier one may not", () => {
  const earlier = (days: number): string => new Date(Date.parse(from) - days * 86_400_000).toISOString().slice(0, 10);
  expect([6, 7].map((days) => noteOf([appeal({ received: earlier(days) })]) !== undefined)).toEqual([true, false]);
});

test("nothing is said where every date is told", () => {
  expect(noteOf([appeal({ datesToWeek: undefined })])).toBeUndefined();
  expect(noteOf([])).toBeUndefined();
});
