import { expect, test } from "vitest";
import { factsOf } from "./portal.ts";

const source = "title: Реестр\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, agency: agency }\n";
const table = (agencies: readonly string[]) => ["id,received,agency", ...Array.from({ length: 60 }, (_, row) => `${row + 1},2026-10-${String((row % 28) + 1).padStart(2, "0")},${agencies[row % agencies.length]!}`)].join("\n");

test("a named official among agencies gets no page of that name, in figures alone too", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": table(["Минстрой", "Минтранс", "Ержан Сулейменов"]) });
  expect(facts.vocabulary.agencies).toHaveLength(3);
  expect(JSON.stringify(facts)).not.toMatch(/Сулейменов|suleimenov|sulejmenov/i);
  expect(facts.edition.findings).toContainEqual({ code: "LABELS_MASKED", count: 1 });
});

test("where the agencies are mostly people the run stops and says what to do", async () => {
  await expect(factsOf(source, { "2026-10-31/a.csv": table(["Ержан Сулейменов", "Сидорова Мария", "Минтранс"]) })).rejects.toMatchObject({ code: "AGENCIES_ARE_PERSONS", places: [{ file: "sources/register.yaml" }] });
});

test("people who are put together under one agency are that agency", async () => {
  const agencies = "code,name,short,kind,aliases\noffice,Управа,Управа,other,Ержан Сулейменов|Сидорова Мария\nroads,Минтранс,Минтранс,other,\n";
  const facts = await factsOf(source, { "2026-10-31/a.csv": table(["Ержан Сулейменов", "Сидорова Мария", "Минтранс"]) }, { "vocabulary/agencies.csv": agencies });
  expect(facts.vocabulary.agencies.map(({ code }) => code)).toEqual(["office", "roads"]);
});
