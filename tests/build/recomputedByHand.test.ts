import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, inject, test } from "vitest";

/**
 * The steps that the method page describes, followed on the published tables with a spreadsheet's means: filter, sort,
 * multiply down a column. Nothing of the portal's own code takes part.
 */

type Row = Record<string, string>;
const read = async (name: string): Promise<Row[]> => Papa.parse<Row>(await readFile(join(inject("demoSite"), "data", name), "utf8"), { header: true, skipEmptyLines: true }).data;

let appeals: Map<string, Row[]>;
let agencies: Row[];
/** How long a row was followed: a withdrawn appeal waited for its first reply until it was withdrawn. */
const followedOf = (row: Row, event: "first_reply" | "closing"): number => Number(row[event === "closing" ? "followed_days" : "first_reply_followed_days"]);
const sheetOf = (agency: string | undefined, channel: string | undefined): string => `${agency} ${channel}`;
beforeAll(async () => {
  appeals = Map.groupBy(await read("appeals.csv"), (row) => sheetOf(row["agency"], row["channel"]));
  agencies = await read("agencies.csv");
});

/** The rows of an agency that stand behind one line of agencies.csv. */
const rowsBehind = (line: Row): Row[] =>
  (appeals.get(sheetOf(line["code"], line["channel"])) ?? []).filter((row) => row["received"]!.slice(0, 10) >= line["from"]! && row["received"]!.slice(0, 10) <= line["to"]!);

/** Sort by wait, answered before waiting; go down the rows: k are left, each answered one takes 1/k of the share away. */
function medianByHand(rows: Row[], event: "first_reply" | "closing"): number | null {
  const waits = rows
    .filter((row) => row[`${event}_state`] !== "")
    .map((row) => ({ done: row[`${event}_state`] === "done", wait: row[`${event}_state`] === "done" ? Number(row[`${event}_days`]) : followedOf(row, event) }))
    .sort((a, b) => a.wait - b.wait || Number(b.done) - Number(a.done));
  let share = 1;
  for (const [i, { done, wait }] of waits.entries()) {
    const left = waits.length - i;
    if (done) share *= (left - 1) / left;
    const next = waits[i + 1];
    if (!done || (next?.done && next.wait === wait)) continue;
    if (Math.abs(share - 0.5) < 1e-9) {
      // Exactly half: the middle between this wait and that of the next reply, or the end where there is none.
      return (wait + (waits.slice(i + 1).find((other) => other.done) ?? waits.at(-1)!).wait) / 2;
    }
    if (share < 0.5) return wait;
  }
  return null;
}

/** Of the rows whose norm had run out when they were last seen, those that were in time. */
function inNormByHand(rows: Row[], event: "first_reply" | "closing"): { part: number; whole: number } {
  const judged = rows.filter((row) => row[`${event}_state`] !== "" && row[`${event}_norm_days`] !== "" && followedOf(row, event) >= Number(row[`${event}_norm_days`]));
  return { part: judged.filter((row) => row[`${event}_state`] === "done" && Number(row[`${event}_days`]) <= Number(row[`${event}_norm_days`])).length, whole: judged.length };
}

describe.each([
  ["first_reply", "answered_in_norm"],
  ["closing", "closed_in_norm"],
] as const)("an agency's figures of its %s, computed by hand from appeals.csv", (event, inNorm) => {
  test("are those published in agencies.csv, to the last digit, for every agency without coarsened dates", () => {
    let checked = 0;
    for (const line of agencies) {
      const rows = rowsBehind(line);
      if (line["channel"] === "all" || rows.length < 5 || rows.some((row) => row["dates_to_week"] === "yes")) continue;
      expect(rows.length, line["code"]).toBe(Number(line["received"]));
      const published = line[`${event}_median_days`]!;
      const median = medianByHand(rows, event);
      if (published.startsWith(">")) expect(median, line["code"]).toBeNull();
      else expect(Math.round(median! * 1e4) / 1e4, `${line["code"]} ${line["channel"]} ${line["period"]}`).toBe(Number(published));
      const { part, whole } = inNormByHand(rows, event);
      if (line[`${inNorm}_of`] !== "") expect([Math.round((part / whole) * 1e4) / 1e4, whole]).toEqual([Number(line[inNorm]), Number(line[`${inNorm}_of`])]);
      checked++;
    }
    expect(checked).toBeGreaterThan(50);
  });
});

