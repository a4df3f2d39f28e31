import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";

const ru = createVoice("ru");
const en = createVoice("en");
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, " ");

describe("numbers", () => {
  test.each([
    [0.123, 0, "12 %", "12%"],
    [0.123, 1, "12,3 %", "12.3%"],
    [0.45, 1, "45 %", "45%"],
    [0.0725, 1, "7,3 %", "7.3%"],
    [0.5996, 1, "60 %", "60%"],
    [0.0004, 1, "< 0,1 %", "< 0.1%"],
    [0.004, 0, "< 1 %", "< 1%"],
    [0.996, 0, "> 99 %", "> 99%"],
    [0, 0, "0 %", "0%"],
    [1, 0, "100 %", "100%"],
  ])("%d with %d digits", (share, digits, russian, english) => {
    expect(plain(ru.percent(share, digits))).toBe(russian);
    expect(plain(en.percent(share, digits))).toBe(english);
  });

  test("a share that is not nothing is never written as 0 %, one that is not all never as 100 %", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(plain(ru.percent(share))).not.toMatch(/^(0|100) %$/u);
      }),
    );
  });

  test("a share is told to the tenth where nothing else is asked for, and limits are not", () => {
    expect(plain(ru.percent(540 / 902))).toBe("59,9 %");
    expect(plain(ru.limit(540 / 902))).toBe("60 %");
  });

  test("intervals of shares are written short", () => {
    expect(plain(ru.percentRange(0.43, 0.51))).toBe("43–51 %");
    expect(plain(ru.percentRange(0, 0.004))).toBe("0–1 %");
    expect(plain(ru.percentRange(0.89, 0.997))).toBe("89–100 %");
  });

  test("thousands are parted by no-break spaces", () => {
    expect(ru.integer(7543)).toBe("7\u00a0543");
    expect(en.integer(7543)).toBe("7,543");
  });

  test("round thousands are shortened in Russian only", () => {
    expect([7500, 12_000].map((value) => plain(ru.roundThousands(value)))).toEqual(["7,5 тыс.", "12 тыс."]);
    expect([7500, 12_000].map(en.roundThousands)).toEqual(["7,500", "12,000"]);
  });
});

describe("dates", () => {
  test("are written out without «г.»", () => {
    expect(plain(ru.date("2026-10-31"))).toBe("31 октября 2026 года");
    expect(plain(ru.plainDate("2026-10-31"))).toBe("31 октября 2026");
    expect(plain(en.date("2026-10-31"))).toBe("31 October 2026");
    expect(plain(ru.month("2026-10"))).toBe("октябрь 2026");
    expect(["01", "03", "05", "08", "10"].map((month) => plain(ru.inMonth(`2026-${month}`)))).toEqual([
      "январе 2026 года",
      "марте 2026 года",
      "мае 2026 года",
      "августе 2026 года",
      "октябре 2026 года",
    ]);
    expect(plain(en.inMonth("2026-10"))).toBe("October 2026");
    expect(ru.shortDate("2026-03-01T12:00+03:00")).toBe("01.03.2026");
    // 01/03 would be two days to two readers.
    expect(plain(en.shortDate("2026-03-01T12:00+03:00"))).toBe("1 Mar 2026");
  });
});

describe("durations", () => {
  test.each([
    [0.0001, "minute", "1 минута", "1 мин"],
    [37 / 1440, "minute", "37 минут", "37 мин"],
    [59.7 / 1440, "minute", "1 час", "1 ч"],
    [5.2 / 24, "minute", "5 часов", "5 ч"],
    [23.9 / 24, "minute", "1 день", "1 д"],
    [28 / 24, "minute", "1 день 4 часа", "1 д 4 ч"],
    [1.99, "minute", "2 дня", "2 д"],
    [9.5, "minute", "9 дней 12 часов", "9 д 12 ч"],
    [23.4, "minute", "23 дня", "23 д"],
    [0, "day", "меньше дня", "< 1 д"],
    [1, "day", "1 день", "1 д"],
    [1.5, "day", "1,5 дня", "1,5 д"],
    [21, "day", "21 день", "21 д"],
  ] as const)("%d days known by the %s", (days, precision, long, short) => {
    expect(plain(ru.duration(days, precision))).toBe(long);
    expect(plain(ru.shortDuration(days, precision))).toBe(short);
  });

  test("«за» wants the accusative", () => {
    expect(plain(ru.within(21 / 1440, "minute"))).toBe("21 минуту");
  });

  test("what is not reached is told by those who did not get there", () => {
    expect(plain(ru.beyond(60.4))).toBe("ещё нет и за 60 дней");
    expect(plain(ru.beyond(61))).toBe("ещё нет и за 61 день");
    expect(
      [ru.beyond(3.9 / 24), ru.beyond(0.01), ru.shortBeyond(0.3), ru.passed(1 / 24), ru.passed(2.9)].map(plain),
    ).toEqual(["ещё нет и за 3 часа", "ещё нет и за 14 минут", "> 7 ч", "1 час", "2 дня"]);
    expect(plain(ru.beyond(0))).toBe("ещё нет за всё время выгрузки");
    expect(plain(ru.passed(0))).toBe("неполный день");
  });

  test("whole days never appear as 24 hours", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 400, noNaN: true }), (days) => {
        expect(ru.duration(days, "minute")).not.toMatch(/24.час|60.минут/u);
      }),
    );
  });
});
