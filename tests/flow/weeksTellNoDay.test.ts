import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, onTestFinished, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { factsSchema } from "../../src/model/facts.ts";
import { usualWaits } from "../../src/appeals/usualWaits.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

const source = `title: Письма
files: ['*.csv']
kind: snapshot
channel: letter
columns: { id: id, received: received, registered: registered, firstReply: reply, closed: closed, topic: topic, place: place, agency: agency, outcome: outcome, rating: rating }
outcomes: { acted: acted, open: open }
`;
const portal = `${settings.replace("appeals: figures-only", "appeals: full\nminimum: { shown: 1, compared: 5 }").replace(/norms:[^]*/u, "")}norms:
  - { channel: letter, event: first-reply, amount: 24, unit: hours, basis: "Порядок" }
  - { channel: letter, event: closing, amount: 19, unit: days, basis: "Новый порядок", from: 2026-09-02, until: 2026-09-09 }
  - { channel: letter, event: closing, amount: 33, unit: days, basis: "59-ФЗ" }
`;
const more = {
  "portal.yaml": portal,
  "id.key": "0123456789abcdef0123456789abcdef",
  "vocabulary/topics.csv": "code,parent,name,sensitive,aliases\nroads,,Дороги,,\nhealth,,Здоровье,yes,\n",
  "vocabulary/places.csv": "code,parent,name,aliases\na,,А,\nb,,Б,\nc,,В,\nd,,Г,\n",
  "vocabulary/agencies.csv": "code,name,short,kind,aliases\nmin,Министерство,Мин,executive,\n",
};
interface Dates {
  received: string;
  registered?: string;
  reply?: string;
  closed?: string;
}
type Row = Dates & { id: string; topic?: string; place?: string };
const plain: Row[] = Array.from({ length: 12 }, (_, row) => ({
  id: `r${row}`,
  received: isoDateOfDay(dayOfIsoDate("2026-08-10") + row * 5),
  reply: isoDateOfDay(dayOfIsoDate("2026-08-12") + row * 5),
  topic: "roads",
  place: "a",
}));
/** Neighbours in topic, place and channel on both sides of the first of September, so that the group of a place may be told. */
const neighbours: Row[] = [
  "2026-08-24",
  "2026-08-26",
  "2026-08-28",
  "2026-08-29",
  "2026-09-07",
  "2026-09-08",
  "2026-09-09",
  "2026-09-10",
].map((received, row) => ({ id: `h${row}`, received, place: "b", closed: "2026-09-21" }));

/** Everything that a build knows of an edition, with the exports up to it: rows, figures, editions, lists of changes. */
async function outcome(exports: Record<string, readonly Row[]>, described = source): Promise<Map<string, string>> {
  const csv = (rows: readonly Row[]) =>
    Papa.unparse([
      ["id", "received", "registered", "reply", "closed", "topic", "place", "agency", "outcome", "rating"],
      ...rows.map(({ id, received, registered = "", reply = "", closed = "", topic = "health", place = "b" }) => [
        id,
        received,
        registered,
        reply,
        closed,
        topic,
        place,
        "min",
        closed === "" ? "open" : "acted",
        "",
      ]),
    ]);
  const folder = await portalFolder(
    described,
    Object.fromEntries(Object.entries(exports).map(([date, rows]) => [`${date}/letters.csv`, csv(rows)])),
    more,
  );
  const out = await mkdtemp(join(tmpdir(), "otklik-weeks-"));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  const edition = join(out, "edition");
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(out, "work"),
    editionDir: edition,
    progress: { stage: (_, run) => run(() => undefined) },
  });
  return new Map(
    await Promise.all(
      filesBelow(edition).map(async (file) => [file, await readFile(join(edition, file), "utf8")] as const),
    ),
  );
}

/** Seven days, or some of them by their numbers: those on both sides of what a test is about, and the ends of the week. */
const week = (monday: string, only = [1, 2, 3, 4, 5, 6, 7]) =>
  only.map((day) => isoDateOfDay(dayOfIsoDate(monday) + day - 1));

/** The reader has all that is published of all editions, and must be left with every one of the days. */
async function expectAlike(
  days: readonly string[],
  exportsWith: (day: string) => Record<string, readonly Row[]>,
  described = source,
): Promise<void> {
  const first = await outcome(exportsWith(days[0]!), described);
  const usual = usualOf(first);
  expect(first.get("appeals.ndjson")).toContain('"datesToWeek":true');
  expect(first.get("facts.json")).toMatch(/"precision":\s*"week"/u);
  for (const day of days.slice(1)) {
    const other = await outcome(exportsWith(day), described);
    expect(usualOf(other), `usual.json tells ${day} from ${days[0]!}`).toEqual(usual);
    for (const [file, content] of first) expect(other.get(file), `${file} tells ${day} from ${days[0]!}`).toBe(content);
  }
}

/** What the script of an appeal's page fetches (usual.json) is made of the facts alone. */
function usualOf(edition: ReadonlyMap<string, string>): unknown[] {
  const facts = withRepeats(factsSchema.parse(JSON.parse(edition.get("facts.json")!)));
  return facts.subjects
    .filter(({ dimension }) => dimension === "agency")
    .map((subject) => usualWaits(createTelling(facts, "ru"), subject));
}

