import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPastMemory, type PastMemory } from "../../src/flow/pastMemory.ts";
import { prepareEdition, type Preparation } from "../../src/flow/prepareEdition.ts";
import type { Progress } from "../../src/flow/progress.ts";
import { type Editions, editionsSchema, type PastEdition } from "../../src/model/editions.ts";
import { publishedFigures } from "../../src/edition/publishedFigures.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

const portal = `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
ids: registry
norms:
  - { channel: letter, event: closing, amount: 30, unit: days, basis: "59-ФЗ" }
minimum: { shown: 1, compared: 5 }
`;
const columns =
  "columns: { id: id, received: received, firstReply: reply, closed: closed, reopened: reopened, agency: agency, topic: topic, place: place, outcome: outcome, withdrawn: withdrawn }";
const words = "outcomes: { acted: acted, refused: refused, open: open }";
const source = (name: string, kind: string, channel: string) =>
  `title: ${name}\nfiles: ['${name}*.csv']\nkind: ${kind}\nchannel: ${channel}\n${columns}\n${words}\n`;
const agencies =
  "code,name,short,kind,aliases\nmin,Министерство,Мин,executive,\nadm-a,Администрация А,А,district,\nadm-b,Администрация Б,Б,district,\n";
const topics = "code,parent,name,sensitive,aliases\nroads,,Дороги,,\nparks,,Парки,,\nhealth,,Здоровье,yes,\n";
const places = "code,parent,name,aliases\na,,А,\nb,,Б,\nc,,В,\nd,,Г,\n";

interface Row {
  received: string;
  reply: string;
  closed: string;
  reopened: string;
  agency: string;
  topic: string;
  place: string;
  outcome: string;
  withdrawn: string;
}
const plain: Row = {
  received: "2026-01-12",
  reply: "",
  closed: "",
  reopened: "",
  agency: "min",
  topic: "roads",
  place: "a",
  outcome: "open",
  withdrawn: "",
};
const closed = { reply: "2026-01-20", closed: "2026-01-22", outcome: "acted" };
type Rows = Record<string, Partial<Row>>;
const csv = (rows: Rows) =>
  Papa.unparse([
    ["id", ...Object.keys(plain)],
    ...Object.entries(rows).map(([id, changes]) => [id, ...Object.values({ ...plain, ...changes })]),
  ]);

const january: Rows = {
  same: {},
  late: {},
  gone: {},
  dated: {},
  handed: {},
  outcome: closed,
  again: closed,
  taken: {},
  reply: closed,
  moved: {},
  week: { topic: "health" },
  weeks: { topic: "health" },
  down: {},
  early: { received: "2026-01-05" },
};
const february: Rows = {
  ...january,
  late: { ...closed, closed: "2026-02-10", reply: "2026-02-10" },
  dated: { received: "2026-01-09" },
  handed: { agency: "adm-a" },
  again: { ...closed, closed: "", outcome: "open", reopened: "2026-02-03" },
  taken: { withdrawn: "да" },
  week: { topic: "health", received: "2026-01-13" },
  weeks: { topic: "health", received: "2026-01-07" },
  down: { received: "2026-01-10" },
  fresh: { received: "2026-02-20" },
};
delete february["gone"];
const march: Rows = {
  ...february,
  gone: {},
  taken: {},
  outcome: { ...closed, outcome: "refused" },
  reply: { ...closed, reply: "2026-01-15" },
  moved: { topic: "parks", place: "b" },
  early: { received: "2026-01-05", reply: "2026-01-09", closed: "2026-03-20", outcome: "acted" },
  later: { received: "2026-01-30", agency: "adm-b" },
};

const files: Record<string, string> = {
  "portal.yaml": portal,
  "takedowns.csv": "id,reason,date\nregister-down,author-request,2026-03-01\n",
  "sources/register.yaml": source("register", "snapshot", "letter"),
  "sources/rare.yaml": source("rare", "snapshot", "portal"),
  "sources/log.yaml": source("log", "delta", "phone"),
  "vocabulary/agencies.csv": agencies,
  "vocabulary/topics.csv": topics,
  "vocabulary/places.csv": places,
  "exports/2026-01-31/register.csv": csv(january),
  "exports/2026-01-31/rare.csv": csv({ stays: {}, leaves: {} }),
  "exports/2026-01-31/log.csv": csv({ kept: {}, ends: {} }),
  "exports/2026-02-28/register.csv": csv(february),
  "exports/2026-03-31/register.csv": csv(march),
  "exports/2026-03-31/rare.csv": csv({ stays: {} }),
  "exports/2026-03-31/log.csv": csv({ ends: { ...closed, closed: "2026-03-05", reply: "2026-03-05" } }),
};

