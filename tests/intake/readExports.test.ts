import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { BuildStop } from "../../src/model/buildStop.ts";
import { concernsWholeFile } from "../../src/model/finding.ts";
import { formatMoment } from "../../src/model/moment.ts";
import { readExports } from "../../src/intake/readExports.ts";
import { emptyVocabulary, exportsFolder, intake, portal, sourceOf } from "./portal.ts";

const letters = sourceOf("letters", {
  channel: "letter",
  columns: {
    id: "Номер",
    received: "Поступило",
    closed: "Закрыто",
    topicGroup: "Раздел",
    topic: "Тема",
    agency: "Ведомство",
    outcome: "Итог",
    text: "Текст",
  },
});
const header = "Номер;Поступило;Закрыто;Раздел;Тема;Ведомство;Итог;Текст";
const rows = [
  header,
  '007;01.10.2026 14:05;03.10.2026;ЖКХ;Отопление;Минстрой;Решено;"Холодно ""очень"";\nи темно"',
  "008;02.10.2026;;ЖКХ;;Минстрой;;Нет света",
];
const csv = rows.join("\n");
const vocabulary = { outcomes: [{ word: "решено", outcome: "acted" as const }] };

test("a row becomes an appeal: leading zeros, precision, quotes and line breaks survive", async () => {
  const { appeals, report, told } = await intake({ "2026-10-31/a.csv": csv }, [letters], vocabulary);
  expect(told).toEqual([]);
  expect(report.files).toEqual([
    {
      edition: "2026-10-31",
      file: "a.csv",
      source: "letters",
      encoding: "utf-8",
      delimiter: ";",
      read: 2,
      passed: 2,
      rejected: 0,
    },
  ]);
  const [first, second] = appeals;
  expect(first).toMatchObject({
    source: "letters",
    id: "007",
    edition: "2026-10-31",
    file: "a.csv",
    line: 2,
    channel: "letter",
    agency: "minstroy",
    topic: "zhkkh-otoplenie",
    outcome: "acted",
    text: 'Холодно "очень";\nи темно',
  });
  expect(formatMoment(first!.received, 180)).toBe("2026-10-01T14:05+03:00");
  expect(first!.closed).toEqual({ day: 20729, instant: null });
  expect(second).toMatchObject({ id: "008", line: 4, topic: "zhkkh", outcome: "open", closed: null });
});

