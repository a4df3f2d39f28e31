import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { createVoice } from "../../src/words/language.ts";
import { daysTold, type Row, tableOf } from "./byHand.ts";
import { type Stated, statedNumbers } from "./kitByHand.ts";

/** What the press office takes away of the demonstration, counted again from the tables that anybody can download. */

let appeals: Row[];
let cells: Row[];
let agencies: Row[];
let vocabulary: Facts["vocabulary"];
let byMonth: Map<string, Row[]>;
let folderOf: (path: string) => string;
beforeAll(async () => {
  const site = inject("demoSite");
  folderOf = (path) => join(site, path);
  [appeals, cells, agencies] = await Promise.all([
    tableOf(site, "appeals.csv"),
    tableOf(site, "reviews.csv"),
    tableOf(site, "agencies.csv"),
  ]);
  byMonth = Map.groupBy(appeals, (row) => row["received"]!.slice(0, 7));
  ({ vocabulary } = JSON.parse(await readFile(folderOf("data/facts.json"), "utf8")) as Facts);
});

const day = (moment: string): string => moment.slice(0, 10);

/** A topic and the topics above it, nearest first. */
function lineOf(topic: string): string[] {
  const entry = vocabulary.topics.find(({ code }) => code === topic);
  return entry === undefined ? [topic] : [topic, ...(entry.parent === null ? [] : lineOf(entry.parent))];
}

/** Whether an appeal had been closed: by the day of a column of the past, or at all. */
const isClosed = (row: Row, cell: Row, isNow: boolean): boolean =>
  row["outcome"] !== "unowed" &&
  (isNow ? row["outcome"] !== "open" : row["closed"] !== "" && day(row["closed"]!) <= cell["as_of"]!);

/** The code by which a section of a form names the topic of an appeal most closely. */
const sections = new Map<string, (row: Row) => string | undefined>();
function nearestIn({ form, section }: Row): (row: Row) => string | undefined {
  const key = `${form}|${section}`;
  const known = sections.get(key);
  if (known !== undefined) return known;
  const named = new Set(
    cells
      .filter((cell) => cell["form"] === form && cell["section"] === section)
      .flatMap((cell) => /^topics: (?!rest$)(.*)$/u.exec(cell["counted"]!)?.[1]!.split(" ") ?? []),
  );
  const topics = new Map<string, string | undefined>();
  const nearest = (row: Row): string | undefined => {
    const topic = row["topic"]!;
    if (!topics.has(topic))
      topics.set(
        topic,
        lineOf(topic).find((code) => named.has(code)),
      );
    return topics.get(topic);
  };
  sections.set(key, nearest);
  return nearest;
}

function countAgain(cell: Row): number {
  const isNow = cell["column"] === "period" || cell["column"] === "since";
  const [kind, list = ""] = cell["counted"]!.split(": ");
  const codes = list.split(" ");
  const nearest = nearestIn(cell);
  const norm = (row: Row): number => Number(row["closing_norm_days"]);
  const waited = (row: Row): number =>
    (Date.parse(cell["as_of"]!) - Date.parse(row["received"]!.slice(0, 10))) / 86_400_000 -
    (row["dates_to_week"] === "yes" ? 6 : 0);
  const tests: Record<string, (row: Row) => boolean> = {
    received: () => true,
    closed: (row) => isClosed(row, cell, isNow),
    open: (row) => row["outcome"] !== "unowed" && !isClosed(row, cell, isNow),
    unowed: (row) => row["outcome"] === "unowed",
    closedInTime: (row) => isClosed(row, cell, isNow) && row["closing_deadline"] === "within",
    closedLate: (row) => isClosed(row, cell, isNow) && row["closing_deadline"] === "over",
    openLate: (row) =>
      isNow
        ? row["closing_deadline"] === "overdue"
        : row["outcome"] !== "unowed" &&
          !isClosed(row, cell, isNow) &&
          row["closing_norm_days"] !== "" &&
          waited(row) > norm(row),
    channels: (row) => codes.includes(row["channel"]!),
    outcomes: (row) => isClosed(row, cell, isNow) && codes.includes(row["outcome"]!),
    topics: (row) => (list === "rest" ? nearest(row) === undefined : codes.includes(nearest(row)!)),
  };
  return [...byMonth].reduce(
    (sum, [month, rows]) =>
      month >= cell["from"]!.slice(0, 7) && month <= cell["to"]!.slice(0, 7)
        ? sum + rows.filter(tests[kind!]!).length
        : sum,
    0,
  );
}

const reckoned = {
  change: ["period", "yearBefore"],
  percent: ["period", "before"],
  sinceChange: ["since", "sinceYearBefore"],
} as const;

