import { expect, test } from "vitest";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { allTime, factsOf } from "./portal.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, closed: closed, topicGroup: group, topic: topic, agency: agency }\n";
const start = dayOfIsoDate("2026-07-01");
const csv = (rows: readonly string[]) => ["id,received,closed,group,topic,agency", ...rows].join("\n");
/** One a day from 1 July; every third stays open, the others are closed after ten days. */
const rows = (days: number) =>
  Array.from(
    { length: days },
    (_, day) =>
      `${day + 1},${isoDateOfDay(start + day)},${day % 3 === 0 ? "" : isoDateOfDay(start + day + 10)},Дороги,Ямы,А`,
  );
const countOf = (facts: Awaited<ReturnType<typeof factsOf>>, code: string) =>
  facts.edition.findings.find((finding) => finding.code === code)?.count;

test("impossible dates of receipt are counted, and change no month, no span and no time", async () => {
  const plain = await factsOf(source, { "2026-10-31/a.csv": csv(rows(90)) });
  const odd = await factsOf(source, {
    "2026-10-31/a.csv": csv([
      ...rows(90),
      "x1,1900-01-01,2026-10-01,Дороги,Ямы,А",
      "x2,1899-12-30,,Дороги,Ямы,А",
      "x3,2026-12-01,,Дороги,Ямы,А",
      "x4,2027-01-05,2026-10-05,Дороги,Ямы,А",
    ]),
  });
  expect(odd.edition.published).toBe(94);
  expect(allTime(odd).received).toEqual({ state: "exact", value: 94 });
  expect(odd.edition.sources).toMatchObject([{ misdated: 4, from: "2026-07-01", to: "2026-09-28" }]);
  expect([countOf(odd, "DATE_TOO_OLD"), countOf(odd, "DATE_AFTER_EXPORT")]).toEqual([2, 2]);
  expect(odd.periods).toEqual(plain.periods);
  expect(odd.subjects[0]!.months).toEqual(plain.subjects[0]!.months);
  expect(odd.comparisons).toEqual(plain.comparisons);
  const [now, before] = [allTime(odd), allTime(plain)];
  for (const name of ["closing", "closedInNorm", "oldestOpen", "openByAge", "outcomesByDay"] as const)
    expect(now[name]).toEqual(before[name]);
});

test("a row that vanishes is counted, stays, and is not taken to be waiting still", async () => {
  const [first, ...others] = rows(40);
  const facts = await factsOf(source, {
    "2026-08-31/a.csv": csv([first!, ...others]),
    "2026-10-31/a.csv": csv(others),
  });
  expect(countOf(facts, "ROW_VANISHED")).toBe(1);
  expect(facts.edition.sources).toMatchObject([{ vanished: 1, rows: 39 }]);
  expect(facts.edition.published).toBe(40);
  const all = await factsOf(source, {
    "2026-08-31/a.csv": csv([first!, ...others]),
    "2026-10-31/a.csv": csv([first!, ...others]),
  });
  // The first appeal, of 1 July, was followed for 61 days until it vanished, not for 122: the longest wait is then that of 4 July.
  expect(allTime(all).closing.ninetieth).toMatchObject({ state: "not-reached", beyond: 122 });
  expect(allTime(facts).closing.ninetieth).toMatchObject({ state: "not-reached", beyond: 119 });
});

test("copies of one number that differ are told apart from those that do not", async () => {
  const copies = ["7,2026-07-07,2026-07-17,Дороги,Ямы,А", "8,2026-07-08,2026-07-30,Дороги,Ямы,Б"];
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv([...rows(40), ...copies]) });
  expect(countOf(facts, "ID_REPEATED")).toBe(2);
  expect(countOf(facts, "COPIES_DIFFER")).toBe(2);
  const same = await factsOf(source, { "2026-10-31/a.csv": csv([...rows(40), ...rows(2)]) });
  expect([countOf(same, "ID_REPEATED"), countOf(same, "COPIES_DIFFER")]).toEqual([2, undefined]);
});

test("a topic that some rows carry without its group is one topic", async () => {
  const facts = await factsOf(source, {
    "2026-10-31/a.csv": csv([...rows(30), ...rows(12).map((row) => row.replace(/^/, "n").replace("Дороги,", ","))]),
  });
  expect(facts.vocabulary.topics.map(({ code }) => code)).toEqual(["dorogi", "dorogi-yamy"]);
  expect(facts.subjects[0]!.periods.all.subtopics).toMatchObject([
    { code: "dorogi-yamy", count: { state: "exact", value: 42 } },
  ]);
});
