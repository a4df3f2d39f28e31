import { expect, test } from "vitest";
import { factsOf } from "./portal.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, received: received, place: place }\n";
const places = "code,parent,name,aliases\nrayon,,Район,\nselo,rayon,Село,\nulitsa,selo,Улица,\ngorod,,Город,\n";
const csv = [
  "id,received,place",
  ...Array.from({ length: 40 }, (_, n) => `${n + 1},2026-10-05,${["Район", "Село", "Улица", "Город"][n % 4]}`),
].join("\n");

test("a place counts the appeals of all places below it, at any depth", async () => {
  const facts = await factsOf(source, { "2026-10-31/a.csv": csv }, { "vocabulary/places.csv": places });
  const received = Object.fromEntries(
    facts.subjects
      .filter(({ dimension }) => dimension === "place")
      .map(({ code, periods }) => [code, periods.all.measures.received]),
  );
  const exact = (value: number) => ({ state: "exact", value });
  expect(received).toEqual({ rayon: exact(30), selo: exact(20), ulitsa: exact(10), gorod: exact(10) });
});

test("places that stand below one another in a circle stop the build at the list", async () => {
  const circle = "code,parent,name,aliases\nrayon,selo,Район,\nselo,rayon,Село,\n";
  await expect(factsOf(source, { "2026-10-31/a.csv": csv }, { "vocabulary/places.csv": circle })).rejects.toMatchObject(
    { code: "SETTINGS_INVALID" },
  );
});
