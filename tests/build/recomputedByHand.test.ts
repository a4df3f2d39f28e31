import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { openBuilt } from "../../src/search/read/openBuilt.ts";
import { noFilters, type Filters } from "../../src/search/read/filters.ts";
import type { SearchAnswer } from "../../src/search/read/searchAnswer.ts";
import {
  deadlineByHand,
  inNormByHand,
  isByWeek,
  medianByHand,
  overdueByHand,
  slackOf,
  tableOf,
  type Row,
} from "./byHand.ts";
import { numbersByHand, numbersIn } from "./weekByHand.ts";

/** The steps that the method page describes, followed on the published tables, and what every surface says of the same appeals. */

let all: Row[];
let appeals: Map<string, Row[]>;
let agencies: Row[];
let kinds: Map<string, string>;
const sheetOf = (agency: string | undefined, channel: string | undefined): string => `${agency} ${channel}`;
const pageOf = async (...path: string[]): Promise<string> =>
  (await readFile(join(inject("demoSite"), ...path), "utf8")).replaceAll("\u00a0", " ");
beforeAll(async () => {
  all = await tableOf(inject("demoSite"), "appeals.csv");
  appeals = Map.groupBy(all, (row) => sheetOf(row["agency"], row["channel"]));
  agencies = await tableOf(inject("demoSite"), "agencies.csv");
  const { vocabulary } = JSON.parse(await readFile(join(inject("demoSite"), "data", "facts.json"), "utf8")) as {
    vocabulary: { agencies: { code: string; kind: string }[] };
  };
  kinds = new Map(vocabulary.agencies.map(({ code, kind }) => [code, kind]));
});

/** The rows of an agency that stand behind one line of agencies.csv. */
const rowsBehind = (line: Row): Row[] =>
  (appeals.get(sheetOf(line["code"], line["channel"])) ?? []).filter(
    (row) => row["received"]!.slice(0, 10) >= line["from"]! && row["received"]!.slice(0, 10) <= line["to"]!,
  );
const allOf = (code: string): Row[] => all.filter((row) => row["agency"] === code);

/** Three of each kind that the register of agencies tells apart, and all whose appeals are dated to the week. */
function chosen(): string[] {
  const listed = [...kinds].filter(([code]) =>
    agencies.some((line) => line["code"] === code && line["channel"] === "all"),
  );
  const ofKinds = [...Map.groupBy(listed, ([, kind]) => kind).values()].flatMap((ofKind) =>
    ofKind.slice(0, 3).map(([code]) => code),
  );
  return [...new Set([...ofKinds, ...all.filter(isByWeek).map((row) => row["agency"]!)])];
}

describe.each([
  ["first_reply", "answered_in_norm"],
  ["closing", "closed_in_norm"],
] as const)("an agency's figures of its %s, computed by hand from appeals.csv", (event, inNorm) => {
  test("are those published in agencies.csv, to the last digit, for every agency, of days and of weeks", () => {
    const checked = { days: 0, weeks: 0 };
    for (const line of agencies) {
      const rows = rowsBehind(line);
      if (line["channel"] === "all" || rows.length < 5) continue;
      const named = `${line["code"]} ${line["channel"]} ${line["period"]}`;
      expect(rows.length, named).toBe(Number(line["received"]));
      const published = line[`${event}_median_days`]!;
      const median = medianByHand(rows, event);
      if (published.startsWith(">")) expect(median, named).toBeNull();
      else if (published !== "") expect(Math.round(median! * 1e4) / 1e4, named).toBe(Number(published));
      const { part, whole } = inNormByHand(rows, event);
      if (line[`${inNorm}_of`] !== "")
        expect([Math.round((part / whole) * 1e4) / 1e4, whole], named).toEqual([
          Number(line[inNorm]),
          Number(line[`${inNorm}_of`]),
        ]);
      checked[rows.some(isByWeek) ? "weeks" : "days"] += published === "" ? 0 : 1;
    }
    expect(checked.days).toBeGreaterThan(50);
    expect(checked.weeks).toBeGreaterThan(5);
  });
});

test("the method page tells of its example what comes out by hand", async () => {
  const page = (await pageOf("method", "index.html")).split('id="recompute"')[1]!.split("</section>")[0]!;
  const words = page.replace(/<[^>]+>/g, " ");
  const [, agency, channel, from, to] = /agency — ([\w-]+), channel — (\w+), а received — с ([\d-]+) по ([\d-]+)/.exec(
    words,
  )!;
  const rows = rowsBehind({ code: agency!, channel: channel!, from: from!, to: to! });
  const { part, whole } = inNormByHand(rows, "first_reply");
  const spaced = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, " ");
  for (const count of [rows.length, whole, part]) expect(words).toContain(` ${spaced(count)}`);
  expect(words).toContain(
    `: ${String(Math.round(medianByHand(rows, "first_reply")! * 1e4) / 1e4).replace(".", ",")} (в днях)`,
  );
  expect(words).toContain(`${((part / whole) * 100).toFixed(1).replace(".", ",")} %`);
});

