import { join } from "node:path";
import { expect, test } from "vitest";
import { readCrossings } from "../../src/edition/readEdition.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { sliceOfCrossing } from "../../src/model/crossings.ts";
import { crossingTable } from "../../src/publish/downloads/crossingTable.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder, settings } from "./portal.ts";

const source =
  "title: Письма\nfiles: ['*.csv']\nchannel: letter\ncolumns: { id: id, topic: topic, place: place, received: received, closed: closed }\n";
const vocabulary = {
  "vocabulary/topics.csv":
    "code,parent,name,sensitive,aliases\nheat,,Тепло,,\nroads,,Дороги,,\nhealth,,Здоровье,yes,\n",
  "vocabulary/places.csv": "code,parent,name,population,aliases\nnorth,,Север,,\nsouth,,Юг,,\n",
};

/** A row for each appeal: so many of a topic in a place. */
function exported(counts: readonly (readonly [topic: string, place: string, count: number])[]): string {
  let number = 0;
  const rows = counts.flatMap(([topic, place, count]) =>
    Array.from({ length: count }, (_, at) => {
      number += 1;
      const day = String((at % 27) + 1).padStart(2, "0");
      return `${String(number)},${topic},${place},2026-06-${day},${at % 4 === 0 ? "" : `2026-07-${day}`}`;
    }),
  );
  return ["id,topic,place,received,closed", ...rows, ""].join("\n");
}

test("a portal crosses what is not sensitive and large enough, in its edition and its table", async () => {
  const rows = exported([
    ["Тепло", "Север", 40],
    ["Тепло", "Юг", 33],
    ["Дороги", "Север", 12],
    ["Здоровье", "Север", 50],
  ]);
  const folder = await portalFolder(
    source,
    { "2026-08-31/rows.csv": rows },
    {
      ...vocabulary,
      "portal.yaml": `${settings}crossings: { least: 30 }\n`,
    },
  );
  const editionDir = join(folder, "edition");
  const { facts } = await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir,
    progress: { stage: (_, run) => run(() => undefined) },
  });
  const crossings = readCrossings(editionDir);
  expect(crossings.crossings.map(({ topic, place, received }) => [topic, place, received])).toEqual([
    ["heat", "north", 40],
    ["heat", "south", 33],
  ]);
  expect(sliceOfCrossing(crossings.crossings[0]!)?.measures.open).toEqual({ state: "exact", value: 10 });
  const { header, rows: table } = crossingTable(facts, crossings);
  const cell = (row: number, name: string) => table[row]?.[header.indexOf(name)];
  expect([cell(0, "topic_name"), cell(0, "place_name"), cell(0, "received_ever"), cell(0, "received")]).toEqual([
    "Тепло",
    "Север",
    40,
    40,
  ]);
});
