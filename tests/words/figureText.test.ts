import { expect, test } from "vitest";
import { createFigureText } from "../../src/words/figureText.ts";
import { createVoice } from "../../src/words/language.ts";

const figureText = createFigureText(createVoice("ru"), 5);
const plain = (text: string | null): string => (text ?? "").replace(/[\u00a0\u202f]/gu, " ");

test("an exact share comes with what it was computed from and its interval", () => {
  const { text, note, sort } = figureText.share({
    state: "exact",
    value: 0.475,
    part: 19,
    whole: 40,
    low: 0.33,
    high: 0.62,
  });
  expect([plain(text), plain(note), sort]).toEqual(["47,5 %", "19 из 40; интервал 95 %: 33–62 %", 0.475]);
});

test("a hidden figure says why, and is neither zero nor empty", () => {
  for (const figure of [
    figureText.count({ state: "hidden", reason: "too-few" }),
    figureText.share({ state: "hidden", reason: "too-few" }),
  ]) {
    expect(figure.text).toBe("скрыто");
    expect(plain(figure.note)).toContain("меньше 5 обращений");
    expect(figure.sort).toBeNull();
  }
});

test.each(["not-recorded", "none-eligible", "no-norm", "closed-only", "mostly-undated"] as const)(
  "a figure missing because of %s has a reason of its own",
  (reason) => {
    const { text, note } = figureText.wait({ state: "missing", reason }, "day", 0);
    expect(plain(text)).toBe("нет данных");
    expect(note!.length).toBeGreaterThan(10);
  },
);

test("a median that is not reached is told as more than, and sorts behind every median that is", () => {
  const beyond = figureText.wait({ state: "not-reached", beyond: 60.5, low: null }, "minute", 300);
  const slow = figureText.wait({ state: "exact", days: 364, low: 300, high: null }, "minute", 300);
  expect(plain(beyond.text)).toBe("ещё нет и за 60 дней");
  expect(plain(figureText.shortWait({ state: "not-reached", beyond: 60.5, low: null }, "minute", 300).text)).toBe(
    "> 60 д",
  );
  expect(beyond.sort).toBeGreaterThan(slow.sort!);
  expect(plain(slow.note)).toBe("по данным 300 обращений; половина, с учётом случайности: 300 дней и больше");
});

test("a quantile that is not reached says of how many it was not", () => {
  const note = (quantile?: "median" | "upperQuartile" | "ninetieth") =>
    plain(figureText.wait({ state: "not-reached", beyond: 60.5, low: null }, "day", 300, quantile).note);
  expect(note()).toContain("меньше чем у половины");
  expect(note("upperQuartile")).toContain("меньше чем у трёх четвертей");
  expect(note("ninetieth")).toContain("меньше чем у девяти десятых");
});

test("limits that are written alike are left out: they say no more than the figure", () => {
  const note = (high: number) =>
    figureText.shortWait({ state: "exact", days: 0, low: 0, high }, "day", 300).note!.replaceAll("\u00a0", " ");
  expect(note(0.2)).toBe("по данным 300 обращений");
  expect(note(2)).toBe("по данным 300 обращений; половина, с учётом случайности: < 1 д – 2 д");
});
