import { expect, test } from "vitest";
import type { Change } from "../../src/model/change.ts";
import { appealHistory } from "../../src/appeals/appealHistory.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const change = (changes: Partial<Change>): Change => ({
  id: "a",
  kind: "redated",
  agency: null,
  channel: "letter",
  field: null,
  before: null,
  after: null,
  ...changes,
});
const told = (...changes: Change[]) =>
  appealHistory(
    createTelling(exampleFacts()),
    changes.map((one) => ({ date: "2026-10-31", change: one })),
  )?.html ?? null;

test("the page of an appeal tells what was published otherwise, in which edition, and from what to what", () => {
  const html = told(
    change({ field: "firstReply", before: "2026-10-02", after: "2026-09-28" }),
    change({ kind: "vanished" }),
  )!;
  expect(html).toContain('href="/otklik/editions/2026-10-31/"');
  expect(html.replaceAll("\u00a0", " ")).toContain("дата первого ответа: 2 октября 2026 года → 28 сентября 2026 года");
  expect(html).toMatch(/исчезло из\sвыгрузки/);
});

test("a reply and a closing that came in time are no history", () => {
  expect(
    told(change({ kind: "answered", after: "2026-10-02" }), change({ kind: "closed", after: "2026-10-02" })),
  ).toBeNull();
});