test("every number of every review is what anybody counts in appeals.csv", () => {
  const known = new Map(
    cells.map((cell) => [["period", "form", "section", "line", "column"].map((name) => cell[name]).join("|"), cell]),
  );
  const checked = { counts: 0, reckoned: 0, compared: 0 };
  for (const cell of cells) {
    if (cell["value"] === "") {
      expect(cell["reason"], JSON.stringify(cell)).not.toBe("");
      continue;
    }
    const column = cell["column"]! as keyof typeof reckoned;
    if (column in reckoned) {
      const [now, then] = reckoned[column].map((name) =>
        known.get([cell["period"], cell["form"], cell["section"], cell["line"], name].join("|")),
      );
      if (now === undefined || then === undefined) continue;
      const [one, other] = [Number(now["value"]), Number(then["value"])];
      expect(Number(cell["value"])).toBe(column === "percent" ? Math.round((one / other) * 1000) / 10 : one - other);
      checked.reckoned += 1;
      continue;
    }
    expect(countAgain(cell), JSON.stringify(cell)).toBe(Number(cell["value"]));
    checked.counts += 1;
    if (column !== ("period" as string) && column !== ("since" as string)) checked.compared += 1;
  }
  expect(Math.min(checked.counts, checked.reckoned, checked.compared)).toBeGreaterThan(50);
});

const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, "")
    .replace(/&[a-z]+;|&#\d+;/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** Pages leave out a column in which no cell is covered by the exports. */
function isLeftOut(period: string, form: string, column: string): boolean {
  const own = cells.filter(
    (cell) =>
      cell["period"] === period &&
      cell["form"] === form &&
      cell["column"] === column &&
      !["not-exported", "no-topic"].includes(cell["reason"]!),
  );
  return own.length > 0 && own.every((cell) => cell["reason"] === "not-covered");
}

test.each(["2026-q3", "2026-09"])("the page of %s says what the table says", async (period) => {
  const page = await readFile(folderOf(`reports/${period}/index.html`), "utf8");
  const all = [...page.matchAll(/<table[\s\S]*?<\/table>/gu)].map(([table]) => table);
  const [tables = [], checksums = []] = [false, true].map((isOfFiles) =>
    all.filter((one) => one.includes("SHA-256") === isOfFiles),
  );
  const forms = [...new Set(cells.filter((cell) => cell["period"] === period).map((cell) => cell["form"]!))];
  expect(tables).toHaveLength(forms.length);
  forms.forEach((form, at) => {
    const numbers = [...tables[at]!.matchAll(/<td class="([^"]*)"[^>]*>([\s\S]*?)<\/td>/gu)].map(([, look, cell]) =>
      look!.includes("none")
        ? null
        : Number(
            plainText(cell!)
              .replace(/[\s+%]/gu, "")
              .replace("−", "-")
              .replace(",", "."),
          ),
    );
    const told = cells.filter(
      (cell) => cell["period"] === period && cell["form"] === form && !isLeftOut(cell["period"], form, cell["column"]!),
    );
    expect(numbers, form).toEqual(told.map(({ value }) => (value === "" ? null : Number(value))));
  });
  // Beside them what each file measures, as it lies there.
  expect(checksums).toHaveLength(forms.length);
  for (const [at, form] of forms.entries())
    for (const ending of ["docx", "xlsx"]) {
      const file = await readFile(folderOf(`reports/${period}/${form}.${ending}`));
      expect(checksums[at]).toContain(createHash("sha256").update(file).digest("hex"));
      expect(plainText(checksums[at]!).replace(/\s/gu, "")).toContain(String(file.length));
    }
});

test("what stays of an edition holds every kit, the note and the reviews, no single appeal, and less than a megabyte", async () => {
  const archive = await readFile(folderOf("data/editions/2026-10-31/press.zip"));
  const files = unzipSync(archive);
  const text = (name: string): string => strFromU8(files[name]!);
  const codes = ["region", ...new Set(agencies.map(({ code }) => code!))];
  for (const code of codes)
    for (const name of ["text.ru.txt", "text.en.txt", "figures.csv", "months.csv"])
      expect(Object.keys(files)).toContain(`kits/${code}/${name}`);
  expect(Object.keys(files).filter((name) => name.endsWith("text.ru.txt"))).toHaveLength(codes.length);
  expect(
    text("week/bulletin.ru.txt")
      .replace(/^\uFEFF/u, "")
      .replaceAll("\r\n", "\n"),
  ).toBe((await readFile(folderOf("week/bulletin.txt"), "utf8")).trimEnd());
  expect(text("shifts.csv")).toBe(await readFile(folderOf("data/shifts.csv"), "utf8"));
  expect(text("reviews/reviews.csv")).toBe(await readFile(folderOf("data/reviews.csv"), "utf8"));
  expect(Object.keys(files).filter((name) => name.endsWith(".docx")).length).toBeGreaterThan(2);
  for (const [name, content] of Object.entries(files))
    if (!name.endsWith(".docx")) expect(strFromU8(content), name).not.toContain("/appeals/");
  expect(archive.length).toBeLessThan(1_000_000);
});

