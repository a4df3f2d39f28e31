import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { deadlineStateOf } from "../../src/appeals/deadlineState.ts";
import { readAllAppeals, readFacts } from "../../src/edition/readEdition.ts";
import { replyFollowedDays } from "../../src/model/events/eventStates.ts";
import { daysFollowed } from "../../src/model/followed.ts";
import { parseMoment } from "../../src/model/moment.ts";
import { findSubject, subjectsOf } from "../../src/model/subjectsOfFacts.ts";
import { type Preview, servePreview } from "../../src/publish/preview.ts";
import { apiExamples, lateByAgency, type ApiExample } from "../../src/site/apiExamples.ts";
import { createTelling } from "../../src/words/telling.ts";
import { tableOf } from "./byHand.ts";

/** The examples of the page for programs, run as they stand there against the demonstration portal, and other strangers' tools. */

const run = promisify(execFile);
const site = inject("demoSite");
const facts = readFacts(inject("demoEdition"));
const code = (tool: ApiExample["tool"]): string =>
  apiExamples(createTelling(facts)).find((one) => one.tool === tool)!.code;
let preview: Preview;
beforeAll(async () => {
  preview = await servePreview({ folder: site, base: "/", port: 0 });
});
afterAll(() => preview.close());
const served = (text: string): string => text.replaceAll("https://otklik.example/", preview.address);

/** Whether a program answers at all. */
const answers = (program: string, ...options: string[]): Promise<boolean> =>
  run(program, options).then(
    () => true,
    () => false,
  );
const hasJq = (await answers("curl", "--version")) && (await answers("jq", "--version"));
const pythons = ["python3", "/usr/bin/python3"];
const pandas = (await Promise.all(pythons.map((python) => answers(python, "-c", "import pandas")))).indexOf(true);
const hasR = await answers("Rscript", "--version");
const office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

const receivedOf = (agency: string): number => {
  const { received } = findSubject(facts, "agency", agency)!.periods.year.measures;
  return received.state === "exact" ? received.value : Number.NaN;
};