test("the method page tells of its example what comes out by hand", async () => {
  const page = (await readFile(join(inject("demoSite"), "method", "index.html"), "utf8")).split('id="recompute"')[1]!.split("</section>")[0]!;
  const words = page.replace(/<[^>]+>/g, " ").replaceAll("\u00a0", " ");
  const [, agency, channel, from, to] = /agency — ([\w-]+), channel — (\w+), а received — с ([\d-]+) по ([\d-]+)/.exec(words)!;
  const rows = rowsBehind({ code: agency!, channel: channel!, from: from!, to: to! });
  const { part, whole } = inNormByHand(rows, "first_reply");
  const spaced = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, " ");
  for (const count of [rows.length, whole, part]) expect(words).toContain(` ${spaced(count)}`);
  expect(words).toContain(`: ${String(Math.round(medianByHand(rows, "first_reply")! * 1e4) / 1e4).replace(".", ",")} (в днях)`);
  expect(words).toContain(`${((part / whole) * 100).toFixed(1).replace(".", ",")} %`);
});

describe("three agencies of each kind, counted by hand from appeals.csv", () => {
  const chosen = async (): Promise<{ code: string; kind: string }[]> => {
    const { vocabulary } = JSON.parse(await readFile(join(inject("demoSite"), "data", "facts.json"), "utf8")) as { vocabulary: { agencies: { code: string; kind: string }[] } };
    const listed = vocabulary.agencies.filter(({ code }) => agencies.some((line) => line["code"] === code && line["channel"] === "all"));
    return [...Map.groupBy(listed, ({ kind }) => kind).values()].flatMap((ofKind) => ofKind.slice(0, 3));
  };
  const allOf = (code: string): Row[] => [...appeals.values()].flat().filter((row) => row["agency"] === code);

  test("have the counts that are published: received, open, closed, owed no answer", async () => {
    const checked = await chosen();
    expect(new Set(checked.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    for (const { code } of checked) {
      const line = agencies.find((row) => row["code"] === code && row["channel"] === "all" && row["period"] === "all")!;
      const rows = allOf(code);
      const number = (is: (row: Row) => boolean): number => rows.filter(is).length;
      const told = ["received", "open", "closed", "outcome_unowed"].map((column) => (line[column] === "" ? null : Number(line[column])));
      const byHand = [rows.length, number((row) => row["outcome"] === "open"), number((row) => !["open", "unowed"].includes(row["outcome"]!) && (row["closed"] !== "" || row["outcome"] !== "unknown")), number((row) => row["outcome"] === "unowed")];
      told.forEach((value, at) => value !== null && expect(value, `${code} ${at}`).toBe(byHand[at]));
      expect(told[0]).not.toBeNull();
    }
  });

  test("tell of the same appeals the same in feeds and on cards", async () => {
    let seen = 0;
    for (const { code } of await chosen()) {
      const rows = new Map(allOf(code).map((row) => [row["id"]!, row]));
      const feed = await readFile(join(inject("demoSite"), "agencies", code, "feed.atom"), "utf8");
      for (const [, entry] of feed.matchAll(/<entry>([\s\S]*?)<\/entry>/g)) {
        const row = rows.get(/\/appeals\/([a-z0-9-]+)\//.exec(entry!)![1]!)!;
        expect(entry, row["id"]).toContain(`<category term="${row["outcome"]}"`);
        const card = await readFile(join(inject("demoSite"), "appeals", row["id"]!, "index.html"), "utf8");
        const facts = card.split('id="facts"')[1]!.split("</aside>")[0]!.replaceAll("\u00a0", " ");
        expect(facts, row["id"]).toContain(`data-outcome="${row["outcome"]}"`);
        // A card says how long nobody has answered exactly where the table says that it waits.
        expect(/Без ответа/.test(facts), row["id"]).toBe(row["first_reply_state"] === "waiting");
        if (row["outcome"] === "unowed") expect(facts).not.toMatch(/Без ответа|Не закрыто|До первого ответа/);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});
