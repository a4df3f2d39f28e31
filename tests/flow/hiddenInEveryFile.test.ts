import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readFacts, readStoredFacts, readAllAppeals } from "../../src/edition/readEdition.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { type PublicAppeal } from "../../src/model/appeal.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { writePressKits } from "../../src/publish/press/writeKits.ts";
import { weekNotes } from "../../src/publish/share/weekNotes.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { overdueRows } from "../../src/site/overdueRows.ts";
import { createTelling } from "../../src/words/telling.ts";
import { makePortal, settings } from "./portal.ts";

/**
 * The solver over whole files: every world that the exports may have been (where did the two sensitive appeals come from?) is
 * published in two editions, with all that a reader can take away. Files that are the same to the byte in every world tell
 * nothing of what differs between them, whatever is joined with whatever. Which worlds may differ is the matter of
 * tests/privacy/smallGroups.test.ts.
 */

const source = `title: Регистр
files: ["*.csv"]
columns: { id: id, received: received, agency: agency, topic: topic, place: place, text: text, closed: closed }
channel: letter
`;
const topics = "code,parent,name,sensitive,aliases\narmy,,Мобилизация,yes,\nroads,,Дороги,,\n";
const places = ["Берёзовка", "Вишнёвка", "Грушевка"] as const;
const vocabulary = `code,parent,name,aliases\n${places.map((name, at) => `place${at},,${name},\n`).join("")}`;
const portal = settings
  .replace(
    "appeals: figures-only",
    "appeals: full\nminimum: { shown: 2, compared: 5 }\nprivacy: { stopAbove: 1, unlistedTopics: ordinary }",
  )
  .replace("publisher: {", "publisher: { inn: '7700000000', phone: '+70000000000',");

/** Ordinary appeals of every place, the same in all worlds: there is always something to subtract from. */
const ordinary = Array.from({ length: 12 }, (_, at) => [
  `o${at}`,
  `2026-0${7 + (at % 3)}-1${at % 10}`,
  "Управа",
  "Дороги",
  places[at % 3]!,
  `Просим починить дорогу номер ${at}`,
  at % 4 === 0 ? "" : `2026-0${8 + (at % 2)}-2${at % 9}`,
]);
const sensitive = (id: string, received: string, place: string): string[] => [
  ...[id, received, "Управа", "Мобилизация", place, `Вопрос о выплатах ${id === "s0" ? "первый" : "второй"}`, ""],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  ["id,received,agency,topic,place,text,closed", ...rows.map((row) => row.join(","))].join("\n");

/** A world: whence the first and the second sensitive appeal came; the second is in the newer edition alone. */
type World = readonly [first: string, second: string];
/** Two of the places are enough to make four of them: those of the third would only be more that look alike. */
const worlds = places.slice(0, 2).flatMap((first) => places.slice(0, 2).map((second): World => [first, second]));

interface Seen {
  world: World;
  /** SHA-256 over all files of the site, by path. */
  files: Map<string, string>;
  appeals: PublicAppeal[];
}

function hashesBelow(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
      ]),
  );
}

async function publish(world: World): Promise<Seen> {
  const [first, second] = world;
  const before = [...ordinary, sensitive("s0", "2026-08-12", first)];
  const folder = await makePortal(
    source,
    {
      "2026-09-30/register.csv": csv(before),
      "2026-10-31/register.csv": csv([...before, sensitive("s1", "2026-10-07", second)]),
    },
    {
      "portal.yaml": portal,
      "vocabulary/topics.csv": topics,
      "vocabulary/places.csv": vocabulary,
      "id.key": "0".repeat(64),
    },
  );
  const [edition, site] = [join(folder, "edition"), join(folder, "site")];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: edition,
    progress: { stage: (_, run) => run(() => undefined) },
  });
  await writeDownloads(readStoredFacts(edition), edition, site);
  await writePressKits(readFacts(edition), edition, site, weekNotes(readFacts(edition)));
  const appeals = readAllAppeals(edition);
  const overdue = overdueAppeals(appeals.map(listedAppeal), "2026-10-31");
  const files = hashesBelow(site);
  files.set("overdue.csv", JSON.stringify(overdueRows(createTelling(readFacts(edition)), overdue)));
  await rm(folder, { recursive: true });
  return { world, files, appeals };
}

const seen: Seen[] = [];
beforeAll(async () => {
  for (const world of worlds) seen.push(await publish(world));
});

describe("what the gate hides", () => {
  test("is in no file: every kind is among those that are compared", () => {
    const kinds = [...seen[0]!.files.keys()].map((path) => path.replace(/^.*(\.[a-z0-9]+)$/u, "$1"));
    expect([...new Set(kinds)]).toEqual(
      expect.arrayContaining([".csv", ".json", ".jsonld", ".ndjson", ".parquet", ".xlsx", ".xml"]),
    );
    for (const part of [
      "api/v1/table/",
      "open311/v2/requests/",
      "opendata/",
      "data/parquet/",
      "press/",
      "data/editions/",
    ])
      expect(
        [...seen[0]!.files.keys()].some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
  });

  test("cannot be worked out of all files of two editions together: they are the same wherever it happened", () => {
    for (const one of seen) {
      const hidden = one.appeals.filter(({ topic }) => topic === "army");
      expect(hidden.map(({ place }) => place)).toEqual([null, null]);
      // The others are told: the files could tell places.
      expect(one.appeals.filter(({ place }) => place !== null)).toHaveLength(ordinary.length);
    }
    const paths = [...seen[0]!.files.keys()];
    for (const { world, files } of seen.slice(1))
      expect(
        paths.filter((path) => files.get(path) !== seen[0]!.files.get(path)),
        world.join(", "),
      ).toEqual([]);
  });
});