test.each(["ru", "en"] as const)(
  "every count in every kit is what anybody counts in the tables, in %s",
  async (language) => {
    const [region, changes] = await Promise.all(
      ["region.csv", "editions/2026-10-31/changes.csv"].map((name) => tableOf(folderOf(""), name)),
    );
    const { translations } = JSON.parse(await readFile(folderOf("data/facts.json"), "utf8")) as Facts;
    const nameOf = ({ code, name }: { code: string; name: string }): string =>
      language === "ru" ? name : (translations?.en?.topics?.[code] ?? name);
    const names = new Map(vocabulary.topics.map((topic) => [topic.code, nameOf(topic)]));
    const stated: Stated[] = [];
    for (const figures of [...region!, ...agencies].filter(
      (row) => row["period"] === "year" && row["channel"] === "all",
    )) {
      const isRegion = region!.includes(figures);
      const code = figures["code"]!;
      const isOwn = (row: Row): boolean => isRegion || row["agency"] === code;
      const kit = unzipSync(await readFile(folderOf(`press/${isRegion ? "" : `${code}/`}kit.zip`)));
      stated.push(
        ...statedNumbers(strFromU8(kit[`text.${language}.txt`]!), language, {
          appeals: appeals.filter(isOwn),
          changes: changes!.filter(isOwn),
          figures,
          topics: [...names.values()],
          topicsOf: (row) => new Set(lineOf(row["topic"]!).map((topic) => names.get(topic) ?? topic)),
          countsWithdrawn: isRegion,
        }).map((one) => ({ ...one, what: `${code} ${one.what}` })),
      );
    }
    expect(stated.filter((one) => one.stated !== one.counted)).toEqual([]);
    expect(stated.length).toBeGreaterThan(600);
  },
);