const silent: Progress = { stage: (_, run) => run(() => undefined) };
interface Built {
  dir: string;
  editions: Editions;
}

/** Prepares the edition of a portal with the exports up to a date. */
async function built(
  upTo: string,
  previous?: Preparation["published"],
  changes: Record<string, string> = {},
  pastMemory?: PastMemory,
): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-editions-"));
  for (const [path, content] of Object.entries({ ...files, ...changes })) {
    if (path.startsWith("exports/") && path.slice(8, 18) > upTo) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const dir = join(folder, "edition");
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: dir,
    progress: silent,
    published: previous,
    pastMemory,
  });
  return { dir, editions: editionsSchema.parse(JSON.parse(await readFile(join(dir, "editions.json"), "utf8"))) };
}

const remove = (dir: string) => rm(dirname(dir), { recursive: true, force: true });
const tableOf = async (dir: string, path: string) =>
  Papa.parse<Record<string, string>>(await readFile(join(dir, "editions", path), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

describe("three editions of a register, of a source that skips one, and of a log of changes", () => {
  let whole: Built;
  let shorter: Built;
  let first: PastEdition;
  let second: PastEdition;
  let third: PastEdition;
  beforeAll(async () => {
    whole = await built("2026-03-31");
    shorter = await built("2026-02-28");
    [first, second, third] = whole.editions.editions as [PastEdition, PastEdition, PastEdition];
  });
  afterAll(() => Promise.all([whole, shorter].map(({ dir }) => remove(dir))));

  const listed = async (date: string) =>
    (await tableOf(whole.dir, `${date}/changes.csv`))
      .map(({ id, change, field, before, after }) =>
        [id, change, field, before, after].filter((cell) => cell !== "").join(" "),
      )
      .sort();

  test("the first is compared with nothing", () => {
    expect(first).toMatchObject({
      before: null,
      appeals: 18,
      vanished: 0,
      changes: {},
      changesByAgency: [],
      lists: {},
    });
    expect(first.files.map(({ name }) => name)).toEqual(["figures.csv", "figures-excel.csv"]);
  });

  test("each kind of change is told once, with what stood there before, and one taken down is counted without its id", async () => {
    expect(await listed("2026-02-28")).toEqual([
      "register-again reopened 2026-01-22 2026-02-03",
      "register-dated redated received 2026-01-12 2026-01-09",
      "register-fresh new",
      "register-gone vanished",
      "register-handed reassigned min adm-a",
      "register-late answered 2026-02-10",
      "register-late closed 2026-02-10",
      "register-taken withdrawn",
      "register-weeks redated received 2026-01-12 2026-01-05",
    ]);
    expect(second.changes).toEqual({
      new: 1,
      answered: 1,
      closed: 1,
      reopened: 1,
      redated: 3,
      reassigned: 1,
      vanished: 1,
      withdrawn: 1,
    });
    expect(await listed("2026-03-31")).toEqual([
      "log-ends answered 2026-03-05",
      "log-ends closed 2026-03-05",
      "rare-leaves vanished",
      "register-early answered 2026-01-09",
      "register-early closed 2026-03-20",
      "register-gone returned",
      "register-later new",
      "register-moved moved a b",
      "register-moved reclassified roads parks",
      "register-outcome outcome acted refused",
      "register-reply redated firstReply 2026-01-20 2026-01-15",
      "register-taken restored",
    ]);
  });

  test("a source that brings nothing, and what a log does not repeat, has not vanished", () => {
    expect(second.absent).toEqual(["log", "rare"]);
    expect([second.vanished, third.vanished]).toEqual([1, 1]);
    expect(third.absent).toEqual([]);
  });

  test("of a sensitive topic only the week is told: a day moved inside it is no change, and places stay untold", async () => {
    const rows = await tableOf(whole.dir, "2026-02-28/changes.csv");
    expect(rows.filter(({ id }) => id === "register-week")).toEqual([]);
    expect(rows.find(({ id }) => id === "register-weeks")).toMatchObject({
      dates_to_week: "yes",
      before: "2026-01-12",
      after: "2026-01-05",
    });
  });

  test("a withdrawn appeal is listed by its id alone", async () => {
    expect(
      (await tableOf(whole.dir, "2026-02-28/changes.csv")).find(({ change }) => change === "withdrawn"),
    ).toMatchObject({
      id: "register-taken",
      agency: "",
      before: "",
      after: "",
      first_reply_state: "",
      closing_state: "",
    });
  });

  test("a change says in the words of appeals.csv what the later edition tells of reply and closing", async () => {
    const states = async (date: string) =>
      new Map(
        (await tableOf(whole.dir, `${date}/changes.csv`)).map(
          ({ id, first_reply_state: reply, closing_state: closing }) => [id, [reply, closing]],
        ),
      );
    const february = await states("2026-02-28");
    expect([february.get("register-late"), february.get("register-again"), february.get("register-fresh")]).toEqual([
      ["done", "done"],
      ["done", "waiting"],
      ["waiting", "waiting"],
    ]);
    expect((await states("2026-03-31")).get("register-taken")).toEqual(["waiting", "waiting"]);
  });

  test("a figure without a number says why, in its own edition and in what it was revised to", async () => {
    const few = await built("2026-03-31", undefined, { "portal.yaml": portal.replace("shown: 1", "shown: 12") });
    onTestFinished(() => remove(few.dir));
    const reasons = (rows: Record<string, string>[], state: string, reason: string) =>
      new Set(rows.map((row) => `${row[state]} ${row[reason]}`));
    const told = ["exact ", "beyond not-reached", "hidden too-few", "missing none-eligible", "missing no-norm"];
    const figures = (
      await Promise.all(few.editions.editions.map(({ date }) => tableOf(few.dir, `${date}/figures.csv`)))
    ).flat();
    for (const one of reasons(figures, "state", "value_reason")) expect(told).toContain(one);
    expect([...reasons(figures, "state", "value_reason")]).toEqual(
      expect.arrayContaining(["exact ", "beyond not-reached", "hidden too-few", "missing no-norm"]),
    );
    const revisions = await tableOf(few.dir, "revisions.csv");
    for (const side of ["then", "now"])
      for (const one of reasons(revisions, `state_${side}`, `value_${side}_reason`)) expect(told).toContain(one);
    expect(revisions.length).toBeGreaterThan(0);
    // A figure that was missing has not become another one.
    expect(revisions.map(({ state_then: state }) => state)).not.toContain("missing");
  });

  test("a table of before there were reasons is read as what it meant", async () => {
    const site = await mkdtemp(join(tmpdir(), "otklik-site-"));
    onTestFinished(() => rm(site, { recursive: true, force: true }));
    await cp(join(shorter.dir, "editions"), join(site, "data", "editions"), { recursive: true });
    await cp(join(shorter.dir, "editions.json"), join(site, "data", "editions", "editions.json"));
    const inputs = shorter.editions.editions[0]!.inputs;
    const table = join(site, "data", "editions", "2026-01-31", "figures.csv");
    await writeFile(
      table,
      "agency,channel,figure,from,to,state,value,of\n,all,received,2026-01-01,2026-01-31,hidden,,\n,letter,closingMedian,2026-01-01,2026-01-31,beyond,30,\n,all,closed,2026-01-01,2026-01-31,exact,3,\n",
    );
    expect(
      (await publishedFigures(site, "https://otklik.example/", "2026-01-31", inputs))?.map(({ reason }) => reason),
    ).toEqual(["too-few", "not-reached", null]);
  });

  test("counts by agency add up to those of the edition", () => {
    for (const { changes, changesByAgency } of [second, third]) {
      for (const [kind, count] of Object.entries(changes)) {
        expect(
          changesByAgency.reduce((sum, { changes: counts }) => sum + (counts[kind as keyof typeof counts] ?? 0), 0),
          kind,
        ).toBe(count);
      }
    }
  });

  test("figures that became others are named with what they were, what they are and why", () => {
    const revision = (edition: PastEdition, agency: string, channel: string | null, figure: string) =>
      edition.revisions.find(
        (candidate) => candidate.agency === agency && candidate.channel === channel && candidate.figure === figure,
      );
    expect(revision(first, "", null, "received")).toMatchObject({
      then: { value: 18 },
      now: { value: 19 },
      reasons: [{ reason: "late-row", appeals: 1 }],
    });
    expect(revision(first, "", "phone", "closed")).toMatchObject({
      then: { value: 0 },
      now: { value: 1 },
      reasons: [{ reason: "late-answer", appeals: 1 }],
    });
    expect(revision(first, "min", null, "received")?.reasons).toContainEqual({ reason: "reassigned", appeals: 1 });
    expect(revision(first, "", null, "resolvedStrict")?.reasons).toContainEqual({ reason: "outcome", appeals: 1 });
    expect(revision(second, "", "letter", "received")).toMatchObject({
      then: { value: 14 },
      now: { value: 16 },
      reasons: [
        { reason: "late-row", appeals: 1 },
        { reason: "restored", appeals: 1 },
      ],
    });
    expect(third.revisions).toEqual([]);
  });

  test("an edition recalled from more exports has, byte for byte, the files that it was published with", async () => {
    for (const date of ["2026-01-31", "2026-02-28"]) {
      const names = await readdir(join(whole.dir, "editions", date));
      expect(names.sort()).toEqual((await readdir(join(shorter.dir, "editions", date))).sort());
      for (const name of names) {
        expect(await readFile(join(whole.dir, "editions", date, name), "utf8"), `${date}/${name}`).toBe(
          await readFile(join(shorter.dir, "editions", date, name), "utf8"),
        );
      }
    }
  });

  test("the checksums are those of the files", async () => {
    for (const { date, files: dated } of whole.editions.editions) {
      for (const { name, sha256, bytes } of dated) {
        const content = await readFile(join(whole.dir, "editions", date, name));
        expect([content.length, createHash("sha256").update(content).digest("hex")]).toEqual([bytes, sha256]);
      }
    }
  });

  test("figures stay at their dated address as they were published when the method moves, and the move is named", async () => {
    // The site that is replaced, made when the norm was another one.
    const site = await mkdtemp(join(tmpdir(), "otklik-site-"));
    onTestFinished(() => rm(site, { recursive: true, force: true }));
    await cp(join(shorter.dir, "editions"), join(site, "data", "editions"), { recursive: true });
    await cp(join(shorter.dir, "editions.json"), join(site, "data", "editions", "editions.json"));
    const after = await built(
      "2026-03-31",
      (date, inputs) => publishedFigures(site, "https://otklik.example/", date, inputs),
      { "portal.yaml": portal.replace("amount: 30", "amount: 9") },
    );
    onTestFinished(() => remove(after.dir));
    const [, was] = after.editions.editions;
    expect(await readFile(join(after.dir, "editions", "2026-02-28", "figures.csv"), "utf8")).toBe(
      await readFile(join(shorter.dir, "editions", "2026-02-28", "figures.csv"), "utf8"),
    );
    expect(
      was!.revisions
        .filter(({ reasons }) => reasons.some(({ reason }) => reason === "method"))
        .map(({ figure }) => figure),
    ).toContain("closedInNorm");
    expect(
      was!.revisions.find(({ agency, channel, figure }) => agency === "" && channel === null && figure === "received")
        ?.reasons,
    ).toEqual([
      { reason: "late-row", appeals: 1 },
      { reason: "restored", appeals: 1 },
    ]);
    expect(await publishedFigures(site, "https://other.example/", "2026-02-28", was!.inputs)).toBeNull();
    expect(await publishedFigures(site, "https://otklik.example/", "2026-02-28", "other exports")).toBeNull();
  });

  test("what was remembered of past editions gives the same edition, and is worked out anew where anything else decides", async () => {
    const folder = await mkdtemp(join(tmpdir(), "otklik-memory-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    /** A build that remembers, and what it had to work out. */
    const remembering = async (upTo: string, changes: Record<string, string> = {}) => {
      const memory = openPastMemory(join(folder, "past"), "code", "settings", "a key of the portal");
      const made: string[] = [];
      const build = await built(upTo, undefined, changes, {
        ...memory,
        recall: (name, of, file, make) =>
          memory.recall(name, of, file, () => {
            made.push(name);
            return make();
          }),
      });
      onTestFinished(() => remove(build.dir));
      await memory.keep();
      return { ...build, made };
    };
    const ofSecond = ["2026-01-31-figures", "2026-02-28-changes"];
    expect((await remembering("2026-02-28")).made).toEqual(ofSecond);
    // The log of changes keeps an export of March: what was known in February does not depend on it.
    const third = await remembering("2026-03-31");
    expect(third.made).toEqual(["2026-02-28-figures", "2026-03-31-changes"]);
    const names = (await readdir(third.dir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const { parentPath, name } of names) {
      const path = join(parentPath, name);
      expect(await readFile(path, "utf8"), path).toBe(await readFile(path.replace(third.dir, whole.dir), "utf8"));
    }
    const otherRow = { "exports/2026-01-31/rare.csv": csv({ stays: {}, leaves: {}, more: {} }) };
    expect((await remembering("2026-02-28", otherRow)).made).toEqual(ofSecond);
  });
});
