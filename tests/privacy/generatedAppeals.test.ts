import { describe, expect, test } from "vitest";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { cleanAppeals } from "./cleanAppeals.ts";
import { IDENTIFIER_FORMS, syntheticIdentifiers } from "./syntheticIdentifiers.ts";
import { type NameForm, syntheticNames } from "./syntheticNames.ts";
import { type UnlistedForm, unlistedNames, unlistedPlaces } from "./unlistedNames.ts";

const context = createDetectionContext();

/** Whether every letter and digit from `start` to `end` is in some span. */
function isFullyMasked(appeal: { text: string; start: number; end: number }): boolean {
  const spans = detect(appeal.text, context);
  for (let index = appeal.start; index < appeal.end; index += 1) {
    if (/[\p{L}\d]/u.test(appeal.text[index] ?? "") && !spans.some((span) => span.start <= index && span.end > index))
      return false;
  }
  return true;
}

/** Share of generated names that must be masked whole, over all six cases. */
const FLOORS: readonly (readonly [NameForm, number])[] = [
  ["Фамилия Имя Отчество", 0.98],
  ["Имя Отчество Фамилия", 0.98],
  ["Имя Отчество", 0.98],
  ["ФАМИЛИЯ ИМЯ ОТЧЕСТВО", 0.98],
  ["фамилия имя отчество", 0.95],
  ["Фамилия И. О.", 0.99],
  ["Фамилия И.О.", 0.99],
  ["И. О. Фамилия", 0.99],
  ["И.О.Фамилия", 0.99],
  ["Имя Фамилия", 0.95],
  ["Фамилия Имя", 0.93],
  ["имя фамилия", 0.85],
  ["фамилия и.о.", 0.9],
  ["Фамилия", 0.8],
];

describe("Invented names in appeals", () => {
  test.each(FLOORS)("written as «%s» are masked whole in at least %d of cases", (form, floor) => {
    const appeals = syntheticNames(form, 600, 11);
    expect(appeals.filter(isFullyMasked).length / appeals.length).toBeGreaterThanOrEqual(floor);
  });
});

/** The same for names that stand in no list: surnames composed of roots, and words as surnames. */
const UNLISTED_FLOORS: readonly (readonly [UnlistedForm, number])[] = [
  ["Фамилия Имя Отчество after an institution", 0.98],
  ["Фамилия Имя after an institution", 0.95],
  ["Фамилия И. О. after an institution", 0.98],
  ["Имя Фамилия", 0.97],
  ["Имя Слово", 0.93],
  ["Слово И. О.", 0.97],
  ["Фамилия И.", 0.95],
  ["имя фамилия", 0.8],
  ["имя слово", 0.4],
  ["Фамилия inside a text", 0.9],
  ["Слово inside a text", 0.3],
];

describe("Names that stand in no list", () => {
  test.each(UNLISTED_FLOORS)("written as «%s» are masked whole in at least %d of cases", (form, floor) => {
    const appeals = unlistedNames(form, 600, 14);
    expect(appeals.filter(isFullyMasked).length / appeals.length).toBeGreaterThanOrEqual(floor);
  });

  test("are told from settlements and streets of the same roots in nine cases of ten", () => {
    const alarms = unlistedPlaces(600, 15).filter((text) =>
      detect(text, context).some((span) => span.class === "name"),
    ).length;
    const found = unlistedNames("Фамилия inside a text", 600, 15).filter(isFullyMasked).length;
    expect(found / (found + alarms)).toBeGreaterThanOrEqual(0.9);
  });
});

describe("Invented identifiers in appeals", () => {
  test.each(IDENTIFIER_FORMS.map((form) => [form.class, form.name, form] as const))(
    "%s written as %s are masked always",
    (_class, _name, form) => {
      expect(syntheticIdentifiers(form, 100, 12).filter((appeal) => !isFullyMasked(appeal))).toEqual([]);
    },
  );
});

describe("Clean appeals about streets and institutions named after people", () => {
  test("raise a false alarm in at most one of a hundred", () => {
    const appeals = cleanAppeals(1000, 13);
    expect(appeals.filter((text) => detect(text, context).length > 0).length).toBeLessThanOrEqual(10);
  });
});
