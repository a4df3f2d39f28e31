import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKSUM_CLASSES, PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { mask } from "../../src/privacy/mask.ts";
import { resolveOverlaps, type Span } from "../../src/privacy/span.ts";

const context = createDetectionContext();
const span = (start: number, end: number, tier: Span["tier"] = "confirmed", id: Span["class"] = "name"): Span => ({
  start,
  end,
  class: id,
  tier,
});

describe("A masked text", () => {
  test("says what was taken out and counts it", () => {
    const text = "Иванов И. И., тел. 89101234567, 89107654321";
    const masked = mask(text, detect(text, context));
    expect(masked.text).toBe("[ФИО], тел. [телефон], [телефон]");
    expect([...masked.counts].sort()).toEqual([
      ["name", 1],
      ["phone", 2],
    ]);
  });

  test("speaks English when asked", () => {
    expect(mask("Иванов И. И.", [span(0, 12)], { language: "en" }).text).toBe("[name]");
  });

  test("keeps doubtful findings when the setting says so", () => {
    const text = "Иванов и Петров";
    expect(mask(text, [span(0, 6), span(9, 15, "doubtful")], { tiers: ["confirmed"] }).text).toBe("[ФИО] и Петров");
  });

  test("refuses spans of another text", () => {
    expect(() => mask("кратко", [span(0, 60)])).toThrow(RangeError);
    expect(() => mask("кратко", [span(0, 4), span(2, 6)])).toThrow(RangeError);
  });

  test("holds no personal data when it is read again", () => {
    const text =
      "Иванов Иван Иванович, 05.06.1980 г.р., паспорт 6104 123456, СНИЛС 112-233-445 95, карта 2200 0000 0000 0004, А123ВС62, кв. 5, i@mail.ru, vk.com/id1, +7 910 123-45-67, диагноз ДЦП, 62:29:0080012:345";
    for (const language of ["ru", "en"] as const) {
      const once = mask(text, detect(text, context), { language }).text;
      expect(detect(once, context)).toEqual([]);
    }
  });

  test("is never read as personal data because of a mask alone", () => {
    for (const rule of PERSONAL_DATA_CLASSES)
      for (const value of Object.values(rule.mask))
        expect(detect(`Прошу ответить ${value} сегодня, ${value}`, context)).toEqual([]);
  });
});

describe("Findings", () => {
  test("come in text order without overlaps, whatever the detectors give", () => {
    const anySpan = fc
      .tuple(
        fc.nat(30),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("confirmed", "doubtful"),
        fc.constantFrom("name", "phone", "email", "snils"),
      )
      .map(([start, length, tier, id]) => span(start, start + length, tier, id as Span["class"]));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 8 }), (spans) => {
        const resolved = resolveOverlaps(spans, "а".repeat(50));
        resolved.forEach((found, index) => {
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.start).toBeGreaterThanOrEqual(resolved[index - 1]?.end ?? 0);
        });
        // Nothing that a detector found is left bare.
        for (const one of spans)
          for (let at = one.start; at < one.end; at += 1)
            expect(resolved.some((found) => found.start <= at && found.end > at)).toBe(true);
      }),
    );
  });

  test("of one class only are given when only it is asked for", () => {
    const text = "Иванов И. И., тел. 89101234567, СНИЛС 112-233-445 95, ИНН 500100732259";
    const found = detect(text, createDetectionContext({ classes: new Set(CHECKSUM_CLASSES) }));
    expect(found.map((one) => [one.class, one.checksumValid])).toEqual([
      ["snils", true],
      ["inn", true],
    ]);
  });

  test("cut the address to the house or to the street by the setting", () => {
    const text = "Живу: ул. Новая, д. 5, корп. 1, кв. 7";
    expect(mask(text, detect(text, context)).text).toBe("Живу: ул. Новая, д. 5, корп. 1, [квартира]");
    expect(mask(text, detect(text, createDetectionContext({ addressLevel: "street" }))).text).toBe(
      "Живу: ул. Новая, [дом], [квартира]",
    );
  });

  test("lie within any text and never throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const found of detect(text, context)) expect(found.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
