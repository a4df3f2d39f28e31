import { expect, test } from "vitest";
import { unstatedText } from "../../src/site/unstated.ts";
import { factsOf } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

const source =
  "title: Реестр\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, agency: agency, place: place }\n";
const table = (agencyOf: (row: number) => string) =>
  [
    "id,received,agency,place",
    ...Array.from(
      { length: 40 },
      (_, row) => `${row + 1},2026-10-${String((row % 28) + 1).padStart(2, "0")},${agencyOf(row)},`,
    ),
  ].join("\n");

test("the page of agencies tells how many appeals name none, and adds up to the first page", async () => {
  const facts = await factsOf(source, {
    "2026-10-31/a.csv": table((row) => (row % 4 === 0 ? "" : ["А", "Б"][row % 2]!)),
  });
  expect(unstatedText(createTelling(withRepeats(facts), "en"), "agency")).toMatch(/10\sappeals.*40\sappeals/);
  expect(unstatedText(createTelling(withRepeats(facts), "ru"), "agency")).toMatch(/10\sобращений.*40\sобращений/);
  expect(facts.edition.findings).toContainEqual(expect.objectContaining({ code: "AGENCY_MISSING", count: 10 }));
  // No appeal names a place: then there is no list to add up.
  expect(unstatedText(createTelling(withRepeats(facts), "en"), "place")).toBeNull();
});
