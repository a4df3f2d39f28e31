import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Progress } from "../../src/flow/progress.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { openShards } from "../../src/flow/shards/openShards.ts";
import { readShard, shardOf } from "../../src/flow/shards/shardOf.ts";
import { workShard, type WorkedShard } from "../../src/flow/shards/workShard.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { canaries } from "../canaries/canaries.ts";
import { makePortal, settings } from "./portal.ts";

const source = `title: Письма
files: ['*.csv']
channel: letter
columns: { id: id, received: received, firstReply: replied, closed: closed, outcome: outcome, topic: topic, place: place, text: text, reply: reply }
outcomes: { разъяснено: explained }
`;
const people = canaries(7).map(({ words }) => words);
/** Four texts of different people make a name a street's; then the last is no surname. A shard that has fewer of them takes it for one. */
const streets = [
  "На улице Кречетникова прорвало трубу, вода стоит по колено",
  "Когда починят качели во дворе за школой, улица Кречетникова?",
  "Просим пустить вечерний автобус: до улицы Кречетникова не доехать с работы",
  "Освещение пропало после грозы, улица Кречетникова, весь квартал",
  "Снег сгребли к подъездам, улица Кречетникова не убрана",
  "Автомобиль Кречетникова стоит на газоне",
];
const row = (number: number) => [
  String(number),
  `2026-${String((number % 9) + 1).padStart(2, "0")}-14`,
  "2026-10-02",
  "2026-10-03",
  "разъяснено",
  ["Дороги", "Дворы", "Здоровье"][number % 3]!,
  ["Верхнее", "Нижнее"][number % 2]!,
  streets[number] ?? `Вопрос ${number} без ответа. ${people[number % people.length]!}`,
  number % 4 === 0
    ? "Уважаемый заявитель, работы запланированы"
    : `Разъясняем вопрос ${number}: ${people[(number * 7) % people.length]!}`,
];
const table = (rows: string[][]) =>
  Papa.unparse([["id", "received", "replied", "closed", "outcome", "topic", "place", "text", "reply"], ...rows]);
const numbers = Array.from({ length: 100 }, (_, number) => number);

let data = "";
let at = "";
beforeAll(async () => {
  data = await makePortal(
    source,
    {
      "2026-10-31/letters.csv": table(numbers.slice(0, 90).map(row)),
      "2026-11-30/letters.csv": table(
        numbers.slice(70).map((number) => row(number).with(7, `Сказано снова ${number}`)),
      ),
    },
    {
      "portal.yaml": settings.replace("appeals: figures-only", "appeals: full\nprivacy: { stopAbove: 1 }"),
      "id.key": "0123456789abcdef0123456789abcdef\n",
    },
  );
  at = await mkdtemp(join(tmpdir(), "otklik-shards-"));
});
afterAll(async () => {
  for (const folder of [data, at]) await rm(folder, { recursive: true, force: true });
});

const silent: Progress = { stage: (_, run) => run(() => undefined) };

/** Works out shards. @param only those; left out: all of them */
async function work(
  of: number,
  folder: string,
  only = Array.from({ length: of }, (_, at) => at + 1),
): Promise<WorkedShard[]> {
  const worked: WorkedShard[] = [];
  for (const one of only)
    worked.push(
      await workShard(data, { only: one, of }, { workDir: join(at, "work"), folder: join(at, folder) }, silent),
    );
  return worked;
}

/** The bytes of the edition that is made of shards, or of none, and how many texts were known before. */
async function edition(folder: string | null): Promise<{ files: Record<string, string>; known: number }> {
  const editionDir = await mkdtemp(join(at, "edition-"));
  const portal = await readSettings(data);
  const marksFile = join(at, `${folder ?? "none"}.marks`);
  const cacheFile = join(editionDir, "..", `${folder ?? "none"}.texts`);
  let known = 0;
  const telling: Progress = {
    stage: (id, run) =>
      run((numbers) => {
        if (id === "gate") known = numbers["known"]!;
      }),
  };
  const { passed } = await prepareEdition({
    settings: portal,
    workDir: join(at, "work"),
    editionDir,
    progress: telling,
    cacheFile,
    marks: { file: marksFile, version: { code: "code", settings: "settings", key: portal.idKey } },
    shards: folder === null ? null : await openShards(join(at, folder), portal),
  });
  await passed.keepTexts();
  const names = filesBelow(editionDir);
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(editionDir, name), "utf8")] as const)),
  );
  return {
    files: { ...files, texts: await readFile(cacheFile, "utf8"), marks: await readFile(marksFile, "utf8") },
    known,
  };
}

