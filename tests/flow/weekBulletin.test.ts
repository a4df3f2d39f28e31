import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, test, afterAll } from "vitest";
import { readAllAppeals, readFacts } from "../../src/edition/readEdition.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { Facts } from "../../src/model/facts.ts";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { appealHeader, appealRows } from "../../src/publish/downloads/appealTable.ts";
import { riseTable, weekTable } from "../../src/publish/downloads/weekTables.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { textLimits, weekBulletin } from "../../src/site/week/bulletin.ts";
import { machineCsv } from "../../src/words/csv.ts";
import { createTelling } from "../../src/words/telling.ts";
import { numbersByHand, numbersIn, type WeekTables } from "../build/weekByHand.ts";
import { makePortal, settings } from "./portal.ts";

const portal = `${settings.replace(/appeals: figures-only[^]*/u, "")}appeals: full
otherLanguages: [en]
demo: true
minimum: { shown: 5, compared: 30 }
norms:
  - { channel: letter, event: first-reply, amount: 20, unit: days, basis: "Порядок" }
`;
const source = `title: Письма
files: ['*.csv']
kind: snapshot
channel: letter
columns: { id: id, received: received, firstReply: reply, topic: topic, place: place, text: text }
`;
const more = {
  "portal.yaml": portal,
  "id.key": "0123456789abcdef0123456789abcdef",
  "languages/en.yaml": "title: Otklik\nregion: { name: The Region, in: in the Region, of: the Region }\n",
  "vocabulary/topics.csv":
    "code,parent,name,sensitive,aliases\nroads,,Дороги,,\npotholes,roads,Ямы,,\nsigns,roads,Знаки,,\nwater,,Вода,,\nlight,,Свет,,\nyards,,Дворы,,\nbuses,,Автобусы,,\n",
  "vocabulary/places.csv":
    "code,parent,name,population,aliases\nnorth,,Северный район,41200,\nsouth,,Южный район,18300,\nwest,,Западный район,9700,\n",
};

/** Seventy weeks of letters that end on a Saturday: in the last whole one a burst of water in the south. */
function letters(): string {
  const first = dayOfIsoDate("2025-06-30");
  const topics = ["potholes", "signs", "light", "yards", "buses", "water"];
  const rows: string[][] = [];
  for (let week = 0; week < 70; week++) {
    for (let index = 0; index < 58 + ((week * 7) % 9); index++) {
      const day = first + week * 7 + (index % 7);
      const waits = 3 + ((index * 5 + week) % 22);
      const [topic, place] = [topics[(index * index + week) % 6]!, ["north", "south", "west", "north"][index % 4]!];
      rows.push([isoDateOfDay(day), waits % 7 === 0 ? "" : isoDateOfDay(day + waits), topic, place, "Прошу помочь"]);
    }
  }
  for (let index = 0; index < 34; index++)
    rows.push([
      isoDateOfDay(first + 68 * 7 + (index % 7)),
      "",
      "water",
      "south",
      "Пожалуйста, помогите: из крана течёт ржавая вода, напор упал",
    ]);
  const end = "2026-10-31";
  return Papa.unparse([
    ["id", "received", "reply", "topic", "place", "text"],
    ...rows
      .filter(([received]) => received! <= end)
      .map(([received = "", reply = "", ...cells], row) => [`r${row}`, received, reply > end ? "" : reply, ...cells]),
  ]);
}

let facts: Facts;
let tables: WeekTables;
let folders: string[];
beforeAll(async () => {
  const folder = await makePortal(source, { "2026-10-31/letters.csv": letters() }, more);
  const out = await mkdtemp(join(tmpdir(), "otklik-week-"));
  folders = [folder, out];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(out, "work"),
    editionDir: join(out, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
  });
  facts = readFacts(join(out, "edition"));
  const parse = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
  const [weeks, rises] = [weekTable(facts), riseTable(facts)];
  tables = {
    weeks: parse(machineCsv([weeks.header, ...weeks.rows])),
    rises: parse(machineCsv([rises.header, ...rises.rows])),
    appeals: parse(machineCsv([appealHeader, ...readAllAppeals(join(out, "edition")).map(appealRows(facts))])),
    parents: new Set(facts.vocabulary.topics.map(({ parent }) => parent)),
  };
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe.each(["ru", "en"] as const)("the note of the week in %s", (language) => {
  const note = () => weekBulletin(createTelling(facts, language))!;

  test("has no number that the published tables do not give", () => {
    expect(numbersIn(note().full, language)).toEqual(numbersByHand(tables, 30));
  });

  test("is plain text within the limits of messengers, with the way to the page", () => {
    for (const form of ["full", "short"] as const) {
      const text = note()[form];
      expect(text.length).toBeLessThanOrEqual(textLimits[form]);
      expect(text).toContain(`https://otklik.example/${language === "ru" ? "" : "en/"}week/`);
      expect(text).not.toMatch(/[<>*_`#]|undefined|NaN|null/u);
    }
  });
});

test("a planted burst is in the note, with its words and appeals in the facts", () => {
  const { rises } = facts.weeks!;
  const burst = rises.find(({ topic, place }) => topic === "water" && place === "south")!;
  expect(burst).toMatchObject({ from: "2026-10-19", to: "2026-10-25" });
  expect(burst.words.map(({ word }) => word)).toEqual(expect.arrayContaining(["ржавая", "напор"]) as string[]);
  // The name of the topic itself is no news.
  expect(burst.words.map(({ word }) => word)).not.toContain("вода");
  // Nor are words of courtesy.
  expect(burst.words.map(({ word }) => word)).not.toContain("пожалуйста");
  expect(burst.examples).toHaveLength(3);
  expect(weekBulletin(createTelling(facts, "ru"))!.full).toContain("Вода, Южный район");
});

test("a note of few data says what it cannot say", () => {
  const weeks = facts.weeks!;
  const cut = <Subject extends { received: (number | null)[] }>(subject: Subject) => ({
    ...subject,
    received: subject.received.slice(-1),
    usual: null,
  });
  const short: Facts = {
    ...facts,
    weeks: {
      ...weeks,
      mondays: weeks.mondays.slice(-1),
      region: cut(weeks.region),
      topics: weeks.topics.map(cut),
      places: weeks.places.map(cut),
      mature: null,
      search: null,
      rises: [],
    },
  };
  const { full } = weekBulletin(createTelling(short, "ru"))!;
  for (const words of [
    "Данных за неделю до неё нет",
    "год назад нет",
    "Доли ответов в срок пока нет",
    "сказать нельзя",
  ])
    expect(full.replaceAll("\u00a0", " ")).toContain(words);
  expect(weekBulletin(createTelling({ ...facts, weeks: undefined }, "ru"))).toBeNull();
});
