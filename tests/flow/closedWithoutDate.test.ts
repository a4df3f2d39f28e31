import { describe, expect, test } from "vitest";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import { isoDateOfDay, dayOfIsoDate } from "../../src/model/moment.ts";
import { headlineText } from "../../src/words/headline.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { statementOf } from "../../src/site/statement.ts";
import { subjectTable } from "../../src/publish/downloads/subjectTable.ts";
import { allTime, factsOf } from "./portal.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, closed: closed, outcome: status }\noutcomes: { Закрыто: closed, В работе: open }\n";
const start = dayOfIsoDate("2026-07-01");
/** 300 appeals: 180 closed after eleven days, 20 open, 100 closed as `undated` writes it. */
const csv = (undated: string) =>
  [
    "id,received,closed,status",
    ...Array.from({ length: 300 }, (_, n) => {
      const day = start + (n % 100);
      const ending = n % 3 === 0 ? undated : n % 15 === 1 ? ",В работе" : `${isoDateOfDay(day + 11)},Закрыто`;
      return `${n + 1},${isoDateOfDay(day)},${ending}`;
    }),
  ].join("\n");

test.each([
  ["a status and no date", ",Закрыто"],
  ["a status and an unreadable date", "без даты,Закрыто"],
  ["an unreadable date alone", "без даты,"],
])("what is closed by %s is closed, and in no time", async (_, undated) => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv(undated) });
  const { open, closed, closing, quality } = allTime(facts);
  expect(open).toEqual({ state: "exact", value: 20 });
  expect(closed).toEqual({ state: "exact", value: 280 });
  expect(closing.median).toMatchObject({ state: "exact", days: 11 });
  expect([closing.n, closing.waiting]).toEqual([200, 20]);
  expect(quality?.undatedClosings).toMatchObject({ part: 100, whole: 280 });
  expect(facts.edition.sources).toMatchObject([{ closed: 280 }]);
});

/** Of `closed` appeals the first `dated` tell when; ten more are open. */
const mostly = (closed: number, dated: number) =>
  [
    "id,received,closed,status",
    ...Array.from(
      { length: closed + 10 },
      (_, n) =>
        `${n + 1},${isoDateOfDay(start + n)},${n < dated ? isoDateOfDay(start + n + 4) : ""},${n < closed ? "Закрыто" : "В работе"}`,
    ),
  ].join("\n");

describe("where of most closings nobody knows when", () => {
  const told = async (closed: number, dated: number, language: "ru" | "en" = "ru") => {
    const facts = withRepeats(await factsOf(source, { "2026-10-31/a.csv": mostly(closed, dated) }));
    return { facts, telling: createTelling(facts, language), region: facts.subjects[0]! };
  };

  test("the headline says of how many the date is known, in place of a median of the few", async () => {
    for (const [language, sentence] of [
      ["ru", "Когда закрыли большинство обращений в письмах, выгрузка не говорит: дата известна у 0 из 34."],
      ["en", "The export does not say when most of the appeals by letter were closed: the date is known for 0 of 34."],
    ] as const) {
      const { telling, region } = await told(34, 0, language);
      expect(headlineText(telling, region).sentence.replaceAll("\u00a0", " ")).toBe(sentence);
    }
  });

  test("no figure of time is given on any surface", async () => {
    const { facts, telling, region } = await told(34, 16);
    const absent = { state: "missing", reason: "mostly-undated" };
    const { closing, closedInNorm, actedInNorm, outcomesByDay, closed, open } = region.periods.year.measures;
    for (const figure of [
      closing.median,
      closing.upperQuartile,
      closing.ninetieth,
      closing.meanToHorizon,
      closing.curve,
      closedInNorm,
      actedInNorm,
      outcomesByDay,
    ])
      expect(figure).toEqual(absent);
    expect([closed, open]).toEqual([
      { state: "exact", value: 34 },
      { state: "exact", value: 10 },
    ]);
    expect(headlineText(telling, region).sentence.replaceAll("\u00a0", " ")).toContain("дата известна у 16 из 34");
    const figure = keyFigures(telling, region.periods.year).find(({ id }) => id === "closedInNorm");
    expect(figure?.figure).toMatchObject({
      state: "missing",
      note: expect.stringMatching(/^когда это произошло, у\sбольшинства обращений не\sуказано$/u),
    });
    expect(JSON.stringify(statementOf(telling))).not.toMatch(/проходит|дня|дней/u);
    const { header, rows } = subjectTable(facts, "region");
    const cells = [...rows].map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
    expect(cells.find(({ period }) => period === "year")).toMatchObject({
      closing_median_days: null,
      closing_median_reason: "mostly-undated",
      closed: 34,
      open: 10,
    });
  });

  test("the median is told where half of the dates are known", async () => {
    const { region } = await told(34, 17);
    expect(region.periods.year.measures.closing.median).toMatchObject({ state: "exact", days: 4 });
  });
});