describe("three agencies of each kind (executive bodies, districts) and those with dates told to the week, by hand from appeals.csv", () => {
  test("are at least three of each, and two with weeks", () => {
    expect(new Set(chosen().map((code) => kinds.get(code)))).toEqual(new Set(["executive", "district"]));
    expect(chosen().length).toBeGreaterThanOrEqual(6);
    expect(new Set(all.filter(isByWeek).map((row) => row["agency"])).size).toBeGreaterThan(1);
  });

  test("have the counts that are published: received, open, closed, owed no answer", () => {
    for (const code of chosen()) {
      const line = agencies.find((row) => row["code"] === code && row["channel"] === "all" && row["period"] === "all")!;
      const rows = allOf(code);
      const number = (is: (row: Row) => boolean): number => rows.filter(is).length;
      const told = ["received", "open", "closed", "outcome_unowed"].map((column) =>
        line[column] === "" ? null : Number(line[column]),
      );
      const byHand = [
        rows.length,
        number((row) => row["outcome"] === "open"),
        number(
          (row) =>
            !["open", "unowed"].includes(row["outcome"]!) && (row["closed"] !== "" || row["outcome"] !== "unknown"),
        ),
        number((row) => row["outcome"] === "unowed"),
      ];
      told.forEach((value, at) => value !== null && expect(value, `${code} ${at}`).toBe(byHand[at]));
      expect(told[0]).not.toBeNull();
    }
  });

  test("tell of the same appeals the same in feeds and on cards", async () => {
    let seen = 0;
    for (const code of chosen()) {
      const rows = new Map(allOf(code).map((row) => [row["id"]!, row]));
      const feed = await pageOf("agencies", code, "feed.atom");
      for (const [, entry] of feed.matchAll(/<entry>([\s\S]*?)<\/entry>/g)) {
        const row = rows.get(/\/appeals\/([a-z0-9-]+)\//.exec(entry!)![1]!)!;
        expect(entry, row["id"]).toContain(`<category term="${row["outcome"]}"`);
        const card = await pageOf("appeals", row["id"]!, "index.html");
        const facts = card.split('id="facts"')[1]!.split("</aside>")[0]!;
        expect(facts, row["id"]).toContain(`data-outcome="${row["outcome"]}"`);
        // A card says how long nobody has answered exactly where the table says that it waits.
        expect(/Без ответа/.test(facts), row["id"]).toBe(row["first_reply_state"] === "waiting");
        if (row["outcome"] === "unowed") expect(facts).not.toMatch(/Без ответа|Не закрыто|До первого ответа/);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  test("are found by the filters of the search as the table has them: outcome, deadline of the first reply, rating, dates", async () => {
    const usualFetch = globalThis.fetch;
    onTestFinished(() => void (globalThis.fetch = usualFetch));
    const { search } = openBuilt(join(inject("demoSite"), "search"));
    const ask = (filters: Partial<Filters>): Promise<SearchAnswer> =>
      search.run({
        typed: "",
        filters: { ...noFilters, ...filters },
        order: "newest",
        limit: Number.MAX_SAFE_INTEGER,
        marks: true,
      });
    const values: Record<"outcome" | "wait" | "rating" | "channel", (row: Row) => string> = {
      outcome: (row) => row["outcome"]!,
      wait: deadlineByHand,
      rating: (row) => row["rating"] || "none",
      channel: (row) => row["channel"]!,
    };
    const met = new Set<string>();
    for (const code of chosen()) {
      const rows = allOf(code);
      const { total, counts } = await ask({ agency: [code] });
      expect(total, code).toBe(rows.length);
      for (const [name, valueOf] of Object.entries(values) as [keyof typeof values, (row: Row) => string][]) {
        const byHand = Map.groupBy(rows, valueOf);
        expect(
          Object.fromEntries(Object.entries(counts[name]!).filter(([, count]) => count > 0)),
          `${code} ${name}`,
        ).toEqual(Object.fromEntries([...byHand].map(([value, ofValue]) => [value, ofValue.length])));
        for (const [value, ofValue] of byHand) {
          const { hits } = await ask({ agency: [code], [name]: [value] });
          expect(hits.map(({ id }) => id).sort(), `${code} ${name} ${value}`).toEqual(
            ofValue.map((row) => row["id"]!).sort(),
          );
          met.add(value);
        }
      }
      const [from, to] = ["2026-03-01", "2026-05-31"];
      const late = await ask({ agency: [code], wait: ["over", "overdue"], from, to });
      expect(late.total, code).toBe(
        rows.filter(
          (row) =>
            row["received"]!.slice(0, 10) >= from &&
            row["received"]!.slice(0, 10) <= to &&
            ["over", "overdue"].includes(deadlineByHand(row)),
        ).length,
      );
    }
    for (const value of ["within", "over", "overdue", "waiting", "never", "unknown", "none", "5", "open", "acted"])
      expect(met).toContain(value);
  });
});

test("the columns of deadlines say nothing that the other columns of their row do not tell", () => {
  for (const row of all)
    expect([row["id"], row["first_reply_deadline"] || "unknown"]).toEqual([row["id"], deadlineByHand(row)]);
  // Closings are judged by the same rule, and none of them can be told to never come.
  const asReply = (row: Row): Row => ({
    ...row,
    first_reply_state: row["closing_state"]!,
    first_reply_norm_days: row["closing_norm_days"]!,
    first_reply_days: row["closing_days"]!,
  });
  for (const row of all)
    expect([row["id"], row["closing_deadline"] || "unknown"]).toEqual([row["id"], deadlineByHand(asReply(row))]);
});

describe("the page of overdue appeals, by hand from appeals.csv", () => {
  const numbered = (text: string): number => Number(text.replace(/\D/g, ""));

  test("counts those that wait beyond their norm, and those without any reply", async () => {
    const overdue = overdueByHand(all);
    const lead = (await pageOf("overdue", "index.html")).split("<h1")[1]!.split("</header>")[0]!;
    const [, count, silent] = /просрочено ([\d ]+) обращ.*?из них — ([\d ]+)\./.exec(lead)!;
    expect([numbered(count!), numbered(silent!)]).toEqual([
      overdue.length,
      overdue.filter(({ event }) => event === "first_reply").length,
    ]);
  });

  test("lists the same appeals in the same order, with their days", async () => {
    const page = await pageOf("overdue", "index.html");
    const recent = overdueByHand(all)
      .filter(({ late, row }) => late + slackOf(row) <= 7)
      .sort(
        (a, b) =>
          a.late - b.late ||
          (a.row["received"]! < b.row["received"]!
            ? 1
            : a.row["received"]! > b.row["received"]!
              ? -1
              : a.row["id"]! < b.row["id"]!
                ? -1
                : 1),
      );
    for (const [id, byHand] of [
      ["longest", overdueByHand(all)],
      ["recent", recent],
    ] as const) {
      const items = [
        ...page
          .split(`<h2 id="${id}"`)[1]!
          .split("</section>")[0]!
          .matchAll(/<li[\s\S]*?<\/li>/g),
      ].map(([item]) => item);
      expect(items.length).toBe(Math.min(10, byHand.length));
      expect(
        items.map((item) => [
          /\/appeals\/([a-z0-9-]+)\//.exec(item)![1],
          ...[/<b[^>]*>([^<]*)/, /<span(?! class="unseen")[^>]*>([^<]*)/].map((part) => numbered(part.exec(item)![1]!)),
        ]),
      ).toEqual(byHand.slice(0, 10).map(({ row, waited, late }) => [row["id"], waited, late]));
    }
  });

  test("gives every agency its row: how many, how many without a reply, the longest wait", async () => {
    const table = (await pageOf("overdue", "index.html")).split('<h2 id="by-agency"')[1]!.split("</section>")[0]!;
    const told = [...table.matchAll(/<tr[^>]*><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => [
      /\/by\/agency\/([\w-]+)\//.exec(row)?.[1] ?? "",
      ...[...row.matchAll(/data-sort="(\d+)"/g)].map(([, sort]) => Number(sort)),
    ]);
    const byHand = [...Map.groupBy(overdueByHand(all), ({ row }) => row["agency"]!)].map(([code, own]) => [
      code,
      own.length,
      own.filter(({ event }) => event === "first_reply").length,
      Math.max(...own.map(({ waited }) => waited)),
    ]);
    const byCode = (a: (string | number)[], b: (string | number)[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(told.sort(byCode)).toEqual(byHand.sort(byCode));
    expect(byHand.some(([code]) => all.some((row) => row["agency"] === code && isByWeek(row)))).toBe(true);
  });
});

describe("the note of the week", () => {
  test.each(["ru", "en"] as const)("has no number that the tables do not give, in %s", async (language) => {
    const site = inject("demoSite");
    const { vocabulary } = JSON.parse(await readFile(join(site, "data", "facts.json"), "utf8")) as {
      vocabulary: { topics: { parent: string | null }[] };
    };
    const tables = {
      weeks: await tableOf(site, "weeks.csv"),
      rises: await tableOf(site, "rises.csv"),
      appeals: all,
      parents: new Set(vocabulary.topics.map(({ parent }) => parent)),
    };
    const note = await readFile(join(site, language === "ru" ? "" : "en", "week", "bulletin.txt"), "utf8");
    const stated = numbersIn(note, language);
    expect(stated.length).toBeGreaterThan(25);
    expect(stated).toEqual(numbersByHand(tables, 30));
  });
});