test.each([
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${csv}`), "utf-8"],
  ["Windows-1251", iconv.encode(csv, "windows-1251"), "windows-1251"],
  ["gzip", gzipSync(csv), "utf-8"],
  [
    "two gzip members, one after the other",
    Buffer.concat([gzipSync(csv.slice(0, 60)), gzipSync(csv.slice(60))]),
    "utf-8",
  ],
  ["CRLF", Buffer.from(rows.join("\r\n")), "utf-8"],
  ["old Macintosh line ends", Buffer.from(csv.replaceAll("\n", "\r")), "utf-8"],
  ["CRLF and LF mixed", Buffer.from(`${rows[0]}\r\n${rows[1]}\n${rows[2]}\r\n`), "utf-8"],
  ["tabs", Buffer.from(csv.replaceAll(";", "\t").replace('"\t\n', '";\n')), "utf-8"],
])("a file in %s gives the same appeals", async (_, bytes, encoding) => {
  const { appeals, report } = await intake({ "2026-10-31/a.csv": bytes }, [letters], vocabulary);
  expect(report.files[0]).toMatchObject({ encoding, read: 2, passed: 2 });
  expect(appeals.map(({ id, topic }) => [id, topic])).toEqual([
    ["007", "zhkkh-otoplenie"],
    ["008", "zhkkh"],
  ]);
  expect(appeals[0]!.text.replaceAll("\r", "\n").replaceAll("\t", ";")).toBe('Холодно "очень";\nи темно');
});

test("a bad row is a finding with its place, and the rows around it are read", async () => {
  const bad = [
    header,
    "1;01.10.2026;;;;;;ok",
    "2;01.10.2026;;",
    "3;31.02.2026;;;;;;x",
    "4;;;;;;;x",
    "5;вчера;;;;;;x",
    "6;01.10.2026;;;;;;x;лишнее",
    "7;01.10.2026;;;;;;x;;",
    ";;;;;;;",
    "",
    "8;01.10.2026;30.09.2026;;;;чудо;x",
    "9;01.11.2026;потом;;;;;x",
  ].join("\n");
  const { appeals, report, said } = await intake({ "2026-10-31/a.csv": bad }, [letters], vocabulary);
  expect(appeals.map(({ id }) => id)).toEqual(["1", "7", "8", "9"]);
  expect(report.files[0]).toMatchObject({ read: 9, passed: 4, rejected: 5 });
  expect(said()).toMatchInlineSnapshot(`
    "ERROR ROW_SHORT · once
      The row has fewer cells than the header.
      The appeal is not counted. Look at the row: most often a text with a line break stands without quotation marks.
        2026-10-31/a.csv:3

    ERROR ROW_LONG · once
      The row has more cells than the header.
      The appeal is not counted. Look at the row: most often a text that contains the delimiter stands without quotation marks.
        2026-10-31/a.csv:7

    ERROR RECEIVED_MISSING · once
      The date of receipt is empty.
      The appeal is not counted. Fill it in at the source and export again.
        2026-10-31/a.csv:5 field received

    ERROR DATE_UNREADABLE · once
      A date cannot be understood.
      The appeal is not counted. Where day and month cannot be told apart, set dateOrder in the source description; otherwise mend the date.
        2026-10-31/a.csv:6 field received

    ERROR DATE_IMPOSSIBLE · once
      There is no such date or time.
      The appeal is not counted. Mend the date at the source. If there are many such rows, check the order of day and month (dateOrder).
        2026-10-31/a.csv:4 field received

    WARNING EVENT_DATE_UNREADABLE · once
      The date of an event cannot be understood.
      The appeal is counted, but this event has no date and takes no part in any time. Correct the date.
        2026-10-31/a.csv:12 field closed

    WARNING DATE_AFTER_EXPORT · once
      A date lies after the day of the export.
      Check the name of the edition folder and the order of day and month.
        2026-10-31/a.csv:12 field received

    WARNING CLOSED_BEFORE_RECEIVED · once
      Closed before it was received.
      The appeal counts, but not in closing times. Check the dates.
        2026-10-31/a.csv:11 field closed

    WARNING OUTCOME_UNLISTED · once
      A word for the outcome is not in the vocabulary.
      Say what it means: under outcomes in the description of the source (folder sources), or in vocabulary/outcomes.csv of the data folder. Until then the outcome counts as unknown.
        2026-10-31/a.csv:11 field outcome

    WARNING AGENCY_MISSING · 4 times
      No agency is named in the row.
      The appeal is counted for the region, and among those without an agency on the page of agencies. If the agency is known, fill it in at the source and export again.
        2026-10-31/a.csv:2 field agency
        2026-10-31/a.csv:8 field agency
        2026-10-31/a.csv:11 field agency
        2026-10-31/a.csv:12 field agency"
  `);
  expect(JSON.stringify(report.findings)).not.toMatch(/чудо|вчера|лишнее/);
});

test("many rows with one fault are one finding with their number and the first places", async () => {
  const faulty = [header, ...Array.from({ length: 20 }, (_, index) => `${index};нет;;;;;;x`)].join("\n");
  const { report } = await intake({ "2026-10-31/a.csv": faulty }, [letters]);
  expect(report.findings).toEqual([
    {
      code: "DATE_UNREADABLE",
      file: "2026-10-31/a.csv",
      line: 2,
      lines: [2, 3, 4, 5, 6],
      column: "received",
      count: 20,
    },
  ]);
});

describe("a file that cannot be used is an error of its own:", () => {
  test.each([
    ["an empty file", "", "FILE_EMPTY"],
    ["white space only", " \n\n", "FILE_EMPTY"],
    ["a header without rows", `${header}\n`, "FILE_EMPTY"],
    ["a binary file", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49]), "FILE_NOT_TEXT"],
    ["a header that matches nothing", "a;b\n1;2\n", "HEADER_UNKNOWN"],
    ["a mapped column that is not there", "Номер;Поступило\n1;01.10.2026\n", "COLUMN_MISSING"],
    ["a quotation mark never closed", `${csv}\n9;01.10.2026;;;;;;"нет конца\n10;02.10.2026\n`, "QUOTE_UNCLOSED"],
  ])("%s", async (_, content, code) => {
    const { report } = await intake({ "2026-10-31/a.csv": content }, [letters]);
    expect(report.findings.filter(concernsWholeFile).map((finding) => finding.code)).toEqual([code]);
  });

  test("one that nobody claims, one that two claim", async () => {
    const narrow = { ...letters, files: ["letters*.csv"] };
    const { said } = await intake({ "2026-10-31/letters-1.csv": csv, "2026-10-31/other.bin": "?" }, [
      narrow,
      { ...narrow, name: "twin" },
    ]);
    expect(said()).toMatchInlineSnapshot(`
      "ERROR FILE_UNCLAIMED · once
        No source description fits this file.
        If the register is described already and only the name of the file has changed, add the name or a pattern (register*.csv) to files in its description in the folder sources. If it is new, describe it: npm run inspect -- FILE --write --data DIR gives you a start. Take a file that does not belong there out of the edition folder.
          2026-10-31/other.bin

      ERROR FILE_CLAIMED_TWICE · once
        Several source descriptions fit this file.
        Make the patterns in files narrower, so that one source fits.
          2026-10-31/letters-1.csv"
    `);
  });

  test("one of a described register under a name that does not fit: as another register it would count every appeal twice", async () => {
    const rows = "Номер;Дата поступления;Ведомство\n1;01.10.2026;Минтранс\n2;02.10.2026;Минстрой\n";
    const register = sourceOf("register", {
      files: ["Реестр_*_2026.csv"],
      columns: { id: "Номер", received: "Дата поступления", agency: "Ведомство" },
    });
    const edition = { "2026-10-31/Реестр_44_2026.csv": rows, "2026-11-07/Реестр 45.csv": rows };
    const { told } = await intake(edition, [register]);
    expect(told.filter((text) => text.startsWith("FILE_"))).toEqual(["FILE_MISNAMED 2026-11-07/Реестр 45.csv"]);
    const { appeals } = await intake(edition, []);
    expect(appeals).toHaveLength(4);
    // Also where no preset would have known it.
    const unusual = "Учётный №;Когда пришло\n1;01.10.2026\n";
    const described = sourceOf("register", {
      files: ["Реестр*.csv"],
      columns: { id: "Учётный №", received: "Когда пришло" },
    });
    expect(
      (await intake({ "2026-10-31/Реестр 44.csv": unusual, "2026-11-07/Выгрузка.csv": unusual }, [described])).told,
    ).toContain("FILE_MISNAMED 2026-11-07/Выгрузка.csv");
  });
});

