import { expect, test } from "vitest";
import { isoDateOfDay, dayOfIsoDate } from "../../src/model/moment.ts";
import { allTime, factsOf } from "./portal.ts";

const source = "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, closed: closed, outcome: status }\noutcomes: { Закрыто: closed, В работе: open }\n";
const start = dayOfIsoDate("2026-07-01");
/** 300 appeals: 180 closed after eleven days, 20 open, 100 closed as `undated` writes it. */
const csv = (undated: string) =>
  ["id,received,closed,status", ...Array.from({ length: 300 }, (_, n) => {
    const day = start + (n % 100);
    const ending = n % 3 === 0 ? undated : n % 15 === 1 ? ",В работе" : `${isoDateOfDay(day + 11)},Закрыто`;
    return `${n + 1},${isoDateOfDay(day)},${ending}`;
  })].join("\n");

test.each([["a status and no date", ",Закрыто"], ["a status and an unreadable date", "без даты,Закрыто"], ["an unreadable date alone", "без даты,"]])("what is closed by %s is closed, and in no time", async (_, undated) => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv(undated) });
  const { open, closed, closing, quality } = allTime(facts);
  expect(open).toEqual({ state: "exact", value: 20 });
  expect(closed).toEqual({ state: "exact", value: 280 });
  expect(closing.median).toMatchObject({ state: "exact", days: 11 });
  expect([closing.n, closing.waiting]).toEqual([200, 20]);
  expect(quality?.undatedClosings).toMatchObject({ part: 100, whole: 280 });
  expect(facts.edition.sources).toMatchObject([{ closed: 280 }]);
});
