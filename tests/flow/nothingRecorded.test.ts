import { expect, test } from "vitest";
import { subjectTable } from "../../src/publish/downloads/subjectTable.ts";
import { facetsOf } from "../../src/search/page/facetChoices.ts";
import { allTime, factsOf } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, topic: topic }\n";
const csv = [
  "id,received,topic",
  ...Array.from(
    { length: 60 },
    (_, n) => `${n + 1},2026-10-${String(1 + (n % 28)).padStart(2, "0")},${n % 2 ? "Дороги" : "Тепло"}`,
  ),
].join("\n");

test("an export without closings and outcomes has no outcome, none that is open and no zeros", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv });
  const measures = allTime(facts);
  for (const figure of [
    measures.open,
    measures.closed,
    measures.answered,
    measures.closing.median,
    measures.resolvedStrict,
  ])
    expect(figure).toEqual({ state: "missing", reason: "not-recorded" });
  expect(measures.outcomes).toEqual([]);
  const { header, rows } = subjectTable(facts, "region");
  const cells = (is: (name: string) => boolean) =>
    new Set(header.flatMap((name, at) => (name.startsWith("outcome_") && is(name) ? rows.map((row) => row[at]) : [])));
  expect(cells((name) => !name.endsWith("_reason"))).toEqual(new Set([null]));
  expect(cells((name) => name.endsWith("_reason"))).toEqual(new Set(["not-recorded"]));
  const facets = facetsOf(
    createTelling(
      {
        ...withRepeats(facts),
        norms: [{ channel: "letter", event: "first-reply", amount: 10, unit: "days", basis: "порядок" }],
      },
      "ru",
    ),
  ).map(({ name }) => name);
  expect(facets).toEqual(["topic"]);
});