describe("the run stops", () => {
  const reading = async (exportsDir: string) =>
    readExports({ exportsDir, portal, sources: [letters], vocabulary: emptyVocabulary }, () => undefined);
  test.each([
    ["where a folder is not named by a date", { "october/a.csv": csv }, "EDITION_NAME"],
    ["where a folder is named by a date that does not exist", { "2026-02-30/a.csv": csv }, "EDITION_NAME"],
    ["where a file lies beside the editions", { "a.csv": csv, "2026-10-31/a.csv": csv }, "EDITION_NAME"],
    ["where an edition is empty", { "2026-10-31/.gitkeep": "" }, "EDITION_EMPTY"],
    ["where there is none", { "README.md": "" }, "EDITION_EMPTY"],
  ])("%s", async (_, files, code) => {
    await expect(reading(await exportsFolder(files))).rejects.toMatchObject({ code });
  });
  test("where the folder is missing", async () => {
    await expect(reading("/nowhere/exports")).rejects.toThrow(BuildStop);
  });
});

test("a label of which nothing can be seen is an empty cell, not a nameless agency", async () => {
  const unseen = [header, "1;01.10.2026;;ЖКХ;Отопление;\u200b;;", "2;01.10.2026;;ЖКХ;Отопление;\u2066\u2069;;"].join(
    "\n",
  );
  const { appeals, report } = await intake({ "2026-10-31/a.csv": unseen }, [letters], vocabulary);
  expect(appeals.map(({ agency }) => agency)).toEqual(["", ""]);
  expect(report.vocabulary.agencies).toEqual([]);
});

