import { expect, test } from "vitest";
import { comparisonRows, scaleOf } from "../../src/words/comparisonRows.ts";
import { createLinks } from "../../src/words/links.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "./exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const links = createLinks(facts.portal.address);
const rowsOf = (dimension: "agency" | "topic" | "place") => comparisonRows(createTelling(facts), dimension);

test("agencies stand by name: no order by a figure that could be read as a ranking", () => {
  expect(rowsOf("agency").map(({ name }) => name)).toEqual(["Архивное агентство", "Заозёрный район", "Минжкх"]);
});

test("the silent agency is not first by any time: its median is beyond the scale", () => {
  const rows = rowsOf("agency");
  const silent = rows.find(({ code }) => code === "silent")!;
  expect(silent.median.state).toBe("not-reached");
  expect(silent.glyph).toMatchObject({ median: null, to: 100 });
  for (const { median } of rows) if (median.state === "exact") expect(median.sort!).toBeLessThan(silent.median.sort!);
});

test("an interval without an upper limit runs to the end of the scale, beside a median that is known", () => {
  const open = structuredClone(facts);
  const { social } = findSubject(open, "agency", "fast")!.periods.year.byChannel;
  Object.assign(social!.firstReply, { median: { state: "exact", days: 1, low: 0.5, high: null } });
  const row = comparisonRows(createTelling(open), "agency").find(({ code }) => code === "fast")!;
  expect(row.glyph!.to).toBe(100);
  expect(row.glyph!.median).toBeLessThan(100);
});

test("an agency with too few appeals is listed, its figures hidden, marked as not to be compared", () => {
  expect(rowsOf("agency").find(({ code }) => code === "tiny")).toMatchObject({
    few: true,
    glyph: null,
    median: { state: "hidden" },
    received: { text: "3" },
  });
});

test("sub-topics stand under their topic", () => {
  const order = rowsOf("topic").map(({ code, over }) => `${over ? 1 : 0} ${code}`);
  expect(order.indexOf("1 heating")).toBeGreaterThan(order.indexOf("0 utilities"));
  expect(order.slice(order.indexOf("0 utilities") + 1, order.indexOf("0 utilities") + 3).sort()).toEqual([
    "1 heating",
    "1 yards",
  ]);
});

test("marks of the scale lie on it", () => {
  expect(scaleOf(facts, "agency")).toBeGreaterThanOrEqual(3);
  for (const { glyph } of rowsOf("place")) {
    for (const at of [glyph!.from, glyph!.to, glyph!.median ?? 0, glyph!.norm ?? 0])
      expect(at >= 0 && at <= 100).toBe(true);
  }
});

test("addresses stay inside the portal's path", () => {
  expect(rowsOf("place")[0]!.href).toBe("/otklik/places/north/");
  expect(links.absolute("/method/")).toBe("https://example.org/otklik/method/");
  expect(links.appeals({ agency: "fast" })).toBe("/otklik/appeals/?agency=fast");
  expect(links.appeals()).toBe("/otklik/appeals/");
});