describe("a portal made of shards", () => {
  test("is the same, byte for byte, with one, four and sixty-four of them, and hardly reads a text again", async () => {
    const whole = await edition(null);
    expect(whole.files["appeals.ndjson"]!.trim().split("\n")).toHaveLength(numbers.length);
    expect(whole.files["appeals.ndjson"]).toContain(streets.at(-1));
    expect(whole.known).toBe(0);
    const known: number[] = [];
    for (const parts of [1, 4, 64]) {
      const worked = await work(parts, `of-${parts}`);
      expect(worked.reduce((sum, { appeals }) => sum + appeals, 0)).toBe(numbers.length);
      // One of many holds nothing.
      expect(worked.some(({ appeals }) => appeals === 0)).toBe(parts === 64);
      const made = await edition(`of-${parts}`);
      expect(made.files).toEqual(whole.files);
      known.push(made.known);
    }
    const [all, , least] = known;
    expect(all).toBeGreaterThan(150);
    // What a shard alone took for a person is read again, and hardly anything else.
    expect(least).toBeLessThan(all!);
    expect(least).toBeGreaterThan(all! - 10);
  }, 600_000);

  test("keeps nothing personal in the folder that machines share", async () => {
    for (const content of Object.values(await shardTexts("of-4")))
      for (const { class: kind, value } of canaries(7))
        if (kind !== "house") expect(content.toLowerCase()).not.toContain(value.toLowerCase());
  });
});

/** What stands in the files of a folder of shards. */
async function shardTexts(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(at, folder))).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(at, folder, name), "utf8")] as const)),
  );
}

describe("shards that the portal cannot be made of are told", () => {
  const opened = async (folder: string) => openShards(join(at, folder), await readSettings(data));
  const put = async (folder: string, files: Record<string, string>) => {
    await mkdir(join(at, folder), { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(at, folder, name), content);
  };

  test("where there are none", async () => {
    await expect(opened("nowhere")).rejects.toMatchObject({ code: "SHARDS_NONE" });
  });

  test("where some are missing, by their numbers", async () => {
    const { "shard-2-of-4": _lost, "shard-4-of-4": _gone, ...others } = await shardTexts("of-4");
    await put("some", others);
    await expect(opened("some")).rejects.toMatchObject({
      code: "SHARDS_MISSING",
      details: { missing: "2,4", count: 2, of: 4 },
    });
  });

  test("where they are of several divisions", async () => {
    await put("mixed", { ...(await shardTexts("of-4")), ...(await shardTexts("of-1")) });
    await expect(opened("mixed")).rejects.toMatchObject({ code: "SHARDS_MIXED", details: { divisions: "1, 4" } });
  });

  test.each([
    ["cut short", (content: string) => content.slice(0, -1)],
    ["changed by a letter", (content: string) => content.replace(/.$/u, (last) => (last === "x" ? "y" : "x"))],
    ["empty", () => ""],
    ["that of another number", (_: string, other: string) => other],
  ])("where one is %s", async (_, change) => {
    const files = await shardTexts("of-4");
    await put("damaged", { ...files, "shard-3-of-4": change(files["shard-3-of-4"]!, files["shard-1-of-4"]!) });
    await expect(opened("damaged")).rejects.toMatchObject({
      code: "SHARD_DAMAGED",
      places: [{ file: "damaged/shard-3-of-4" }],
      details: { shard: "3/4" },
    });
  });

  test("where the settings have changed since", async () => {
    const path = join(data, "portal.yaml");
    const before = await readFile(path, "utf8");
    await writeFile(path, before.replace("title: Отклик", "title: Ответ"));
    try {
      await expect(opened("of-4")).rejects.toMatchObject({ code: "SHARD_OTHER", details: { shard: "1/4" } });
    } finally {
      await writeFile(path, before);
    }
  });

  test("where no key could seal them", async () => {
    await expect(openShards(at, { ...(await readSettings(data)), idKey: null })).rejects.toMatchObject({
      code: "SHARDS_KEYLESS",
    });
  });
});

test("a shard is written as a number of a number", () => {
  expect(readShard("3/64")).toEqual({ only: 3, of: 64 });
  for (const none of ["0/4", "5/4", "3", "3/", "/4", "03/4", "-1/4", "1/10000", "1/4/4", " 1/4"])
    expect(readShard(none)).toBeNull();
});

test("all rows of an appeal lie in one shard, and appeals spread evenly", () => {
  const counts = new Array<number>(8).fill(0);
  for (let id = 0; id < 8000; id++) counts[shardOf({ source: "letters", id: `А-${id}` }, 8) - 1]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
