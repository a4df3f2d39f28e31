import { describe, expect, test } from "vitest";
import type { RemainingWait } from "../../src/model/remainingWait.ts";
import { createVoice } from "../../src/words/language.ts";
import { remainingWords, type ToldRemaining } from "../../src/words/remainingWords.ts";

const plain = (text: string | null): string | null => text?.replace(/\u00a0|\u202f/g, " ") ?? null;
const [ru, en] = [createVoice("ru"), createVoice("en")];

function told(given: Partial<RemainingWait>, waited = 0, more: Partial<ToldRemaining> = {}): (string | null)[] {
  const remaining = { half: null, threeQuarters: null, nineOfTen: null, known: 300, left: 0.169, ...given };
  const asked: ToldRemaining = { event: "first-reply", waited, remaining, precision: "minute", ...more };
  return [plain(remainingWords(asked, ru)), plain(remainingWords(asked, en))];
}

describe("what remains of a wait in words", () => {
  test("is told by times that shares reached, and by those who did not get there where a share was not", () => {
    expect(told({ half: 0.4576, threeQuarters: 0.7458 })).toEqual([
      "половина дожидается первого ответа за 11 часов, трое из четверых — за 18 часов; не дождались и за 300 дней — 17 из 100.",
      "half get a first reply within 11 hours, three in four within 18 hours; 17 in 100 were still waiting after 300 days.",
    ]);
    expect(told({ half: 0.5, threeQuarters: 1.5, nineOfTen: 1.9 }, 3)[0]).toBe(
      "половина дождалась первого ответа не позже чем ещё через 12 часов, девять из десяти — через 1 день 22 часа.",
    );
  });

  test("never reads as if most had to wait longer than they were followed", () => {
    const both = [...told({ left: 0.6 }, 3), ...told({ left: 1 }, 3), ...told({ half: 2, left: 0.3 }, 3)];
    for (const text of both) expect(text).not.toMatch(/больше \d|more than|осталось/);
    expect(both[0]).toBe("первого ответа не дождались и за следующие 300 дней — 60 из 100.");
    expect(both[2]).toBe("первого ответа почти никто не дождался и за следующие 300 дней.");
  });

  test("knows no hours where the export has none, and nothing at all where nobody was followed", () => {
    expect(told({ half: 0, nineOfTen: 1 }, 0, { precision: "day" })[0]).toBe(
      "половина дожидается первого ответа за 1 день, девять из десяти — за 1 день.",
    );
    expect(told({ half: 0.4, nineOfTen: 2.2 }, 3, { precision: "day", event: "closing" })[1]).toBe(
      "half were closed within 1 day more, nine in ten within 3 days.",
    );
    expect(told({ known: 0.5 })).toEqual([null, null]);
  });
});