describe("whatever is published of a sensitive appeal is the same for all days of its week", () => {
  test("of receipt, in a week that holds the first of a month and the day on which a norm begins", async () => {
    await expectAlike(week("2026-08-31"), (received) => ({
      "2026-10-31": [...plain, ...neighbours, { id: "x", received, reply: "2026-09-17", closed: "2026-09-29" }],
    }));
  });

  test("of receipt, where a wait of exactly its norm would tell the day", async () => {
    await expectAlike(week("2026-09-14", [1, 2, 3, 4, 7]), (received) => ({
      "2026-10-31": [
        ...plain,
        { id: "x", received, registered: "2026-09-21", reply: "2026-09-21", closed: "2026-10-19" },
      ],
    }));
  });

  test("of receipt, without a closing, while it waits", async () => {
    await expectAlike(week("2026-09-28", [1, 3, 4, 7]), (received) => ({
      "2026-10-31": [...plain, { id: "x", received }],
    }));
  });

  test("of receipt, where an edition of that week could not hold it yet", async () => {
    const early = [...plain.filter(({ received }) => received < "2026-09-01"), ...neighbours.slice(0, 4)];
    await expectAlike(week("2026-08-31", [1, 3, 4, 6, 7]), (received) => {
      const own: Row = { id: "x", received };
      const held = (date: string) => (received <= date ? [own] : []);
      return {
        "2026-09-02": [...early, ...held("2026-09-02")],
        "2026-09-05": [...early, ...held("2026-09-05")],
        "2026-10-31": [...plain, ...neighbours, { ...own, closed: "2026-09-29" }],
      };
    });
  });

  test("of receipt, in a log that tells of it once, on that day or the next", async () => {
    const early = plain.filter(({ received }) => received < "2026-09-01");
    const log = source.replace("kind: snapshot", "kind: delta");
    await expectAlike(
      week("2026-08-31", [1, 3, 4, 6]),
      (received) => {
        const own: Row = { id: "x", received, closed: received };
        return {
          "2026-09-02": [...early, ...(received <= "2026-09-02" ? [own] : [])],
          "2026-09-05": received > "2026-09-02" ? [...plain.slice(5, 6), own] : plain.slice(5, 6),
          "2026-10-31": plain.slice(6),
        };
      },
      log,
    );
  });

  test("of the closing, where an edition of that week could not know it yet, and the agency's usual wait is of such appeals", async () => {
    const sensitive: Row[] = Array.from({ length: 9 }, (_, row) => ({
      id: `s${row}`,
      received: "2026-08-05",
      reply: "2026-08-12",
      closed: "2026-09-0" + String(row + 1),
    }));
    await expectAlike(week("2026-09-28", [1, 3, 4, 7]), (closed) => {
      const own = (date: string): Row => ({
        id: "x",
        received: "2026-08-03",
        ...(closed <= date && { reply: closed, closed }),
      });
      return { "2026-09-30": [...sensitive, own("2026-09-30")], "2026-10-31": [...sensitive, own("2026-10-31")] };
    });
  });

  test("of the closing, in a log that tells of it once, on that day or the next", async () => {
    const log = source.replace("kind: snapshot", "kind: delta");
    await expectAlike(
      week("2026-09-28", [1, 3, 4, 6]),
      (closed) => {
        const own: Row = { id: "x", received: "2026-08-03" };
        const done: Row = { ...own, reply: closed, closed };
        return {
          "2026-09-01": [...plain.slice(0, 4), own],
          "2026-09-30": [...plain.slice(4, 6), ...(closed <= "2026-09-30" ? [done] : [])],
          "2026-10-03": [...plain.slice(6, 8), ...(closed > "2026-09-30" ? [done] : [])],
          "2026-10-31": plain.slice(8),
        };
      },
      log,
    );
  });

  test("of the reply and of the closing", async () => {
    await expectAlike(week("2026-09-28", [1, 3, 4, 7]), (closed) => ({
      "2026-10-31": [...plain, ...neighbours, { id: "x", received: "2026-09-02", reply: closed, closed }],
    }));
  });
});

test("an appeal of a week that is not over waits for the next edition, in rows, figures and counts of files", async () => {
  const without = await outcome({ "2026-10-28": plain });
  const [facts, appeals] = ["facts.json", "appeals.ndjson"].map((file) => without.get(file)!);
  const waiting = await outcome({ "2026-10-28": [...plain, { id: "x", received: "2026-10-27" }] });
  expect(waiting.get("appeals.ndjson")).toBe(appeals);
  expect(waiting.get("facts.json")).toBe(facts);
  const over = await outcome({
    "2026-10-28": [...plain, { id: "x", received: "2026-10-27" }],
    "2026-11-01": [...plain, { id: "x", received: "2026-10-27" }],
  });
  expect(over.get("appeals.ndjson")).toContain('"received":"2026-10-26"');
});