test("every example stands on the page, with the portal's own address", () => {
  const page = readFileSync(join(site, "data", "api", "index.html"), "utf8")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
  for (const { code: text } of apiExamples(createTelling(facts)))
    for (const line of text.split("\n"))
      expect(page.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&")).toContain(line);
});

test.skipIf(!hasJq)("curl (skipped where curl or jq is not installed)", async () => {
  const { stdout } = await run("sh", ["-c", served(code("curl"))]);
  const agency = /agencies\/([\w-]+)\.json/.exec(code("curl"))![1]!;
  expect(Number(stdout)).toBe(receivedOf(agency));
});

/** An example of which the engine reads what the server gave for each address: it may load nothing from the net itself. */
async function fetchedFiles(text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "otklik-served-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let read = text;
  for (const [address] of text.matchAll(/https:\/\/otklik\.example\/[^']+/gu)) {
    const part = await fetch(served(address), { headers: { Range: "bytes=0-9" } });
    // Engines ask for parts of a file.
    expect([part.status, (await part.text()).length]).toEqual([206, 10]);
    const whole = await fetch(served(address));
    expect(whole.status).toBe(200);
    const file = join(folder, basename(address));
    writeFileSync(file, Buffer.from(await whole.arrayBuffer()));
    read = read.replaceAll(address, file);
  }
  expect(read).not.toBe(text);
  return read;
}

describe("DuckDB", () => {
  test("counts the late appeals of every agency, in the file as the portal serves it", async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(await fetchedFiles(code("duckdb")));
    // The recipe of the codebook, row by row.
    const isLate = (row: Record<string, string>): boolean =>
      ["first_reply_deadline", "closing_deadline"].some((column) => ["over", "overdue"].includes(row[column]!)) ||
      (row["first_reply_deadline"] === "never" &&
        Number(row["first_reply_followed_days"]) > Number(row["first_reply_norm_days"] || Infinity));
    const late = Map.groupBy((await tableOf(site, "appeals.csv")).filter(isLate), (row) => row["agency_name"]);
    expect(reader.getRows().map(([name, count]) => [name, Number(count)])).toEqual(
      [...late]
        .map(([name, rows]) => [name === "" ? null : name, rows.length])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    // Who had no first reply in time, by the recipe, is whom the pages count so; of sensitive appeals only weeks are told.
    const { from, to } = facts.periods.year;
    const inYear = (await tableOf(site, "appeals.csv")).filter(
      ({ received }) => received!.slice(0, 10) >= from && received!.slice(0, 10) <= to,
    );
    const toWeek = new Set(inYear.filter((row) => row["dates_to_week"] === "yes").map((row) => row["agency"]));
    const exact = subjectsOf(facts, "agency").flatMap(({ code: agency, periods }) => {
      const { answeredInNorm } = periods.year.measures;
      return answeredInNorm.state === "exact" && !toWeek.has(agency) ? [{ agency, ...answeredInNorm }] : [];
    });
    expect(exact.length).toBeGreaterThan(20);
    expect(
      exact.map(
        ({ agency }) =>
          inYear.filter((row) => row["agency"] === agency && isLate({ ...row, closing_deadline: "" })).length,
      ),
    ).toEqual(exact.map(({ whole, part }) => whole - part));
    const parquet = await connection.runAndReadAll(
      `SELECT agency, count(*)::INTEGER FROM read_parquet('${site}/data/parquet/appeals/*/*.parquet') WHERE received >= '${facts.periods.year.from}' AND received[:10] <= '${facts.periods.year.to}' AND agency IS NOT NULL GROUP BY ALL`,
    );
    const counted = parquet.getRows().filter(([agency]) => !Number.isNaN(receivedOf(String(agency))));
    expect(counted.length).toBeGreaterThan(20);
    expect(counted).toEqual(counted.map(([agency]) => [agency, receivedOf(String(agency))]));
    // "How many heating appeals of Белоструйск were overdue in January, by agency": one file and the codebook.
    const question = { place: "belostruysk", topic: "heating", month: "2026-01" };
    const asked = await connection.runAndReadAll(lateByAgency(`${site}/`, question));
    const byHand = new Map<string, number>();
    for (const { place, topic, received, agency, ...appeal } of readAllAppeals(inject("demoEdition")))
      if (place === question.place && topic === question.topic && received.startsWith(question.month)) {
        const whole = { place, topic, received, agency, ...appeal };
        const states = (["first-reply", "closing"] as const).map((event) =>
          deadlineStateOf(whole, event, facts.edition.date),
        );
        const { firstReplyState, firstReplyNorm, followedUntil, outcome, closingDays } = whole;
        const days = daysFollowed(parseMoment(received), parseMoment(followedUntil ?? facts.edition.date));
        const isLeftLate =
          states[0] === "never" &&
          replyFollowedDays(days, firstReplyState, outcome, closingDays) > (firstReplyNorm ?? Infinity);
        const name = facts.vocabulary.agencies.find(({ code }) => code === agency)?.name ?? "";
        if (isLeftLate || states.includes("over") || states.includes("overdue"))
          byHand.set(name, (byHand.get(name) ?? 0) + 1);
      }
    expect(byHand.size).toBeGreaterThan(1);
    expect(asked.getRows().map(([name, late]) => [name, Number(late)])).toEqual([...byHand].sort());
    const example = await connection.runAndReadAll(await fetchedFiles(code("question")));
    expect(example.getRows().length).toBeGreaterThan(0);
    connection.closeSync();
    instance.closeSync();
  });
});

test.skipIf(pandas < 0)("pandas (skipped where it is not installed)", async () => {
  const { stdout } = await run(pythons[pandas]!, ["-c", served(code("pandas"))]);
  const { data } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(subjectsOf(facts, "agency").length);
  for (const row of data) {
    const { answeredInNorm } = findSubject(facts, "agency", row["code"]!)!.periods.year.measures;
    expect(Number(row["answered_in_norm"])).toBe(
      answeredInNorm.state === "exact" ? Math.round(answeredInNorm.value * 1e4) / 1e4 : 0,
    );
  }
});

test.skipIf(!hasR)("R (skipped where it is not installed)", async () => {
  const { stdout } = await run("Rscript", ["-e", served(code("r"))]);
  const agency = /code == "([\w-]+)"/.exec(code("r"))![1]!;
  const { months } = findSubject(facts, "agency", agency)!;
  const printed = [...stdout.matchAll(/(\d{4}-\d\d)\s+(\d+)\s/gu)].map(([, month, received]) => [
    month,
    Number(received),
  ]);
  expect(printed).toEqual(
    months.map(({ month, received }) => [month, received.state === "exact" ? received.value : Number.NaN]),
  );
});

test.skipIf(office === undefined)(
  "LibreOffice reads the workbook and the CSV for Excel, with the page's numbers (skipped where it is not installed)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "otklik-office-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const read = async (file: string, ...options: string[]): Promise<string[][]> => {
      const written = join(folder, file.replace(/\.\w+$/u, ".csv"));
      await run(office!, [
        `-env:UserInstallation=file://${folder}/profile`,
        ...["--headless", ...options, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder],
        join(site, "data", file),
      ]);
      return Papa.parse<string[]>(readFileSync(written, "utf8"), { skipEmptyLines: true }).data;
    };
    const sheets = [await read("agencies.xlsx"), await read("agencies-excel.csv", "--infilter=CSV:59,34,76")];
    for (const [head = [], ...rows] of sheets) {
      const at = (title: string): number => head.indexOf(title);
      expect(at("Поступило")).toBeGreaterThan(0);
      const told = rows.filter((row) => row[at("Период")]!.includes("двенадцать") && row[at("Путь")]!.includes("все"));
      expect(told).toHaveLength(subjectsOf(facts, "agency").length);
      for (const row of told)
        if (!Number.isNaN(receivedOf(row[at("Код")]!)))
          expect(Number(row[at("Поступило")]!.replace(/\D/gu, ""))).toBe(receivedOf(row[at("Код")]!));
    }
  },
);
