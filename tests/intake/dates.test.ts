import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilTimeOf } from "../../src/intake/civilTime.ts";
import { newEvidence, orderOf, weigh } from "../../src/intake/dateEvidence.ts";
import { readDate, type DateOrder } from "../../src/intake/readDate.ts";
import { dayOfIsoDate, formatMoment, isoDateOfDay } from "../../src/model/moment.ts";
import { closingWord } from "../../src/intake/closingWord.ts";
import { wordBook } from "../../src/intake/words.ts";
import { emptyVocabulary, intake, sourceOf } from "./portal.ts";

const moscow = civilTimeOf("Europe/Moscow");
const read = (text: string, order?: DateOrder) => {
  const reading = readDate(text, order, moscow);
  return typeof reading === "string" ? reading : formatMoment(reading, 180);
};

describe("dates are read as people and programs write them:", () => {
  test.each([
    ["03.10.2026", "2026-10-03"],
    ["3.10.26", "2026-10-03"],
    ["03.10.2026 г.", "2026-10-03"],
    ["03.10.2026 14:05", "2026-10-03T14:05+03:00"],
    ["03.10.2026, 14:05:59", "2026-10-03T14:05+03:00"],
    ["03.10.2026 0:00:00", "2026-10-03"],
    ["2026-10-03", "2026-10-03"],
    ["2026/10/3", "2026-10-03"],
    ["2026-10-03T14:05:00.000", "2026-10-03T14:05+03:00"],
    ["2026-10-03T11:05:00Z", "2026-10-03T14:05+03:00"],
    ["2026-10-03 16:05:00+05:00", "2026-10-03T14:05+03:00"],
    ["2026-10-03T00:00:00.000", "2026-10-03"],
    ["25/12/2026", "2026-12-25"],
    ["12/25/2026 02:15:00 PM", "2026-12-25T14:15+03:00"],
    ["12/25/2026 12:15 AM", "2026-12-25T00:15+03:00"],
    ["12/12/2026", "2026-12-12"],
    ["3 октября 2026 г.", "2026-10-03"],
    ["3 октября 2026 года в 14:05", "2026-10-03T14:05+03:00"],
    ["03 окт. 2026", "2026-10-03"],
    ["3 мая 2026", "2026-05-03"],
    ["Oct 3, 2026 2:05 PM", "2026-10-03T14:05+03:00"],
    ["October 3, 2026", "2026-10-03"],
    ["03-Oct-2026", "2026-10-03"],
    ["Выполнено 03.10.2026", "2026-10-03"],
    ["03.10.2026\u00a014:05", "2026-10-03T14:05+03:00"],
    ["\u200e03.10.2026", "2026-10-03"],
    ["'03.10.2026", "2026-10-03"],
    ["03.10.2026.", "2026-10-03"],
    ["03.10.2026 14.05", "2026-10-03T14:05+03:00"],
    ["14:05 03.10.2026", "2026-10-03T14:05+03:00"],
    ["14:05:59, 2026-10-03", "2026-10-03T14:05+03:00"],
    ["2026-10-03 14:05:00 MSK", "2026-10-03T14:05+03:00"],
    ["Sat Oct 03 2026 14:05:00 GMT+0300 (MSK)", "2026-10-03T14:05+03:00"],
    ["20261003T140500", "2026-10-03T14:05+03:00"],
    ["20261003T110500Z", "2026-10-03T14:05+03:00"],
    ["20261003T1405", "2026-10-03T14:05+03:00"],
    ["03.10.2026 24:00", "2026-10-03"],
    ["2026-10-03T24:00:00", "2026-10-03"],
    ["2026-10-03T14:05:00.000+0300", "2026-10-03T14:05+03:00"],
    ["2026-10-03T14:05:00+03:00[Europe/Moscow]", "2026-10-03T14:05+03:00"],
    ["20261003140500", "2026-10-03T14:05+03:00"],
    ["20261003 14:05:00", "2026-10-03T14:05+03:00"],
    ["1791025500.0", "2026-10-03T14:05+03:00"],
    ["3. 10. 2026 14:05", "2026-10-03T14:05+03:00"],
    ["03 . 10 . 2026", "2026-10-03"],
    ["«03» октября 2026 года", "2026-10-03"],
    ["пн, 03.10.2026 14:05", "2026-10-03T14:05+03:00"],
    ["03.10.2026 14 ч 05 мин", "2026-10-03T14:05+03:00"],
    ["3 октября 2026 г. в 14:05 (МСК)", "2026-10-03T14:05+03:00"],
    ["03-OCT-26 02.05.00.000000000 PM", "2026-10-03T14:05+03:00"],
    ["/Date(1791025500000)/", "2026-10-03T14:05+03:00"],
    ["46298,5", "2026-10-03T12:00+03:00"],
    ["46298", "2026-10-03"],
    ["46298.5", "2026-10-03T12:00+03:00"],
    ["20261003", "2026-10-03"],
    ["1791025500", "2026-10-03T14:05+03:00"],
    ["1791025500000", "2026-10-03T14:05+03:00"],
    ["29.02.2024", "2024-02-29"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["31.02.2026", "impossible"],
    ["29.02.2026", "impossible"],
    ["2026-13-01", "impossible"],
    ["00.10.2026", "impossible"],
    ["03.10.2026 24:30", "impossible"],
    ["13/13/2026", "impossible"],
    ["05/06/2026", "ambiguous"],
    ["вчера", "unreadable"],
    ["Просрочено", "unreadable"],
    ["10.2026", "unreadable"],
    ["12345", "unreadable"],
    ["8 (906) 062-03-04", "unreadable"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));

  test("with the order told, slashes are read by it, and nothing else is tried", () => {
    expect(read("05/06/2026", "day-first")).toBe("2026-06-05");
    expect(read("05/06/2026", "month-first")).toBe("2026-05-06");
    expect(read("25/06/2026", "month-first")).toBe("impossible");
    expect(read("2026-05-06", "half-swapped")).toBe("2026-06-05");
    expect(read("2026-05-16", "half-swapped")).toBe("2026-05-16");
  });
});

test("any day written in any unambiguous way is read back", () => {
  const pad = (figure: string) => figure.padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: dayOfIsoDate("1990-01-01"), max: dayOfIsoDate("2099-12-31") }), (day) => {
      const [year = "", month = "", date = ""] = isoDateOfDay(day).split("-");
      expect(readDate(`${date}.${month}.${year}`, undefined, moscow)).toEqual({ day, instant: null });
      expect(readDate(`${Number(date)}/${Number(month)}/${year}`, "day-first", moscow)).toEqual({ day, instant: null });
      expect(readDate(`${month}/${date}/${year}`, "month-first", moscow)).toEqual({ day, instant: null });
      expect(readDate(`${year}${pad(month)}${pad(date)}`, undefined, moscow)).toEqual({ day, instant: null });
    }),
  );
});

