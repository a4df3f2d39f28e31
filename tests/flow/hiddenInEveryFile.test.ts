import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { tableNames, type TableName } from "../../src/codebook/tables.ts";
import { readAllAppeals, readCrossings, readFacts, readStoredFacts } from "../../src/edition/readEdition.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { Crossings } from "../../src/model/crossings.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { writePressKits } from "../../src/publish/press/writeKits.ts";
import { writeReviewFiles } from "../../src/publish/reviews/writeReviews.ts";
import { weekNotes } from "../../src/publish/share/weekNotes.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { overdueRows } from "../../src/site/overdueRows.ts";
import { createTelling } from "../../src/words/telling.ts";
import { collection, featureOf, polygon, square } from "../boundaries/squares.ts";
import { makePortal, settings } from "./portal.ts";

/**
 * The solver over whole files: every world that the exports may have been is published in two editions, with all that a reader
 * can take away. Files that are the same to the byte in every world tell nothing of what differs between them, whatever is
 * joined with whatever, added or subtracted. The edition that pages are made of is compared too: what is the same there no page
 * can tell. Which worlds may differ is the matter of tests/privacy/smallGroups.test.ts and tests/measure/crossings.
 */

const source = `title: Регистр
files: ["*.csv"]
columns: { id: id, received: received, agency: agency, topic: topic, place: place, text: text, reply: reply, firstReply: replied, closed: closed, outcome: outcome, onControl: control }
outcomes: { acted: acted, open: open }
channel: letter
`;
const header = "id,received,agency,topic,place,text,reply,replied,closed,outcome,control";
const places = ["Берёзовка", "Вишнёвка", "Грушевка"] as const;
const settled: Record<string, string> = {
  "vocabulary/places.csv": `code,parent,name,population,aliases\n${places.map((name, at) => `place${at},,${name},${(at + 1) * 1000},\n`).join("")}`,
  "boundaries.geojson": collection(places.map((name, at) => featureOf(polygon(square(40 + at, 55)), { name }))),
  "reports/short.yaml": `title: Обзор
periods: [month, quarter, year]
columns: [period, before, yearBefore]
sections:
  - title: Обращения
    lines:
      - { title: Поступило, count: received }
      - { title: Рассмотрено, count: closed }
      - { title: На контроле, count: { mark: onControl } }
  - title: Темы
    lines:
      - { title: Дороги, count: { topics: [roads] } }
      - { title: Прочее, count: { topics: rest } }
`,
  "id.key": "0".repeat(64),
};
const portalWith = (more: string): string =>
  settings
    .replace("appeals: figures-only\n", `${more}map: { attribution: "придуманы" }\n`)
    .replace("publisher: {", "publisher: { inn: '7700000000', phone: '+70000000000',");

/** An appeal as the register has it; it is answered and closed on the same day, or still open. */
interface Row {
  id: string;
  received: string;
  topic: string;
  place: string;
  text: string;
  closed: string | null;
}
const csv = (rows: readonly Row[]): string =>
  [
    header,
    ...rows.map(({ id, received, topic, place, text, closed }) =>
      [
        ...[id, received, "Управа", topic, place, text],
        ...(closed === null
          ? ["", "", "", "open"]
          : [`Отремонтировали участок по адресу из обращения ${id}`, closed, closed, "acted"]),
        "",
      ].join(","),
    ),
  ].join("\n");

/** @returns hashes of all files that a portal of the two exports gives away, and of the edition that its pages are made of */
async function publish(
  editions: readonly (readonly Row[])[],
  vocabulary: string,
  more: string,
): Promise<{ files: Map<string, string>; appeals: PublicAppeal[]; crossings: Crossings; filled: TableName[] }> {
  const folder = await makePortal(
    source,
    Object.fromEntries(["2026-09-30", "2026-10-31"].map((date, at) => [`${date}/register.csv`, csv(editions[at]!)])),
    { ...settled, "portal.yaml": portalWith(more), "vocabulary/topics.csv": vocabulary },
  );
  const [edition, site] = [join(folder, "edition"), join(folder, "site")];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: edition,
    progress: { stage: (_, run) => run(() => undefined) },
  });
  const facts = readFacts(edition);
  await writeDownloads(readStoredFacts(edition), edition, site);
  await writePressKits(facts, edition, site, weekNotes(facts));
  await writeReviewFiles(facts, edition, site);
  const appeals = facts.portal.appeals === "full" ? readAllAppeals(edition) : [];
  const overdue = overdueAppeals(appeals.map(listedAppeal), "2026-10-31");
  const files = hashesBelow(folder, ["edition", "site"]);
  files.set("overdue.csv", JSON.stringify(overdueRows(createTelling(facts), overdue)));
  const crossings = readCrossings(edition);
  const filled = tableNames.filter((name) => {
    const path = join(site, "data", `${name}.csv`);
    return existsSync(path) && readFileSync(path, "utf8").split("\r\n").length > 2;
  });
  await rm(folder, { recursive: true });
  return { files, appeals, crossings, filled };
}

function hashesBelow(folder: string, parts: readonly string[]): Map<string, string> {
  const paths = parts.flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: "utf8" }).map((path) => join(part, path)),
  );
  return new Map(
    paths
      .sort()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
      ]),
  );
}

/** Files that tell two worlds apart. */
const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

