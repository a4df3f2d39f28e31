import { expect, test } from "vitest";
import { isoDateOfDay, dayOfIsoDate } from "../../src/model/moment.ts";
import { allTime, factsOf } from "./portal.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, closed: closed, agency: agency }\n";
const start = dayOfIsoDate("2026-08-01");
/** One appeal a day, each closed a week later; `open`: the last ones that are not closed. */
const csv = (days: number, open: number) =>
  [
    "id,received,closed,agency",
    ...Array.from(
      { length: days },
      (_, day) => `${day + 1},${isoDateOfDay(start + day)},${day < days - open ? isoDateOfDay(start + day + 7) : ""},А`,
    ),
  ].join("\n");

test("an export of closed appeals alone gives no times and no shares in time, and says why", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv(80, 0) });
  const { closing, closedInNorm, open, received } = allTime(facts);
  expect(received).toEqual({ state: "exact", value: 80 });
  for (const figure of [closing.median, closedInNorm, open])
    expect(figure).toEqual({ state: "missing", reason: "closed-only" });
  expect(facts.comparisons).toEqual([]);
  expect(facts.edition.sources).toMatchObject([
    {
      title: "Письма",
      rows: 80,
      closed: 80,
      closedOnly: true,
      channels: ["letter"],
      to: "2026-10-19",
      exported: "2026-10-31",
    },
  ]);
});

test("with one appeal open the times stand", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv(80, 1) });
  expect(allTime(facts).closing.median).toMatchObject({ state: "exact", days: 7 });
  expect(facts.edition.sources).toMatchObject([{ closed: 79, closedOnly: false }]);
});