test("labels of the exports become the vocabulary where the portal has none, under their most frequent spelling", async () => {
  const content = [
    header,
    "1;01.10.2026;;ЖКХ;Вода;Минстрой;;",
    "2;01.10.2026;;ЖКХ;вода;МИНСТРОЙ;;",
    "3;01.10.2026;;ЖКХ;вода;Минстрой\u200b;;",
  ].join("\n");
  const { report, told } = await intake({ "2026-10-31/a.csv": content }, [letters]);
  expect(told).toEqual([]);
  expect(report.vocabulary.agencies).toEqual([
    { code: "minstroy", name: "Минстрой", short: "Минстрой", kind: "other", aliases: [] },
  ]);
  expect(report.vocabulary.topics).toEqual([
    { code: "zhkkh", parent: null, name: "ЖКХ", sensitive: false, aliases: [] },
    { code: "zhkkh-voda", parent: "zhkkh", name: "вода", sensitive: false, aliases: [] },
  ]);
});

test("a topic is found by its group and its name, other labels become findings", async () => {
  const topics = [
    { code: "housing", parent: null, name: "ЖКХ", sensitive: false, aliases: [] },
    { code: "housing-other", parent: "housing", name: "Другое", sensitive: false, aliases: [] },
    { code: "roads", parent: null, name: "Дороги", sensitive: false, aliases: ["Дорожное хозяйство"] },
    { code: "roads-other", parent: "roads", name: "Другое", sensitive: false, aliases: [] },
  ];
  const content = [
    header,
    "1;01.10.2026;;ЖКХ;Другое;;;",
    "2;01.10.2026;;дорожное  хозяйство;Другое;;;",
    "3;01.10.2026;;Дороги;;;;",
    "4;01.10.2026;;Дороги;Ямы;;;",
  ].join("\n");
  const { appeals, said, report } = await intake({ "2026-10-31/a.csv": content }, [letters], { topics });
  expect(appeals.map(({ topic }) => topic)).toEqual(["housing-other", "roads-other", "roads", "roads-yamy"]);
  expect(said()).toMatchInlineSnapshot(`
    "WARNING TOPIC_UNLISTED · once
      A topic is not in the vocabulary.
      Add its name or spelling to vocabulary/topics.csv of the data folder.
        2026-10-31/a.csv:5 field topic

    WARNING AGENCY_MISSING · 4 times
      No agency is named in the row.
      The appeal is counted for the region, and among those without an agency on the page of agencies. If the agency is known, fill it in at the source and export again.
        2026-10-31/a.csv:2 field agency
        2026-10-31/a.csv:3 field agency
        2026-10-31/a.csv:4 field agency
        2026-10-31/a.csv:5 field agency"
  `);
  expect(report.vocabulary.topics.at(-1)).toEqual({
    code: "roads-yamy",
    parent: "roads",
    name: "Ямы",
    sensitive: true,
    aliases: [],
  });
});

test("identical rows of a source without numbers stay distinct, and reading them again gives the same ids", async () => {
  const noId = sourceOf("feed", { columns: { received: "Поступило", topic: "Тема" } });
  const content = "Поступило,Тема\n2026-10-01,Ямы\n2026-10-01,Ямы\n2026-10-02,Ямы\n";
  const once = await intake({ "2026-10-31/a.csv": content }, [noId]);
  const again = await intake({ "2026-10-31/a.csv": content, "2026-11-30/a.csv": content }, [noId]);
  expect(new Set(once.appeals.map(({ id }) => id)).size).toBe(3);
  expect(new Set(again.appeals.map(({ id }) => id))).toEqual(new Set(once.appeals.map(({ id }) => id)));
});

test("one column may feed the first reply and the closing; an open status wins over a closing date", async () => {
  const register = sourceOf("register", {
    columns: { id: "№ РК", received: "Дата рег.", firstReply: "Факт (РК)", closed: "Факт (РК)", outcome: "Статус" },
  });
  const content =
    "№ РК,Дата рег.,Факт (РК),Статус\n1,01.10.2026,05.10.2026,Разъяснено\n2,01.10.2026,05.10.2026,На рассмотрении\n";
  const { appeals, said, report } = await intake({ "2026-10-31/a.csv": content }, [register], {
    outcomes: [
      { word: "Разъяснено", outcome: "explained" },
      { word: "На рассмотрении", outcome: "open" },
    ],
  });
  expect(appeals[0]).toMatchObject({ firstReply: { day: 20731 }, closed: { day: 20731 }, outcome: "explained" });
  expect(appeals[1]).toMatchObject({ closed: null, outcome: "open" });
  expect(said()).toMatchInlineSnapshot(`
    "WARNING OPEN_WITH_CLOSING · once
      An appeal is called open and has a date of closing.
      It counts as open. Check what this column of dates means: it may be a plan.
        2026-10-31/a.csv:3 field closed"
  `);
  expect(report.recorded).toEqual({ register: ["id", "received", "firstReply", "closed", "outcome"] });
});