describe("the order of day and month is found from a whole column:", () => {
  const verdict = (values: string[]) => {
    const evidence = newEvidence();
    for (const value of values) weigh(evidence, value);
    return orderOf(evidence);
  };
  test("one value above twelve tells it for all", () => {
    expect(verdict(["05/06/2026", "01/02/2026", "05/25/2026"])).toBe("month-first");
    expect(verdict(["05/06/2026", "01/02/2026", "25/05/2026"])).toBe("day-first");
  });
  test("without one it is unknown, with one of each kind mixed", () => {
    expect(verdict(["05/06/2026", "01/02/2026"])).toBe("unknown");
    expect(verdict(["05/16/2026", "16/02/2026"])).toBe("mixed");
  });
  test("points, years in front and equal figures need no decision", () => {
    expect(verdict(["2026-05-06", "06/06/2026"])).toBe("not-needed");
    expect(verdict(["05.06.2026", "01.02.2026"])).toBe("day-first");
  });
});

describe("in a file", () => {
  const source = sourceOf("feed", { columns: { id: "id", received: "opened", closed: "closed" } });
  const file = (rows: string[]) => ({ "2026-10-31/a.csv": ["id,opened,closed", ...rows].join("\n") });
  const days = (appeals: { received: { day: number } }[]) => appeals.map(({ received }) => isoDateOfDay(received.day));

  test("evidence in the last row decides the first", async () => {
    const { appeals, told } = await intake(file(["1,05/06/2026,", "2,05/25/2026,"]), [source]);
    expect(days(appeals)).toEqual(["2026-05-06", "2026-05-25"]);
    expect(told).toEqual([]);
  });
  test("a column without evidence takes the order of its neighbour", async () => {
    const { appeals } = await intake(file(["1,05/06/2026,", "2,05/07/2026,25/07/2026"]), [source]);
    expect(days(appeals)).toEqual(["2026-06-05", "2026-07-05"]);
  });
  test("where there is none at all, the file is not used", async () => {
    const { appeals, said } = await intake(file(["1,05/06/2026,", "2,05/07/2026,"]), [source]);
    expect(appeals).toEqual([]);
    expect(said()).toMatchInlineSnapshot(`
      "ERROR DATE_ORDER_UNKNOWN · once
        Day and month cannot be told apart.
        No value of the column shows it. Set dateOrder in the source description: day-first or month-first.
          2026-10-31/a.csv field received"
    `);
    const settled = await intake(file(["1,05/06/2026,", "2,05/07/2026,"]), [{ ...source, dateOrder: "day-first" }]);
    expect(days(settled.appeals)).toEqual(["2026-06-05", "2026-07-05"]);
  });
  test("where both orders occur, the file is not used", async () => {
    const { said } = await intake(file(["1,25/06/2026,", "2,05/27/2026,"]), [source]);
    expect(said()).toMatchInlineSnapshot(`
      "ERROR DATE_ORDER_MIXED · once
        In one column the day stands now first, now second.
        The file went through a program with other settings. Export it again without opening it in Excel, or set dateOrder.
          2026-10-31/a.csv field received"
    `);
  });
  test("dates in which day and month were swapped wherever possible are noticed by the numbers, and mended when told", async () => {
    const swap = (iso: string) =>
      Number(iso.slice(8)) <= 12 ? `${iso.slice(0, 4)}-${iso.slice(8)}-${iso.slice(5, 7)}` : iso;
    const real = Array.from({ length: 300 }, (_, index) => isoDateOfDay(dayOfIsoDate("2025-01-01") + index));
    const rows = real.map((iso, index) => `${index + 1},${swap(iso)},`).reverse();
    const swapped = await intake(file(rows), [source]);
    expect(swapped.told).toContain("DATE_HALF_SWAPPED 2026-10-31/a.csv received");
    const mended = await intake(file(rows), [{ ...source, dateOrder: "half-swapped" }]);
    expect(days(mended.appeals)).toEqual(real.toReversed());
    expect(mended.told.join()).not.toContain("DATE_HALF_SWAPPED");
    const sound = await intake(file(real.map((iso, index) => `${index + 1},${iso},`)), [source]);
    expect(sound.told.join()).not.toContain("DATE_HALF_SWAPPED");
  });
});