test("articles that rest on the portal stand on their page and beside whom they concern, the newest first", async () => {
  const uses = Papa.parse<Row>(await readFile(join(import.meta.dirname, "../../data/uses.csv"), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data.sort((one, other) => (one["date"]! < other["date"]! ? 1 : -1));
  expect(uses.length).toBeGreaterThan(1);
  const page = await readFile(folderOf("uses/index.html"), "utf8");
  const places = uses.map(({ title, link }) => [page.indexOf(title!), page.indexOf(link!)]);
  expect(places.flat().every((at) => at > 0)).toBe(true);
  expect(places.map(([at]) => at)).toEqual(places.map(([at]) => at!).sort((one, other) => one - other));
  for (const { title, agencies, topics } of uses)
    for (const [folder, codes] of Object.entries({ agencies, topics }))
      for (const code of codes!.split(" ").filter(Boolean))
        expect(await readFile(folderOf(`${folder}/${code}/index.html`), "utf8"), code).toContain(title);
});

test("every page says when the next edition comes, and every older edition that it is not the latest", async () => {
  const { edition } = JSON.parse(await readFile(folderOf("data/facts.json"), "utf8")) as Facts;
  const read = async (path: string): Promise<string> => plainText(await readFile(folderOf(path), "utf8"));
  for (const page of ["index.html", "week/index.html", "editions/index.html", "press/index.html"])
    expect(await read(page), page).toContain("Следующий выпуск, с новыми данными, — 30 ноября 2026 года.");
  const older = (await readdir(folderOf("editions"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}$/u.test(entry.name))
    .map(({ name }) => name);
  expect(older.length).toBeGreaterThan(1);
  for (const date of older)
    expect((await read(`editions/${date}/index.html`)).includes("Это не последний выпуск."), date).toBe(
      date !== edition.date,
    );
});

/** LibreOffice, where this machine has it. */
const office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find(existsSync);
if (office === undefined)
  process.stderr.write("LibreOffice is not installed here: nobody opens the documents as an office would.\n");

test.skipIf(office === undefined)(
  "LibreOffice opens documents and workbooks of every form, and reads the numbers of the page",
  async () => {
    const out = await mkdtemp(join(tmpdir(), "otklik-office-"));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const forms = [...new Set(cells.filter(({ period }) => period === "2026-q3").map(({ form }) => form!))];
    expect(forms).toHaveLength(3);
    const convert = (to: string, ending: string) =>
      promisify(execFile)(office!, [
        `-env:UserInstallation=file://${out}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        out,
        ...forms.map((form) => folderOf(`reports/2026-q3/${form}.${ending}`)),
      ]);
    await convert("txt:Text (encoded):UTF8", "docx");
    await convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", "xlsx");
    const files = (await readdir(out)).filter((name) => /\.(?:txt|csv)$/u.test(name));
    expect(files).toHaveLength(2 * forms.length);
    const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]/gu, "");
    for (const name of files) {
      const text = await readFile(join(out, name), "utf8");
      // A sheet row by row; of a document's table the text holds a line for each cell, the title of a row before its numbers.
      const lines = text.split("\n").map(bare);
      const rows = name.endsWith(".csv")
        ? Papa.parse<string[]>(text).data.map((row) => row.map(bare))
        : lines.map((_, at) => lines.slice(at, at + 9));
      const told = cells.filter(
        (cell) =>
          cell["period"] === "2026-q3" &&
          name.startsWith(cell["form"]!) &&
          cell["value"] !== "" &&
          cell["column"] !== "percent",
      );
      expect(told.length, name).toBeGreaterThan(10);
      for (const { line, value } of told)
        expect(
          rows.some(([title, ...numbers]) => title === bare(line!) && numbers.includes(value!)),
          `${name}: ${line} ${value}`,
        ).toBe(true);
    }
  },
);

describe("the press kit", () => {
  const kitOf = async (address: string, name: string): Promise<string> =>
    strFromU8(unzipSync(await readFile(folderOf(`${address}/kit.zip`)))[name]!).replaceAll("\u00a0", " ");
  const inYear = (row: Row, line: Row): boolean =>
    row["agency"] === line["code"] && day(row["received"]!) >= line["from"]! && day(row["received"]!) <= line["to"]!;

  test("of every agency says what anybody counts in the tables", async () => {
    const voice = createVoice("ru");
    let checked = 0;
    for (const line of agencies.filter(({ period, channel }) => period === "year" && channel === "all")) {
      if (Number(line["received"]) < 5) continue;
      const text = await kitOf(`press/${line["code"]}`, "text.ru.txt");
      const rows = appeals.filter((row) => inYear(row, line));
      expect(text).toContain(`поступило ${voice.counted(rows.length, "appeal").replaceAll("\u00a0", " ")}`);
      const open = rows.filter((row) => row["outcome"] === "open").length;
      if (line["open"] !== "")
        expect(text).toMatch(
          open === 0
            ? /открытых нет[;.]/u
            : new RegExp(`не закрыто ${voice.integer(open).replaceAll("\u00a0", " ")}[;.]`, "u"),
        );
      const channels = [...Map.groupBy(rows, (row) => row["channel"]!).values()].map((of) => of.length);
      if (channels.length > 1) {
        const told = /По путям: (.*)\./u.exec(text)![1]!;
        expect(
          [...told.matchAll(/ — ([\d ]+)/gu)].map(([, n]) => Number(n!.replaceAll(" ", ""))).sort((a, b) => a - b),
        ).toEqual(channels.sort((a, b) => a - b));
      }
      const topics = [...text.matchAll(/«([^»]+)» — ([\d ]+) обращени\p{L}+ \(([^)]+)\)/gu)];
      // Of few appeals no shares are told, and of topics with as many appeals none is chosen.
      if (Number(line["received"]) >= 30 && !/заметно чаще других|на одну тему/u.test(text))
        expect(topics.length, line["code"]).toBeGreaterThan(0);
      for (const [, name, n, share] of topics) {
        const count = rows.filter((row) => row["topic_name"] === name).length;
        expect(Number(n!.replaceAll(" ", "")), name).toBe(count);
        expect(share!.trim()).toBe(voice.percent(count / rows.length).replaceAll("\u00a0", " "));
      }
      const longest = appeals
        .filter(
          (row) =>
            row["agency"] === line["code"] &&
            row["closing_state"] === "waiting" &&
            row["dates_to_week"] === "no" &&
            row["withheld"] === "" &&
            !(row["closing_norm_days"] !== "" && Number(row["followed_days"]) <= Number(row["closing_norm_days"])),
        )
        .sort((a, b) => Math.floor(daysTold(b)) - Math.floor(daysTold(a)) || (a["id"]! < b["id"]! ? -1 : 1))
        .slice(0, 5);
      const cases = [
        ...text.matchAll(
          /\): поступило [^\n]*? года, [^\d\n]*?([\d ]+) д\p{L}+(?: без первого ответа)?\..*\/appeals\/([a-z0-9]+)\//gu,
        ),
      ];
      expect(cases.map(([, days, id]) => [Number(days!.replaceAll(" ", "")), id])).toEqual(
        longest.map((row) => [Math.floor(daysTold(row)), row["id"]]),
      );
      checked += 1;
    }
    expect(checked).toBeGreaterThan(30);
  });

  test("says in each of its texts, pictures and tables that a demonstration is one", async () => {
    for (const name of ["text.ru.txt", "readme.ru.txt", "chart.ru.svg"])
      expect(await kitOf("press", name)).toContain("Демонстрационные данные");
    for (const name of ["text.en.txt", "readme.en.txt", "chart.en.svg"])
      expect(await kitOf("press", name)).toContain("Demonstration data");
  });
});