describe("where the appeals of a small sensitive group came from", () => {
  const topics = "code,parent,name,sensitive,aliases\narmy,,Мобилизация,yes,\nroads,,Дороги,,\n";
  const more =
    "appeals: full\nminimum: { shown: 2, compared: 3 }\nprivacy: { stopAbove: 1, unlistedTopics: ordinary }\ncrossings: { least: 2 }\n";
  /** Ordinary appeals of every place in fourteen months, the same in all worlds: there is always something to subtract from. */
  const ordinary = Array.from({ length: 42 }, (_, at): Row => {
    const month = new Date(Date.UTC(2025, 7 + Math.floor(at / 3), 3 + (at % 3) * 5)).toISOString().slice(0, 10);
    return {
      ...{ id: `o${at}`, received: month, topic: "Дороги", place: places[at % 3]! },
      text: `Просим починить дорогу номер ${at}`,
      closed:
        at % 4 === 0 ? null : new Date(Date.parse(month) + (5 + (at % 7)) * 86_400_000).toISOString().slice(0, 10),
    };
  });
  const sensitive = (id: string, received: string, place: string): Row => ({
    ...{ id, received, topic: "Мобилизация", place, closed: null },
    text: `Вопрос о выплатах ${id === "s0" ? "первый" : "второй"}`,
  });
  /** A world: whence the first and the second came; the second is in the newer edition alone. Two of the places are enough. */
  const worlds = [
    [places[0], places[0]],
    [places[1], places[0]],
    [places[0], places[1]],
  ] as const;
  const seen: Awaited<ReturnType<typeof publish>>[] = [];
  beforeAll(async () => {
    for (const [first, second] of worlds) {
      const before = [...ordinary, sensitive("s0", "2026-08-12", first)];
      seen.push(await publish([before, [...before, sensitive("s1", "2026-10-07", second)]], topics, more));
    }
  });

  test("is in no file: every kind is among those that are compared", () => {
    const paths = [...seen[0]!.files.keys()];
    expect([...new Set(paths.map((path) => path.replace(/^.*(\.[a-z0-9]+)$/u, "$1")))]).toEqual(
      expect.arrayContaining([".csv", ".docx", ".json", ".jsonld", ".ndjson", ".parquet", ".xlsx", ".xml", ".zip"]),
    );
    for (const part of [
      ...["edition/facts.json", "edition/crossings.json", "edition/replies.json", "edition/reviews.json"],
      ...["edition/appeals.ndjson", "edition/editions.json"],
      ...["site/api/v1/table/", "site/api/v1/places/place0.json", "site/open311/v2/requests/", "site/opendata/"],
      ...["site/data/parquet/", "site/data/editions/", "site/press/"],
    ])
      expect(
        paths.some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
    expect(seen[0]!.filled).toEqual(
      expect.arrayContaining([
        ...["region", "agencies", "topics", "places", "channels", "months", "crossings", "shifts", "weeks", "map"],
        ...["appeals", "remaining", "reply-texts", "reply-figures", "reviews"],
      ]),
    );
  });

  test("cannot be worked out of all files of two editions together: they are the same wherever it happened", () => {
    for (const { appeals } of seen) {
      const hidden = appeals.filter(({ topic }) => topic === "army");
      expect(hidden.map(({ place }) => place)).toEqual([null, null]);
      // The others are told: the files could tell places.
      expect(appeals.filter(({ place }) => place !== null)).toHaveLength(ordinary.length);
    }
    for (const [at, { files }] of seen.entries())
      expect(differing(seen[0]!.files, files), worlds[at]!.join(", ")).toEqual([]);
  });
});

describe("how the few were answered who wrote on one topic in one place", () => {
  const topics = "code,parent,name,sensitive,aliases\nheat,,Тепло,,\nroads,,Дороги,,\n";
  const more = "appeals: figures-only\nminimum: { shown: 5, compared: 10 }\ncrossings: { least: 8 }\n";
  /** Appeals of each topic in each place: three people in the first cell are too few. */
  const counts: readonly [topic: string, ofPlaces: readonly number[]][] = [
    ["Тепло", [3, 9, 16]],
    ["Дороги", [12, 14, 20]],
  ];
  /** Which cells had an appeal of the first day closed; sums of topics and places are the same in both worlds. */
  type World = ReadonlySet<string>;
  const around = (...[one, other]: [number, number]): [World, World] => [
    new Set([`Тепло ${one}`, `Дороги ${other}`]),
    new Set([`Тепло ${other}`, `Дороги ${one}`]),
  ];
  const rowsOf = (world: World): Row[] =>
    counts.flatMap(([topic, ofPlaces]) =>
      ofPlaces.flatMap((count, at) =>
        Array.from({ length: count }, (_, one): Row => {
          const isFirst = one === 0;
          const isClosed = isFirst ? world.has(`${topic} ${at}`) : one % 2 === 0;
          return {
            ...{ id: `${topic}${at}-${one}`, topic, place: places[at]!, text: "" },
            received: isFirst ? "2026-08-03" : `2026-0${7 + (one % 3)}-1${one % 10}`,
            closed: isClosed ? "2026-09-21" : null,
          };
        }),
      ),
    );
  const published = (world: World): ReturnType<typeof publish> => {
    const rows = rowsOf(world);
    return publish([rows.filter(({ received }) => received < "2026-09-15"), rows], topics, more);
  };

  test("is told by no file where sums would give it away, and by those of the cells that are told", async () => {
    const [one, other] = await Promise.all(around(0, 1).map(published));
    const told = one!.crossings.crossings
      .filter(({ year }) => year !== undefined)
      .map((cell) => `${cell.topic} ${cell.place}`);
    // Beside the few nobody is told of whom they could be subtracted from, but for the third place.
    expect(told).toEqual(["heat place2", "roads place2"]);
    expect(differing(one!.files, other!.files)).toEqual([]);
    const across = await published(around(1, 2)[0]);
    expect(differing(one!.files, across.files)).toEqual(
      expect.arrayContaining(["edition/crossings.json", "site/data/crossings.csv", "site/data/places.csv"]),
    );
  });
});
