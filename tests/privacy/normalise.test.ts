import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../src/privacy/normalise.ts";

describe("The shadow of a text", () => {
  test.each([
    ["Ивaнов", "Иванов"],
    ["ИBAHOB", "ИВАНОВ"],
    ["ivаnov@mаil.ru", "ivanov@mail.ru"],
    ["Ив\u200bан\u00adов", "Иванов"],
    ["Пе\u0301тр", "Петр"],
    ["Андреи\u0306", "Андрей"],
    ["Семе\u0308н", "Семён"],
    ["８９１０", "8910"],
    ["٨٩١٠", "8910"],
    ["8\u00a0910\u202f123–45—67", "8 910 123-45-67"],
    ["8 9О3 1l3", "8 903 113"],
    ["Иван0в", "Иванов"],
    ["И в а н о в", "Иванов"],
    ["В682ОО62", "В682ОО62"],
    ["ivanov＠mail.ru", "ivanov@mail.ru"],
    ["𝟖𝟗𝟏𝟎", "8910"],
    ["COVID-19 и Windows", "COVID-19 и Windows"],
    ["и в семь с ним", "и в семь с ним"],
  ])("of «%s» is «%s»", (text, shadow) => {
    expect(normalise(text).text).toBe(shadow);
  });

  test("leads back to the very characters that were read", () => {
    const text = "а Ив\u200bа\u0301нов и\u0306 😀 И в а н о в";
    const shadow = normalise(text);
    const start = shadow.text.indexOf("Иванов");
    expect(text.slice(shadow.originalStart(start), shadow.originalEnd(start + 6))).toBe("Ив\u200bа\u0301нов");
    const last = shadow.text.lastIndexOf("Иванов");
    expect(text.slice(shadow.originalStart(last), shadow.originalEnd(last + 6))).toBe("И в а н о в");
  });

  test("keeps every offset within the text and in order, whatever the text", () => {
    const alphabet = fc.constantFrom(
      "а",
      "a",
      "О",
      "0",
      "1",
      " ",
      "\u200b",
      "\u0306",
      "и",
      "😀",
      "－",
      "②",
      "\n",
      "@",
      ".",
      "І",
      "𝟗",
      "ﬁ",
      "🅊",
      "🄐",
      "𝟘",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: alphabet })), (text) => {
        const shadow = normalise(text);
        let previous = 0;
        for (let index = 0; index < shadow.text.length; index += 1) {
          const [start, end] = [shadow.originalStart(index), shadow.originalEnd(index + 1)];
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          previous = start;
        }
      }),
    );
  });

  test("of a shadow is itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("И", "в", "a", "o", "О", "0", "8", " ", "-", "\u00a0", "é") }),
        (text) => {
          const once = normalise(text).text;
          expect(normalise(normalise(once).text).text).toBe(normalise(once).text);
        },
      ),
    );
  });
});
