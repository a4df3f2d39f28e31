import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { oneTextAgency } from "../../demo/manner.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { Replies } from "../../src/model/replies.ts";
import { medianByHand, type Row, tableOf } from "./byHand.ts";

/** What the demonstration says of replies, against its own table of appeals. */

let appeals: Row[];
let figures: Row[];
let groups: Row[];
beforeAll(async () => {
  const site = inject("demoSite");
  appeals = await tableOf(site, "appeals.csv");
  figures = await tableOf(site, "reply-figures.csv");
  groups = await tableOf(site, "reply-groups.csv");
});

const share = (part: number, whole: number): number => Math.round((part / whole) * 1e4) / 1e4;
const received = (line: Row) => (row: Row) =>
  row["received"]!.slice(0, 10) >= line["from"]! && row["received"]!.slice(0, 10) <= line["to"]!;

test("one agency sends one text whatever it is asked, and no other is said to", async () => {
  const replies = JSON.parse(await readFile(join(inject("demoSite"), "data", "replies.json"), "utf8")) as Replies;
  const named = replies.subjects.filter(({ oneText }) => oneText !== null);
  expect(named.map(({ code }) => code)).toEqual([oneTextAgency]);
  const group = groups.find((one) => one["id"] === named[0]!.oneText)!;
  expect(group).toMatchObject({ agency: oneTextAgency, kind: "repeated" });
  expect(Number(group["topics"])).toBeGreaterThan(10);
});

test("replies and shares of each agency are those that come out by hand", async () => {
  const kindOf = new Map(groups.map((one) => [one["id"]!, one["kind"]!]));
  const replied = Map.groupBy(
    appeals.filter((row) => row["reply"] !== "" && row["outcome"] !== "unowed"),
    (row) => row["agency"]!,
  );
  const behind = (line: Row): Row[] => (replied.get(line["code"]!) ?? []).filter(received(line));
  const ofAgency = (line: Row): boolean => line["dimension"] === "agency";
  const inKind = (rows: readonly Row[], kind: string): number =>
    rows.filter((row) => kindOf.get(row["reply_group"]!) === kind).length;
  for (const line of (await tableOf(inject("demoSite"), "reply-texts.csv")).filter(ofAgency)) {
    const rows = behind(line);
    expect([rows.length, inKind(rows, "event")], `${line["code"]} ${line["period"]}`).toEqual([
      Number(line["replies"]),
      Number(line["event_notices"]),
    ]);
  }
  const seen: Record<string, number> = { repeated: 0, deed: 0 };
  for (const line of figures.filter(ofAgency)) {
    const figure = line["figure"]!;
    if (line["found"] === "" || !(figure in seen)) continue;
    const rows = behind(line);
    const [part, whole] =
      figure === "deed"
        ? [rows.filter((row) => row["reply_marks"]!.split("; ").includes("deed")).length, rows.length]
        : [inKind(rows, "repeated"), Number(line["of"])];
    expect([share(part, whole), whole], `${line["code"]} ${line["period"]} ${figure}`).toEqual([
      Number(line["found"]),
      Number(line["of"]),
    ]);
    seen[figure]! += 1;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  const inGroup = Map.groupBy(appeals, (row) => row["reply_group"]!);
  for (const one of groups) expect(inGroup.get(one["id"]!)?.length, one["id"]).toBe(Number(one["appeals"]));
});

test("no share is called more or less where the others' lies within the interval that is printed beside", () => {
  const compared = figures.filter((line) => line["verdict_beside"] === "others");
  expect(compared.length).toBeGreaterThan(100);
  const told = compared.filter((line) => line["verdict"] !== "chance");
  for (const line of told) {
    const printed = (column: string): number => Math.round(Number(line[column]) * 100) / 100;
    const expected = Number(line["expected"]);
    const isOutside =
      line["verdict"] === "more" ? expected < printed("compared_low") : expected > printed("compared_high");
    expect(isOutside, `${line["code"]} ${line["figure"]}`).toBe(true);
    expect(line["verdict"] === "more" ? Number(line["ratio_low"]) > 1 : Number(line["ratio_high"]) < 1).toBe(true);
  }
  const ofRegion = new Map(
    figures
      .filter((line) => line["dimension"] === "region")
      .map((line) => [`${line["period"]} ${line["figure"]}`, Number(line["corrected"] || line["found"])]),
  );
  const topics = figures.filter((line) => line["verdict_beside"] === "region" && line["verdict"] !== "chance");
  expect(topics.length).toBeGreaterThan(10);
  for (const line of topics) {
    const beside = ofRegion.get(`${line["period"]} ${line["figure"]}`)!;
    const kind = line["corrected"] === "" ? "found" : "corrected";
    const isOutside =
      line["verdict"] === "more" ? beside < Number(line[`${kind}_low`]) : beside > Number(line[`${kind}_high`]);
    expect(isOutside, `${line["code"]} ${line["figure"]}`).toBe(true);
  }
  // A share without its agency's frequent texts stands on fewer replies; where there are none, it is the plain one.
  for (const line of compared)
    if (line["compared_of"] === line["of"]) expect(line["compared"]).toBe(line["corrected"]);
    else expect(Number(line["compared_of"])).toBeLessThan(Number(line["of"]));
});

test("times to an answer in substance are those that come out by hand, and no shorter than to the first reply", async () => {
  const byWay = Map.groupBy(appeals, (row) => `${row["agency"]} ${row["channel"]}`);
  let seen = 0;
  for (const line of await tableOf(inject("demoSite"), "agencies.csv")) {
    const published = line["in_substance_median_days"]!;
    if (line["channel"] === "all" || published === "" || published.startsWith(">")) continue;
    const rows = (byWay.get(`${line["code"]} ${line["channel"]}`) ?? []).filter(received(line));
    const named = `${line["code"]} ${line["channel"]} ${line["period"]}`;
    expect(Math.round(medianByHand(rows, "in_substance")! * 1e4) / 1e4, named).toBe(Number(published));
    seen += 1;
  }
  expect(seen).toBeGreaterThan(50);
  for (const row of appeals.filter(({ in_substance_state: state }) => state === "done"))
    expect(Number(row["in_substance_days"]), row["id"]).toBeGreaterThanOrEqual(Number(row["first_reply_days"]));
});

test("words that made a mark stand in the published reply", async () => {
  const lines = (await readFile(join(inject("demoSite"), "data", "appeals.ndjson"), "utf8")).trim().split("\n");
  const marked = lines.map((line) => JSON.parse(line) as PublicAppeal).filter(({ replySpans }) => replySpans);
  expect(marked.length).toBeGreaterThan(1000);
  for (const { id, reply, replySpans, replyMarks } of marked)
    for (const [mark, start, end] of replySpans!) {
      expect(replyMarks, id).toContain(mark);
      expect(reply!.slice(start, end), id).toMatch(/^[\p{L}\p{N}№%[](?:[^\n]*[\p{L}\p{N}№%\]])?$/u);
    }
});