test("marks of withdrawal are read, and what is unclear counts as withdrawn", async () => {
  const source = sourceOf("marks", { columns: { id: "id", received: "date", withdrawn: "off" } });
  const marks = ["да", "yes", "TRUE", "1", "отозвано", "нет", "0", "", "12.10.2026"];
  const content = ["id,date,off", ...marks.map((mark, index) => `${index},2026-10-01,${mark}`)].join("\n");
  const { appeals, said } = await intake({ "2026-10-31/a.csv": content }, [source]);
  expect(appeals.map(({ withdrawn }) => withdrawn)).toEqual([true, true, true, true, true, false, false, false, true]);
  expect(said()).toMatchInlineSnapshot(`
    "WARNING WITHDRAWN_UNREADABLE · once
      The column of withdrawals says neither yes nor no.
      Such an appeal counts as withdrawn and is not published. Write yes or no.
        2026-10-31/a.csv:10 field withdrawn"
  `);
});

test("ratings are marks from 1 to 5 in any spelling", async () => {
  const source = sourceOf("marks", { columns: { id: "id", received: "date", rating: "mark" } });
  const content = [
    "id;date;mark",
    "1;2026-10-01;5",
    "2;2026-10-01;4,0",
    "3;2026-10-01;-",
    "4;2026-10-01;0",
    "5;2026-10-01;10",
  ].join("\n");
  const { appeals, said } = await intake({ "2026-10-31/a.csv": content }, [source]);
  expect(appeals.map(({ rating }) => rating)).toEqual([5, 4, null, null, null]);
  expect(said()).toMatchInlineSnapshot(`
    "WARNING RATING_UNREADABLE · 2 times
      A rating is no figure from 1 to 5.
      It is not counted. List such words under missing in the source description, or correct the column.
        2026-10-31/a.csv:5 field rating
        2026-10-31/a.csv:6 field rating"
  `);
});

test("progress counts every byte of every file", async () => {
  const exportsDir = await exportsFolder({ "2026-09-30/a.csv": csv, "2026-10-31/b.csv.gz": gzipSync(csv) });
  const told: { file: string; bytes: number; totalBytes: number }[] = [];
  await readExports(
    { exportsDir, portal, sources: [letters], vocabulary: emptyVocabulary, onProgress: (done) => told.push(done) },
    () => undefined,
  );
  expect(told.at(-1)).toMatchObject({ file: "2026-10-31/b.csv.gz", bytes: told[0]!.totalBytes });
});

test("a column that not every file has is told to be optional, and its absence is no fault then", async () => {
  const source = sourceOf("feed", { optional: ["rating"], columns: { id: "id", received: "date", rating: "mark" } });
  const { appeals, told, report } = await intake(
    { "2026-10-31/a.csv": "id,date\n1207.0,2026-10-01\n", "2026-10-31/b.csv": "id,date,mark\n0008,2026-10-01,5\n" },
    [source],
  );
  expect(appeals.map(({ id, rating }) => [id, rating])).toEqual([
    ["1207", null],
    ["0008", 5],
  ]);
  expect(told).toEqual([]);
  expect(report.recorded).toEqual({ feed: ["id", "received", "rating"] });
});

test("a topic met with and without its group belongs to the group", async () => {
  const source = sourceOf("feed", { columns: { id: "id", received: "date", topicGroup: "group", topic: "topic" } });
  const { report } = await intake(
    { "2026-10-31/a.csv": "id,date,group,topic\n1,2026-10-01,,Ямы\n2,2026-10-01,Дороги,Ямы\n3,2026-10-01,,Прочее\n" },
    [source],
  );
  expect(report.vocabulary.topics.map(({ code, parent }) => [code, parent])).toEqual([
    ["dorogi", null],
    ["dorogi-yamy", "dorogi"],
    ["prochee", null],
  ]);
  expect(report.regroupedTopics).toEqual(new Map([["yamy", "dorogi-yamy"]]));
  const twice = await intake(
    { "2026-10-31/a.csv": "id,date,group,topic\n1,2026-10-01,,Ямы\n2,2026-10-01,Дороги,Ямы\n3,2026-10-01,Дворы,Ямы\n" },
    [source],
  );
  expect(twice.report.regroupedTopics.size).toBe(0);
});