test("what a program writes for no date tells nothing of the order of day and month", async () => {
  const source = sourceOf("register", { columns: { id: "id", received: "received", closed: "closed" } });
  const { appeals } = await intake(
    {
      "2026-10-31/a.csv": "id;received;closed\n1;13/10/2026;12/30/1899\n2;02/10/2026;25/10/2026\n3;02/10/2026;1/0/1900",
    },
    [source],
  );
  expect(appeals.map(({ closed }) => closed && isoDateOfDay(closed.day))).toEqual([null, "2026-10-25", null]);
});

test("words in the date of closing that say that work goes on, or nothing, close no appeal", () => {
  const { outcomeOf } = wordBook({ outcomes: {}, channels: {}, kinds: {} }, emptyVocabulary);
  const read = (text: string) => closingWord(text, outcomeOf);
  for (const text of [
    "в процессе рассмотрения",
    "ещё в работе",
    "На контроле",
    "ожидает ответа",
    "срок продлён",
    "приостановлено",
    "in process",
    "ongoing",
    "?",
    "неизвестно",
    "не закрыто",
  ])
    expect(read(text), text).toBe("unreadable");
  for (const text of ["В работе", "Pending", "нет"]) expect(read(text), text).toBe("open");
  for (const text of [
    "готово",
    "Снято с контроля",
    "см. примечание",
    "ответ дан вчера",
    "10.2026",
    "opened and closed",
  ])
    expect(read(text), text).toBe("closed");
});

test.each([
  "01.01.0001",
  "01.01.0001 0:00:00",
  "0001-01-01T00:00:00",
  "00.00.0000",
  "0000-00-00 00:00:00",
  ".  .",
  "01.01.1900",
  "1899-12-30 00:00:00",
  "1/1/1900 12:00 AM",
  "00.01.1900",
  "1/0/1900",
  "0",
  "0001-01-01T00:00:00+00:00",
  "01.01.1970",
  "1970-01-01 03:00:00",
  "1970-01-01T00:00:00Z",
  "12/31/1969 7:00 PM",
])("%s in the date of closing is none: the appeal is not closed", async (empty) => {
  const source = sourceOf("register", { columns: { id: "id", received: "received", closed: "closed" } });
  const { appeals, told } = await intake(
    { "2026-10-31/a.csv": `id;received;closed\n1;2026-10-01;${empty}\n2;2026-10-01;2026-10-05` },
    [source],
  );
  expect(
    appeals.map(({ closed, outcome, unread, closedUndated }) => [closed?.day ?? null, outcome, unread, closedUndated]),
  ).toEqual([
    [null, "open", undefined, undefined],
    [dayOfIsoDate("2026-10-05"), "unknown", undefined, undefined],
  ]);
  expect(told).toEqual(
    /01\.01\.1900|1\/1\/1900|1899|19[67]/.test(empty) ? ["DATE_TOO_OLD 2026-10-31/a.csv:2 closed"] : [],
  );
});

test("a plain no in place of the first reply says that there was none; any other word says nothing", async () => {
  const source = sourceOf("register", {
    columns: { id: "id", received: "received", firstReply: "reply", closed: "closed" },
  });
  const { appeals, said } = await intake(
    {
      "2026-10-31/a.csv":
        "id;received;reply;closed\n1;2026-10-01;нет;\n2;2026-10-01;не дан;\n3;2026-10-01;No;2026-10-05",
    },
    [source],
  );
  expect(appeals.map(({ unread }) => unread)).toEqual([undefined, ["firstReply"], undefined]);
  expect(said("EVENT_DATE_UNREADABLE")).toMatchInlineSnapshot(`
    "WARNING EVENT_DATE_UNREADABLE · 3 times
      The date of an event cannot be understood.
      The appeal is counted, but this event has no date and takes no part in any time. Correct the date.
        2026-10-31/a.csv:2 field firstReply
        2026-10-31/a.csv:3 field firstReply
        2026-10-31/a.csv:4 field firstReply"
  `);
});
