import { expect, test } from "vitest";
import { factsOf } from "./portal.ts";

const source =
  "title: Реестр\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, agency: agency }\n";
const table = (agencies: readonly string[]) =>
  [
    "id,received,agency",
    ...Array.from(
      { length: 60 },
      (_, row) => `${row + 1},2026-10-${String((row % 28) + 1).padStart(2, "0")},${agencies[row % agencies.length]!}`,
    ),
  ].join("\n");

test("a named official among agencies gets no page of that name, in figures alone too", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": table(["Минстрой", "Минтранс", "Ержан Сулейменов"]) });
  expect(facts.vocabulary.agencies).toHaveLength(3);
  expect(JSON.stringify(facts)).not.toMatch(/Сулейменов|suleimenov|sulejmenov/i);
  expect(facts.edition.findings).toContainEqual({ code: "LABELS_MASKED", count: 1 });
});

test("where the agencies are mostly people the run stops and says what to do", async () => {
  await expect(
    factsOf(source, { "2026-10-31/a.csv": table(["Ержан Сулейменов", "Сидорова Мария", "Минтранс"]) }),
  ).rejects.toMatchObject({ code: "AGENCIES_ARE_PERSONS", places: [{ file: "sources/register.yaml" }] });
});

const wide = (rows: readonly (readonly [agency: string, times: number])[]) =>
  [
    "id,received,agency,office",
    ...rows
      .flatMap(([agency, times]) => Array.from({ length: times }, () => agency))
      .map(
        (agency, row) =>
          `${row + 1},2026-10-${String((row % 28) + 1).padStart(2, "0")},${agency},Отдел ${(row % 3) + 1}`,
      ),
  ].join("\n");

test("one official with most of the rows stops the run too, which names the columns to take instead", async () => {
  const offices = Array.from({ length: 12 }, (_, number) => [`Управление ${number + 1}`, 9] as const);
  const few = factsOf(source, { "2026-10-31/a.csv": wide([["Ержан Сулейменов", 100], ...offices]) });
  expect((await few).edition.findings).toContainEqual({ code: "LABELS_MASKED", count: 1 });
  await expect(
    factsOf(source, { "2026-10-31/a.csv": wide([["Ержан Сулейменов", 131], ...offices]) }),
  ).rejects.toMatchObject({
    code: "AGENCIES_ARE_PERSONS",
    places: [{ file: "sources/register.yaml" }],
    details: { problems: "sources/register.yaml\nexports/2026-10-31/a.csv: 4" },
  });
});

test("a source of people stops the run beside a larger one of offices", async () => {
  const officials =
    "title: Приём\nfiles: ['b.csv']\nchannel: phone\ncolumns: { id: id, received: received, agency: agency }\n";
  const files = {
    "2026-10-31/a.csv": wide([
      ["Минстрой", 300],
      ["Минтранс", 300],
    ]),
    "2026-10-31/b.csv": wide([
      ["Ержан Сулейменов", 20],
      ["Приёмная", 5],
    ]),
  };
  await expect(
    factsOf(source.replace("*.csv", "a.csv"), files, { "sources/visits.yaml": officials }),
  ).rejects.toMatchObject({ code: "AGENCIES_ARE_PERSONS", places: [{ file: "sources/visits.yaml" }] });
});

test("firms and institutions that bear a name are no people", async () => {
  const firms = [
    "Банк «Иван Калита»",
    "ООО «Анна Каренина»",
    "ИП Иванов И. И.",
    "ИП Петрова М. С.",
    "Школа им. А. С. Пушкина",
    "ООО «Иванов и партнёры»",
  ];
  const facts = await factsOf(source, { "2026-10-31/a.csv": table(firms) });
  expect(facts.vocabulary.agencies.map(({ name }) => name)).toContain("Банк «Иван Калита»");
  expect(JSON.stringify(facts)).not.toContain("Петрова М");
});

test("people who are put together under one agency are that agency", async () => {
  const agencies =
    "code,name,short,kind,aliases\noffice,Управа,Управа,other,Ержан Сулейменов|Сидорова Мария\nroads,Минтранс,Минтранс,other,\n";
  const facts = await factsOf(
    source,
    { "2026-10-31/a.csv": table(["Ержан Сулейменов", "Сидорова Мария", "Минтранс"]) },
    { "vocabulary/agencies.csv": agencies },
  );
  expect(facts.vocabulary.agencies.map(({ code }) => code)).toEqual(["office", "roads"]);
});
